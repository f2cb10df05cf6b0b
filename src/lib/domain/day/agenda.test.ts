import { describe, expect, test } from 'vitest';
import { anOpenWorksession, BREAK_ID, MINUTE, roundId } from '../../../../tests/kit/worksession.ts';
import { isBeforeFirstRound, neighbour } from './agenda.ts';
import type { Command } from '../commands.ts';
import { accept, reject } from '../outcome.ts';
import type { Stage } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');

function start(itemId: string): Command {
	return { type: 'StartItem', itemId };
}

function move(stage: Stage, id = ROUND): Command {
	return { type: 'MoveStage', roundId: id, stage };
}

describe('starting an item', () => {
	test('[A1] a new round begins at its first stage, with that stage’s minutes on the clock', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', start(ROUND))).toEqual(
			accept([
				{ type: 'ItemStarted', itemId: ROUND, at: day.now },
				{ type: 'StageMoved', roundId: ROUND, stage: 'writing', at: day.now },
				{ type: 'TimerSet', timer: { kind: 'running', endsAt: day.now + 10 * MINUTE, lengthMs: 10 * MINUTE } }
			])
		);
	});

	test('[A1] the round that was going on is closed', () => {
		const day = anOpenWorksession().at('process', 'writing');
		day.act('facilitator', start(ROUND));
		expect(day.round('process')).toMatchObject({ stage: 'closed', closedAt: day.now });
	});

	test('[A1] a round that the group comes back to stays where it was, with the clock off', () => {
		const day = anOpenWorksession().at('process', 'voting').at('bottlenecks', 'writing');
		day.act('facilitator', start(roundId('process')));
		expect(day.round('process').stage).toBe('closed');
		expect(day.state).toMatchObject({ currentItemId: roundId('process'), timer: { kind: 'off' } });
	});

	test('[A2] a break sets its own clock', () => {
		const day = anOpenWorksession();
		day.act('facilitator', start(BREAK_ID));
		expect(day.state.timer).toEqual({
			kind: 'running',
			endsAt: day.now + 30 * MINUTE,
			lengthMs: 30 * MINUTE
		});
	});

	test('[A2] what is going on already is not started again, and what is not on the agenda not at all', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		expect(day.attempt('facilitator', start(ROUND))).toEqual(accept([]));
		expect(day.attempt('facilitator', start('nowhere'))).toEqual(reject('unknown-agenda-item'));
	});
});

describe('before the first round', () => {
	test('a break does not begin the day, a round does, also once it is closed', () => {
		const day = anOpenWorksession();
		expect(isBeforeFirstRound(day.state)).toBe(true);
		day.act('facilitator', start(BREAK_ID));
		expect(isBeforeFirstRound(day.state)).toBe(true);
		expect(isBeforeFirstRound(day.at('bottlenecks', 'writing').state)).toBe(false);
		expect(isBeforeFirstRound(day.at('bottlenecks', 'closed').state)).toBe(false);
	});
});

describe('moving to another stage', () => {
	test('[A3] goes to a neighbour, forward or back', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const allowed = (['waiting', 'writing', 'arranging', 'voting', 'closed'] as const).filter(
			(stage) => day.attempt('facilitator', move(stage)).ok
		);
		expect(allowed).toEqual(['writing', 'arranging']);
		expect(day.attempt('facilitator', move('voting'))).toEqual(reject('stage-not-adjacent'));
		expect(day.attempt('facilitator', move('sharing'))).toEqual(accept([]));
	});

	test('[A3] skips the stages that the round leaves out', () => {
		const minutes = { writing: 10, sharing: null, arranging: null, voting: 5 };
		const day = anOpenWorksession({ settings: { minutes } }).at('bottlenecks', 'writing');
		expect(neighbour(day.round('bottlenecks'), 1)).toBe('voting');
		day.act('facilitator', move('voting'));
		expect(neighbour(day.round('bottlenecks'), -1)).toBe('writing');
	});

	test('[A3] moves only the round that the group is at', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		expect(day.attempt('facilitator', move('writing', roundId('needs')))).toEqual(
			reject('round-not-current')
		);
		expect(day.attempt('facilitator', move('writing', 'nowhere'))).toEqual(reject('unknown-round'));
	});

	test('[A4] the clock is set to the minutes of the stage, and off once the round is closed', () => {
		const day = anOpenWorksession().at('bottlenecks', 'voting');
		expect(day.state.timer).toMatchObject({ kind: 'running', lengthMs: 5 * MINUTE });
		expect(day.at('bottlenecks', 'closed').state.timer).toEqual({ kind: 'off' });
	});

	test('[A5] sharing opens every card to the room, and what was seen stays seen', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const isShared = (id: string) => day.cards('bottlenecks')[id]?.isShared;
		const one = day.card('anna', 'een');
		expect(isShared(one)).toBe(false);
		const two = day.at('bottlenecks', 'sharing').at('bottlenecks', 'writing').card('bram', 'twee');
		expect([isShared(one), isShared(two)]).toEqual([true, false]);
	});

	test('[A5] closing straight from writing opens them too', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cardId = day.card('anna', 'een');
		day.act('facilitator', start(BREAK_ID));
		expect(day.cards('bottlenecks')[cardId]?.isShared).toBe(true);
	});

	test('[A6] closed is a moment, until the round opens again', () => {
		const day = anOpenWorksession().at('bottlenecks', 'closed');
		expect(day.round('bottlenecks').closedAt).toBe(day.now);
		expect(day.at('bottlenecks', 'voting').round('bottlenecks').closedAt).toBeNull();
	});
});
