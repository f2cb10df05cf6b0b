import { expect, test } from 'vitest';
import { aVotedRound } from '../../../../tests/kit/voted-round.ts';
import { rankedItems } from './board-columns.ts';
import { tieText } from './ties.ts';

test('a tie is told in words: its place, what stands there, and with how many dots', () => {
	expect(tieText(rankedItems(aVotedRound(3, 2, 2, 1)))).toBe(
		'Gelijk op plaats 2: “1: 2” en “2: 2”. Ze hebben elk 2 stippen.'
	);
	expect(tieText(rankedItems(aVotedRound(3, 2, 1)))).toBe('');
	expect(tieText(rankedItems(aVotedRound(0, 0)))).toBe('');
});
