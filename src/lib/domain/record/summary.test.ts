import { describe, expect, test } from 'vitest';
import { anOpenWorksession, aWorksession, BREAK_ID } from '../../../../tests/kit/worksession.ts';
import { summaryOf } from './summary.ts';

describe('the summary in lists of worksessions', () => {
	test('tells where the day is and how much there is, and no text', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.card('anna', 'kanarie');
		const summary = summaryOf(day.state);
		expect(summary).toMatchObject({
			doors: 'open',
			currentRound: 2,
			peopleCount: 2,
			cardCount: 1,
			municipalities: ['GM0014', 'GM0344', 'GM0363']
		});
		expect(summary.rounds.map(({ stage }) => stage)).toEqual(['waiting', 'waiting', 'writing', 'waiting']);
		expect(JSON.stringify(summary)).not.toMatch(/kanarie|Naam van|person-/);
	});

	test('has no current round in the lobby and in a break', () => {
		expect(summaryOf(aWorksession().state).currentRound).toBeNull();
		const day = anOpenWorksession();
		day.act('facilitator', { type: 'StartItem', itemId: BREAK_ID });
		expect(summaryOf(day.state).currentRound).toBeNull();
	});
});
