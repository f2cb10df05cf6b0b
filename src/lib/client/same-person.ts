import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { KeyedStorage } from './outbox.ts';

/**
 * Hands everything this device keeps of whoever this person was before a facilitator made two participations one, to who they are now:
 * drafts, cards that wait, the key of fully anonymous cards. What is there already stays. To be done before any of it is read: the page
 * may have been closed or out of reach when the two became one.
 */
export function bringAlong(
	storage: KeyedStorage | null,
	sessionId: string,
	{ participationId, formerIds }: Pick<OwnView, 'participationId' | 'formerIds'>
): void {
	if (!storage) return;
	for (const formerId of formerIds)
		for (const key of keysOf(storage, sessionId, formerId)) {
			const parts = key.split(':');
			const next = parts.map((part) => (part === formerId ? participationId : part)).join(':');
			move(storage, key, next);
		}
}

/** Whether a fresh view is that of another participation than the one this page was made for. */
export function isSomebodyElse(
	was: Pick<OwnView, 'participationId'> | null,
	is: Pick<OwnView, 'participationId'> | null
): boolean {
	return was !== null && is !== null && was.participationId !== is.participationId;
}

function keysOf(storage: KeyedStorage, sessionId: string, participationId: string): readonly string[] {
	const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
	return keys.filter((key) => {
		const parts = key.split(':');
		return parts[0] === 'waaier' && parts.includes(sessionId) && parts.includes(participationId);
	});
}

function move(storage: KeyedStorage, key: string, next: string): void {
	const value = storage.getItem(key);
	// First out and then in, so that it fits on a device without room too: ids are of one length.
	storage.removeItem(key);
	if (value !== null && storage.getItem(next) === null) storage.setItem(next, value);
}
