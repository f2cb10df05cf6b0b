import { describe, expect, test } from 'vitest';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { choiceOf, hostCommands, titleFor } from './host-choice.ts';

function aCard(id: string, clusterId: string | null = null, text = `Kaart ${id}`): CardView {
	return {
		id,
		text,
		author: null,
		stepId: null,
		clusterId,
		tableId: 't1',
		isLate: false,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null
	};
}

const round = {
	id: 'r1',
	cards: { a: aCard('a'), b: aCard('b', 's'), c: aCard('c', 's') },
	clusters: { s: { id: 's', title: 'Stapel', stepId: null } }
};

function chosen(...keys: readonly string[]) {
	return choiceOf(round, (key) => keys.includes(key));
}

describe('what a host has chosen', () => {
	test('is cards and stacks, with the cards in chosen stacks once each', () => {
		const choice = chosen('card:a', 'card:b', 'cluster:s');
		expect(choice.items).toEqual([
			{ kind: 'cluster', id: 's' },
			{ kind: 'card', id: 'a' },
			{ kind: 'card', id: 'b' }
		]);
		expect(choice.cardIds).toEqual(['a', 'b', 'c']);
	});

	test('leaves out what went from the board meanwhile', () => {
		expect(chosen('card:gone', 'cluster:gone').items).toEqual([]);
	});

	test('is one stack to rename only when nothing else is chosen', () => {
		expect(chosen('cluster:s').cluster?.id).toBe('s');
		expect(chosen('cluster:s', 'card:a').cluster).toBeNull();
		expect(chosen('card:a').cluster).toBeNull();
	});

	test('takes only cards that lie in a stack out of it', () => {
		expect(hostCommands.takeOut(chosen('card:a', 'card:b'))).toMatchObject({ cardIds: ['b'] });
	});

	test('makes a step of the table from the cards of this round, or an empty one from none', () => {
		expect(hostCommands.step(chosen('card:a'), 't1', 'Melding')).toEqual({
			type: 'AddStep',
			title: 'Melding',
			tableId: 't1',
			roundId: 'r1',
			cardIds: ['a']
		});
		expect(hostCommands.step(chosen(), 't1', 'Melding')).toMatchObject({ roundId: null, cardIds: [] });
	});

	test('proposes a title that fits', () => {
		expect(titleFor(chosen('card:a', 'cluster:s'))).toBe('Stapel');
		const long = { ...round, cards: { a: aCard('a', null, 'é'.repeat(TITLE_LENGTH_MAX + 5)) } };
		expect([...titleFor(choiceOf(long, (key) => key === 'card:a'))]).toHaveLength(TITLE_LENGTH_MAX);
	});
});
