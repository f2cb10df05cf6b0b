import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../system.ts';

const TOKEN_BYTES = 16;

/** A secret of 128 bits for a link or cookie. Only its hash is stored. */
export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function hashOf(token: string): string {
	return sha256(`waaier:${token}`);
}

/** A secret that can be made again from the server's own: for links that must be shown more than once. */
export function derivedToken(secret: string, purpose: string): string {
	return createHmac('sha256', secret).update(purpose).digest('base64url');
}

/** Compares by hashes, which are of one length: how long it takes tells nothing. */
export function isSameToken(one: string, other: string): boolean {
	return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}
