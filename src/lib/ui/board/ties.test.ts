import { expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { ballotChoices } from '../regie/vote-again.ts';
import { rankedItems } from './board-columns.ts';
import { tieText } from './ties.ts';

const ROUND = roundId('bottlenecks');

/** Cards named after how many of Anna, Bram and Carla gave them a dot. */
function voted(...dots: readonly number[]) {
	const day = anOpenWorksession({ settings: { dotBudget: 20 } })
		.join('carla')
		.at('bottlenecks', 'sharing');
	const cards = dots.map((count, index) => ({ count, id: day.card('anna', `${index}: ${count}`) }));
	day.at('bottlenecks', 'voting');
	for (const { count, id } of cards)
		for (const who of ['anna', 'bram', 'carla'].slice(0, count))
			day.act(who, { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id } });
	const round = day.at('bottlenecks', 'closed').shared('facilitator').rounds[ROUND];
	if (!round) throw new Error('The round is in the view');
	return round;
}

test('a tie is told in words: its place, what stands there, and with how many dots', () => {
	expect(tieText(rankedItems(voted(3, 2, 2, 1)))).toBe(
		'Gelijk op plaats 2: “1: 2” en “2: 2”. Ze hebben elk 2 stippen.'
	);
	expect(tieText(rankedItems(voted(3, 2, 1)))).toBe('');
	expect(tieText(rankedItems(voted(0, 0)))).toBe('');
});

test('a second vote is offered on everything, on what tied, and on the first few', () => {
	const choices = ballotChoices(voted(3, 3, 2, 2, 0)).map(({ label, items }) => [
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
	for (const round of [voted(1, 1), voted(0, 0)])
		expect(ballotChoices(round).map(({ items }) => items)).toEqual([null]);
});
