import type { KeyedStorage } from './outbox.ts';
import { randomId } from './random-id.ts';

const AUTHOR_KEY_BYTES = 24;

/** As the server asks for it: long enough not to be guessed, and in an address it needs no escaping. */
const AUTHOR_KEY = /^[\w-]{16,64}$/;

/**
 * The key by which this browser proves that a fully anonymous card is its own; one per person, so that whoever uses the device next
 * does not get their cards. It leaves the device only in its own connection, and in a link to another device of the same person.
 */
export function authorKeyOf(
	storage: KeyedStorage | null,
	sessionId: string,
	participationId: string
): string {
	const known = storage?.getItem(nameOf(sessionId, participationId));
	if (known) return known;
	const key = randomId(AUTHOR_KEY_BYTES);
	keep(storage, nameOf(sessionId, participationId), key);
	return key;
}

/** Takes over the key of a person's other device. One that is here already stays, because cards may have been written with it. */
export function takeAuthorKey(
	storage: KeyedStorage | null,
	sessionId: string,
	participationId: string,
	key: string
): void {
	const name = nameOf(sessionId, participationId);
	if (AUTHOR_KEY.test(key) && !storage?.getItem(name)) keep(storage, name, key);
}

function nameOf(sessionId: string, participationId: string): string {
	return `waaier:key:${sessionId}:${participationId}`;
}

function keep(storage: KeyedStorage | null, name: string, key: string): void {
	try {
		storage?.setItem(name, key);
	} catch {
		// A full storage only means that these cards cannot be edited after a reload.
	}
}

/** Null where the browser forbids storage; then everything lives as long as the page. */
export function deviceStorage(): KeyedStorage | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}
