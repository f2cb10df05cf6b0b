import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import type { RoundSettings } from '#lib/domain/day/round.ts';
import { ballotRows } from './ballot.ts';

const ROUND = roundId('bottlenecks');

function aVote(settings: Partial<RoundSettings> = {}) {
	const story = anOpenWorksession({ steps: ['Signaal', 'Opvragen'], settings }).at('bottlenecks', 'writing');
	const loose = story.card('anna', 'Los');
	const second = story.card('anna', 'Bij stap twee', 'step-2');
	const first = story.card('bram', 'Bij stap een', 'step-1');
	story.at('bottlenecks', 'voting');
	const place = (id: string) =>
		story.act('anna', { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id } });
	const rows = () => {
		const shared = story.shared('participant');
		const round = shared.rounds[ROUND];
		if (!round) throw new Error('The round is in the view');
		return ballotRows(shared, story.own('anna'), round);
	};
	return { story, loose, second, first, place, rows };
}

describe('the ballot', () => {
	test('lists everything once, in the order of the process, what has no step last', () => {
		const { rows } = aVote();
		expect(rows().map((row) => [row.title, row.stepNumber])).toEqual([
			['Bij stap een', 1],
			['Bij stap twee', 2],
			['Los', 0]
		]);
	});

	test('shows my own dots only, and offers to take one where one lies', () => {
		const { story, first, place, rows } = aVote();
		place(first);
		story.act('bram', { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id: first } });
		expect(rows()[0]).toMatchObject({ dots: 1, placeRefusal: null, takeRefusal: null });
		expect(rows()[1]).toMatchObject({ dots: 0, takeRefusal: 'no-dot-here' });
	});

	test('shows the dots of others from a budget that is shared, and counts them', () => {
		const { story, first, place, rows } = aVote({ budgetPer: 'municipality' });
		story.join('carla', 'GM0014').join('driss', 'GM0363');
		place(first);
		for (const who of ['carla', 'driss'])
			story.act(who, { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id: first } });
		expect(rows()[0]).toMatchObject({ dots: 1, othersDots: 1, placeRefusal: 'item-full', takeRefusal: null });
	});

	test('lists only what is voted on in a second vote', () => {
		const { story, first, second, rows } = aVote();
		story.at('bottlenecks', 'closed');
		const items = [first, second].map((id) => ({ kind: 'card', id }) as const);
		const rules = { dotBudget: 1, budgetPer: 'person', dotsPerItemMax: 1 } as const;
		story.act('facilitator', { type: 'StartVote', roundId: ROUND, items, rules });
		expect(rows().map(({ title }) => title)).toEqual(['Bij stap een', 'Bij stap twee']);
	});

	test('says why no dot can be placed: this one is full, or all dots are gone', () => {
		const { first, second, place, rows } = aVote();
		place(first);
		place(first);
		expect(rows().map((row) => row.placeRefusal)).toEqual(['item-full', null, null]);
		place(second);
		expect(rows().map((row) => row.placeRefusal)).toEqual(['budget-spent', 'budget-spent', 'budget-spent']);
	});
});
