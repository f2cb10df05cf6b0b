import { expect, test } from 'vitest';
import { aVotedRound } from '../../../../tests/kit/voted-round.ts';
import { ballotChoices } from './vote-again.ts';

test('a second vote is offered on everything, on what tied, and on the first few', () => {
	const choices = ballotChoices(aVotedRound(3, 3, 2, 2, 0)).map(({ label, items }) => [
		label,
		items?.length ?? null
	]);
	expect(choices).toEqual([
		['Alles', null],
		['Wat gelijk eindigde op plaats 1 (2)', 2],
		['De eerste 4', 4]
	]);
});

test('nothing but everything is offered where all have as many dots, or none has any', () => {
	for (const round of [aVotedRound(1, 1), aVotedRound(0, 0)])
		expect(ballotChoices(round).map(({ items }) => items)).toEqual([null]);
});
