import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { clockMsLeft } from '#lib/domain/day/day-time.ts';
import {
	anOpenWorksession,
	BREAK_ID,
	MINUTE,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import { agendaRows } from './agenda-rows.ts';
import { nextAction } from './next-action.ts';
import { goWords, lastStage, placeAfter, placeNow, wayBack } from './moves.ts';

function start(itemId: string): Command {
	return { type: 'StartItem', itemId };
}

function viewOf(day: Story) {
	return day.shared('facilitator');
}

function itemOf(day: Story, id: string) {
	const item = day.state.agenda.find((candidate) => candidate.id === id);
	if (!item) throw new Error(`${id} is not on the agenda`);
	return item;
}

/** Goes there and comes back by the way that was noted. */
function thereAndBack(day: Story, ...commands: readonly Command[]): void {
	const from = placeNow(viewOf(day), day.now);
	for (const command of commands) day.act('facilitator', command);
	day.later(8_000);
	if (!from) throw new Error('There is no way back to the lobby');
	for (const command of wayBack(viewOf(day), from, day.now)) day.act('facilitator', command);
}

describe('the way back', () => {
	test('reopens the round that was left in its stage, with as much time left', () => {
		const day = anOpenWorksession()
			.at('bottlenecks', 'arranging')
			.later(4 * MINUTE);
		thereAndBack(day, start(roundId('process')));
		expect(day.state.currentItemId).toBe(roundId('bottlenecks'));
		expect(day.round('bottlenecks').stage).toBe('arranging');
		expect(clockMsLeft(day.state.timer, day.now)).toBe(6 * MINUTE);
		expect(day.round('process').stage).toBe('waiting');
	});

	test('makes a round that just began wait again, and a clock that was paused stand still', () => {
		const day = anOpenWorksession().at('process', 'voting');
		day.act('facilitator', { type: 'PauseTimer' });
		thereAndBack(day, start(roundId('strengths')));
		expect(day.round('strengths').stage).toBe('waiting');
		expect(day.round('process').stage).toBe('voting');
		expect(day.state.timer).toMatchObject({ kind: 'paused', remainingMs: 5 * MINUTE });
	});

	test('goes back to a break and its clock', () => {
		const day = anOpenWorksession();
		day.act('facilitator', start(BREAK_ID));
		day.later(12 * MINUTE);
		thereAndBack(day, start(roundId('needs')));
		expect(day.state.currentItemId).toBe(BREAK_ID);
		expect(clockMsLeft(day.state.timer, day.now)).toBe(18 * MINUTE);
	});

	test('closes again what was opened again', () => {
		const day = anOpenWorksession().at('process', 'closed').at('strengths', 'sharing');
		const id = roundId('process');
		thereAndBack(day, start(id), { type: 'MoveStage', roundId: id, stage: 'voting' });
		expect(day.round('strengths').stage).toBe('sharing');
		expect(day.round('process').stage).toBe('closed');
	});

	test('is nothing where nothing moved, and is not there in the lobby', () => {
		const day = anOpenWorksession();
		expect(placeNow(viewOf(day), day.now)).toBeNull();
		day.at('process', 'sharing');
		const place = placeNow(viewOf(day), day.now);
		expect(place && wayBack(viewOf(day), place, day.now)).toEqual([]);
	});

	test('leads from anywhere to where the group was', () => {
		const items = ['process', 'strengths', 'bottlenecks', 'needs'] as const;
		const anItem = fc.constantFrom(BREAK_ID, ...items.map((kind) => roundId(kind)));
		const aStage = fc.constantFrom('writing', 'sharing', 'arranging', 'voting', 'closed');
		fc.assert(
			fc.property(fc.constantFrom(...items), aStage, anItem, (kind, stage, to) => {
				fc.pre(to !== roundId(kind));
				const day = anOpenWorksession().at('process', 'closed').at(kind, stage).later(MINUTE);
				const left = clockMsLeft(day.state.timer, day.now);
				thereAndBack(day, start(to));
				expect(day.state.currentItemId).toBe(roundId(kind));
				expect(day.round(kind).stage).toBe(stage);
				expect(clockMsLeft(day.state.timer, day.now)).toBe(left);
			}),
			{ numRuns: 150, seed: 20_261_123 }
		);
	});
});

test('it is known beforehand where a move leads', () => {
	const day = anOpenWorksession().at('process', 'closed').at('strengths', 'sharing');
	const after = (...commands: readonly Command[]) => placeAfter(viewOf(day), commands);
	const process = roundId('process');
	expect(after(start(process))).toMatchObject({ item: { id: process }, stage: 'closed' });
	const reopen = { type: 'MoveStage', roundId: process, stage: 'voting' } as const;
	expect(after(start(process), reopen)).toMatchObject({ item: { id: process }, stage: 'voting' });
	expect(after(start(roundId('needs')))).toMatchObject({ stage: 'writing' });
	expect(after(start(BREAK_ID))).toMatchObject({ item: { id: BREAK_ID }, stage: null });
	expect(after({ type: 'MoveStage', roundId: roundId('strengths'), stage: 'writing' })).toMatchObject({
		item: { id: roundId('strengths') },
		stage: 'writing'
	});
});

describe('what a move does, in words', () => {
	test('warns that hidden cards open when a round is left while it is written', () => {
		const day = anOpenWorksession().at('process', 'writing');
		expect(goWords(viewOf(day), itemOf(day, BREAK_ID))).toEqual([
			'De ronde Proces gaat dicht. Iedereen ziet dan alle kaarten.',
			'Begint nu, met 30 min op de klok.'
		]);
		day.at('process', 'arranging');
		expect(goWords(viewOf(day), itemOf(day, roundId('needs')))).toEqual([
			'De ronde Proces gaat dicht. Je kunt haar weer openen.',
			'De ronde begint met Schrijven.'
		]);
	});

	test('says of what was held that it is there still, and offers its last stage', () => {
		const day = anOpenWorksession().at('process', 'closed');
		day.act('facilitator', start(BREAK_ID));
		day.later(5 * MINUTE).act('facilitator', start(roundId('strengths')));
		day.at('strengths', 'closed');
		expect(goWords(viewOf(day), itemOf(day, roundId('process')))).toEqual([
			'Alles staat er nog. De ronde blijft dicht.'
		]);
		expect(goWords(viewOf(day), itemOf(day, BREAK_ID))).toEqual(['Begint opnieuw, met 30 min op de klok.']);
		const process = viewOf(day).rounds[roundId('process')];
		expect(process && lastStage(process)).toBe('voting');
	});
});

describe('the day plan while it goes', () => {
	test('shows when things began, and when the rest would begin from here', () => {
		const day = anOpenWorksession()
			.at('process', 'closed')
			.later(24 * MINUTE)
			.at('strengths', 'writing');
		const rows = agendaRows(viewOf(day), day.now);
		expect(rows.map(({ startsAt, state }) => [startsAt, state])).toEqual([
			['09:15', 'past'],
			['09:39', 'now'],
			['10:09', 'next'],
			['10:39', 'next'],
			['11:09', 'next']
		]);
		day.at('bottlenecks', 'writing');
		expect(agendaRows(viewOf(day), day.now)[2]).toMatchObject({ startsAt: '', state: 'skipped' });
	});

	test('after going back, what comes next is what the group has not had', () => {
		const day = anOpenWorksession().at('process', 'closed').at('strengths', 'closed');
		day.act('facilitator', start(roundId('process')));
		expect(nextAction(viewOf(day))).toMatchObject({ kind: 'start-item', item: { id: BREAK_ID } });
	});
});
