import { describe, expect, test } from 'vitest';
import { draftKey, EMPTY_DRAFT, readDraft, writeDraft, type DraftStorage } from './drafts.ts';

function aStorage(): DraftStorage & { readonly items: Map<string, string> } {
	const items = new Map<string, string>();
	return {
		items,
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value),
		removeItem: (key) => void items.delete(key)
	};
}

const full: DraftStorage = {
	getItem: () => null,
	setItem: () => {
		throw new DOMException('no room', 'QuotaExceededError');
	},
	removeItem: () => undefined
};

describe('a draft', () => {
	const key = draftKey('session', 'round', 'sam');

	test('comes back after a reload, with every character, its step and whether it says where it comes from', () => {
		const storage = aStorage();
		const draft = { text: ' twee regels\n"aanhaling" 🚲 ', stepId: 'step-2', isWithoutOrigin: true };
		expect(writeDraft(storage, key, draft)).toBe(true);
		expect(readDraft(storage, key)).toEqual(draft);
	});

	test('is another one for another round, worksession or person', () => {
		expect(
			new Set([key, draftKey('session', 'round', 'kim'), draftKey('session', 'other', 'sam')]).size
		).toBe(3);
	});

	test('leaves nothing on the device once it is emptied', () => {
		const storage = aStorage();
		writeDraft(storage, key, { ...EMPTY_DRAFT, text: 'weg' });
		writeDraft(storage, key, EMPTY_DRAFT);
		expect(storage.items.size).toBe(0);
	});

	test.each(['{', '[]', 'null', '{"text":1,"stepId":null}', '{"text":"a"}'])(
		'is empty when %j stands in its place',
		(kept) => {
			const storage = aStorage();
			storage.setItem(key, kept);
			expect(readDraft(storage, key)).toEqual(EMPTY_DRAFT);
		}
	);

	test('that does not fit on the device is told, not thrown', () => {
		const draft = { ...EMPTY_DRAFT, text: 'a' };
		expect(writeDraft(full, key, draft)).toBe(false);
		expect(writeDraft(null, key, draft)).toBe(false);
		expect(readDraft(null, key)).toEqual(EMPTY_DRAFT);
	});
});
