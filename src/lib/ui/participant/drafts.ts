/** A card that is not posted yet. */
export interface Draft {
	readonly text: string;
	readonly stepId: string | null;
	readonly isWithoutOrigin: boolean;
}

export const EMPTY_DRAFT: Draft = { text: '', stepId: null, isWithoutOrigin: false };

/** What drafts are kept in: the `localStorage` of a browser, or a map in a test. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the draft of one person for one round of one worksession is kept on a device. */
export function draftKey(sessionId: string, roundId: string, participationId: string): string {
	return `waaier:draft:${sessionId}:${roundId}:${participationId}`;
}

/** The draft under this key; an empty one when there is none, or when something else stands there. */
export function readDraft(storage: DraftStorage | null, key: string): Draft {
	const kept = storage?.getItem(key);
	return kept ? parseDraft(kept) : EMPTY_DRAFT;
}

/** Keeps a draft, or forgets it when it has no text. False when the device has no room for it; the text then only stands on the page. */
export function writeDraft(storage: DraftStorage | null, key: string, draft: Draft): boolean {
	if (!storage) return false;
	try {
		if (draft.text === '') storage.removeItem(key);
		else storage.setItem(key, JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

function parseDraft(kept: string): Draft {
	try {
		const value: unknown = JSON.parse(kept);
		if (!isDraft(value)) return EMPTY_DRAFT;
		return { text: value.text, stepId: value.stepId, isWithoutOrigin: value.isWithoutOrigin === true };
	} catch {
		return EMPTY_DRAFT;
	}
}

/** One that was kept before a card could be without origin says nothing of it. */
function isDraft(value: unknown): value is Omit<Draft, 'isWithoutOrigin'> & { isWithoutOrigin?: unknown } {
	if (typeof value !== 'object' || value === null) return false;
	const { text, stepId } = value as Record<string, unknown>;
	return typeof text === 'string' && (stepId === null || typeof stepId === 'string');
}

/** The storage of this browser; null on the server and where the browser forbids it. */
export function browserStorage(): DraftStorage | null {
	try {
		return typeof window === 'undefined' ? null : window.localStorage;
	} catch {
		return null;
	}
}
