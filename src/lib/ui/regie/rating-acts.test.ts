import { describe, expect, test } from 'vitest';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { answerKey } from '#lib/domain/choose/rating-answers.ts';
import type { Criterion, RatingKind } from '#lib/domain/vocabulary.ts';
import { measuresOf } from '../rating/rating-rows.ts';
import { askAgain, likelyIdeas } from './rating-acts.ts';

const ideas = ['a', 'b', 'c', 'd'].map((id) => ({
	...NEW_IDEA,
	id,
	title: id,
	tableId: null,
	from: [],
	interests: {}
}));

function measures(kind: RatingKind, answers: readonly (readonly [string, Criterion, readonly number[]])[]) {
	const askedOf = { people: 12, municipalities: 12 };
	const results = answers.map(([id, criterion, counts]) => {
		const others = counts.map(() => 0);
		return [answerKey(id, criterion), { counts, others, reasons: [] }] as const;
	});
	return measuresOf([{ kind, askedOf, results: Object.fromEntries(results) }], kind);
}

const ones = [1, 0, 0, 0, 0];
const fives = [0, 0, 0, 0, 1];

describe('what a facilitator most likely wants rated', () => {
	test('is every idea on value and effort', () => {
		expect(likelyIdeas('worth', ideas, new Map())).toEqual(['a', 'b', 'c', 'd']);
	});

	test('is what brings most for the least effort on scaling up', () => {
		const worth = measures('worth', [
			['b', 'waarde', fives],
			['b', 'moeite', ones],
			['d', 'waarde', fives],
			['d', 'moeite', fives],
			['a', 'waarde', ones],
			['a', 'moeite', fives]
		]);
		expect(likelyIdeas('scaling', ideas, worth)).toEqual(['b', 'c', 'd']);
	});
});

describe('asking again', () => {
	test('asks the questions that the room was divided on, or all where it was not', () => {
		const known = measures('scaling', [
			['a', 'geld', [5, 0, 7]],
			['a', 'bewijs', [1, 6, 5]]
		]);
		expect(askAgain('scaling', 'a', known)).toMatchObject({ ideaIds: ['a'], criteria: ['geld'] });
		expect(askAgain('scaling', 'b', known)).toMatchObject({ ideaIds: ['b'], criteria: null });
		expect(askAgain('worth', 'a', known)).toMatchObject({ kind: 'worth', criteria: null });
	});
});
