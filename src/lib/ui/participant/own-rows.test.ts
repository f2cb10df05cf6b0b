import { describe, expect, test } from 'vitest';
import type { OwnCardView } from '#lib/domain/visibility/own-cards.ts';
import { ownRows, type OutboxEntry } from './own-rows.ts';

function aCard(id: string, over: Partial<OwnCardView> = {}): OwnCardView {
	return {
		id,
		draftId: `draft-${id}`,
		roundId: 'r1',
		text: `tekst ${id}`,
		stepId: null,
		isWithoutOrigin: false,
		tableId: null,
		isLate: false,
		redaction: null,
		readBack: null,
		...over
	};
}

function anOwn(...cards: OwnCardView[]) {
	return { cards: Object.fromEntries(cards.map((card) => [card.id, card])) };
}

function anEntry(
	commandId: string,
	command: OutboxEntry['command'],
	over: Partial<OutboxEntry> = {}
): OutboxEntry {
	return { commandId, command, state: 'sending', rejection: null, ...over };
}

const post = (text: string, roundId = 'r1') => ({ type: 'PostCard', roundId, text, stepId: null }) as const;
const edit = (cardId: string, text: string) =>
	({ type: 'EditCard', roundId: 'r1', cardId, text, stepId: 'step-1' }) as const;
const withdraw = (cardId: string) => ({ type: 'WithdrawCard', roundId: 'r1', cardId }) as const;

describe('the list of my own cards', () => {
	test('shows saved cards of this round only, then those on their way', () => {
		const own = anOwn(aCard('a'), aCard('b', { roundId: 'r2' }));
		const rows = ownRows(own, [anEntry('new', post('onderweg')), anEntry('far', post('elders', 'r2'))], 'r1');
		expect(rows.map((row) => [row.text, row.state])).toEqual([
			['tekst a', 'saved'],
			['onderweg', 'sending']
		]);
	});

	test('shows a card once, under one key, from posting until saved', () => {
		const entry = anEntry('draft-a', post('tekst a'));
		const [before] = ownRows(anOwn(), [entry], 'r1');
		const after = ownRows(anOwn(aCard('a')), [entry], 'r1');
		expect(after).toHaveLength(1);
		expect(after[0]).toMatchObject({ key: before?.key, state: 'saved', cardId: 'a' });
	});

	test('shows the newest text of a card that is being changed', () => {
		const entries = [
			anEntry('1', edit('a', 'eerst')),
			anEntry('2', edit('a', 'daarna'), { state: 'waiting' })
		];
		expect(ownRows(anOwn(aCard('a')), entries, 'r1')).toMatchObject([
			{ text: 'daarna', stepId: 'step-1', state: 'waiting', commandId: '2', under: 'edit' }
		]);
	});

	test('leaves a card out while it is taken away, and shows it again with the reason when that is refused', () => {
		const own = anOwn(aCard('a'));
		expect(ownRows(own, [anEntry('1', withdraw('a'))], 'r1')).toEqual([]);
		const refused = anEntry('1', withdraw('a'), { state: 'refused', rejection: 'wrong-stage' });
		expect(ownRows(own, [refused], 'r1')).toMatchObject([
			{ text: 'tekst a', state: 'refused', rejection: 'wrong-stage', under: 'withdraw' }
		]);
	});

	test('keeps a refused new card with its text', () => {
		const refused = anEntry('1', post('te laat'), { state: 'refused', rejection: 'round-too-late' });
		expect(ownRows(null, [refused], 'r1')).toMatchObject([
			{ text: 'te laat', state: 'refused', cardId: null, under: 'post' }
		]);
	});
});
