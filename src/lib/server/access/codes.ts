import { createHmac, randomInt } from 'node:crypto';

/** 28 characters that are not mistaken for one another, spoken or projected: no 0/O, 1/I/L, U/V, Q or Y. */
const ALPHABET = '23456789ABCDEFGHJKMNPRSTVWXZ';
const CODE_LENGTH = 8;
const HALF = CODE_LENGTH / 2;

/** A spoken code: 28^8, some 378 thousand million. Stored without hyphen. */
export function newCode(): string {
	return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A code that can be made again from a secret of ours: for one that must be shown more than once. */
export function derivedCode(secret: string, purpose: string): string {
	const size = BigInt(ALPHABET.length);
	let left = BigInt(`0x${createHmac('sha256', secret).update(purpose).digest('hex')}`);
	return Array.from({ length: CODE_LENGTH }, () => {
		const character = ALPHABET[Number(left % size)];
		left /= size;
		return character;
	}).join('');
}

/** What somebody typed, as a code: spaces and hyphens do not count, nor does case. Null when it cannot be one. */
export function readCode(typed: string): string | null {
	const code = typed.replace(/[\s\-–—.]/g, '').toUpperCase();
	const isCode = code.length === CODE_LENGTH && [...code].every((character) => ALPHABET.includes(character));
	return isCode ? code : null;
}

/** As it is shown: two times four characters. */
export function showCode(code: string): string {
	return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
}
