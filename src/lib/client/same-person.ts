import type { KeyedStorage } from './outbox.ts';

/**
 * Hands everything this device keeps of one participation in a worksession to another, when a facilitator made a doubled person one:
 * drafts, cards that wait, the key of fully anonymous cards. What the other has already stays.
 */
export function becomeSamePerson(
	storage: KeyedStorage | null,
	sessionId: string,
	fromId: string,
	intoId: string
): void {
	if (!storage) return;
	const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
	const own = keys.filter((key) => isKeyOf(key, sessionId, fromId));
	for (const key of own) {
		const next = key
			.split(':')
			.map((part) => (part === fromId ? intoId : part))
			.join(':');
		const value = storage.getItem(key);
		if (value !== null && storage.getItem(next) === null) storage.setItem(next, value);
		storage.removeItem(key);
	}
}

function isKeyOf(key: string, sessionId: string, participationId: string): boolean {
	const parts = key.split(':');
	return parts[0] === 'waaier' && parts.includes(sessionId) && parts.includes(participationId);
}
