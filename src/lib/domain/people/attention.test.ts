import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	MINUTE,
	participationId,
	roundId,
	START,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { Command } from '../commands.ts';
import { MESSAGE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';

const ROUND = roundId('bottlenecks');
const raise: Command = { type: 'RaiseHand' };
const ready = (isReady: boolean): Command => ({ type: 'SetReady', roundId: ROUND, isReady });
const message = (text: string): Command => ({ type: 'SendMessage', text });
const light = (item: ItemRef | null): Command => ({
	type: 'SetSpotlight',
	spotlight: item && { roundId: ROUND, item }
});
const lower = (who: string): Command => ({ type: 'LowerHand', participationId: participationId(who) });

function handsIn(day: Story): Readonly<Record<string, number | null>> {
	return Object.fromEntries(
		Object.values(day.state.participations).map(({ id, handRaisedAt }) => [id, handRaisedAt])
	);
}

describe('hands', () => {
	test('[H1] go up once, and keep the moment', () => {
		const day = anOpenWorksession();
		day.act('anna', raise);
		day.later(MINUTE);
		expect(day.attempt('anna', raise)).toEqual(accept([]));
		expect(handsIn(day)).toEqual({ [participationId('anna')]: START, [participationId('bram')]: null });
	});

	test('[H2] are lowered by whoever raised them, or by the facilitator, and by nobody else', () => {
		const day = anOpenWorksession();
		day.act('anna', raise);
		expect(day.attempt('bram', lower('anna'))).toEqual(reject('not-allowed'));
		day.act('anna', lower('anna'));
		expect(handsIn(day)[participationId('anna')]).toBeNull();
		day.act('bram', raise);
		day.act('facilitator', lower('bram'));
		expect(handsIn(day)[participationId('bram')]).toBeNull();
		expect(day.attempt('facilitator', lower('bram'))).toEqual(accept([]));
		expect(day.attempt('facilitator', lower('nobody'))).toEqual(reject('unknown-person'));
	});

	test('[H3] are seen by the facilitator and by whoever raised them', () => {
		const day = anOpenWorksession();
		const before = [day.shared('participant'), day.shared('screen'), day.own('bram')];
		day.act('anna', raise);
		expect([day.shared('participant'), day.shared('screen'), day.own('bram')]).toEqual(before);
		const people = day.shared('facilitator').facilitator?.participations;
		expect(people?.[participationId('anna')]?.handRaisedAt).toBe(START);
		expect(day.own('anna')?.handRaisedAt).toBe(START);
	});
});

describe('ready signs', () => {
	test('[H4] are given and taken back, and count once', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.act('anna', ready(true));
		expect(day.attempt('anna', ready(true))).toEqual(accept([]));
		expect(day.shared('screen').rounds[ROUND]?.readyCount).toBe(1);
		expect([day.own('anna')?.readyIn, day.own('bram')?.readyIn]).toEqual([[ROUND], []]);
		day.act('anna', ready(false));
		expect(day.shared('screen').rounds[ROUND]?.readyCount).toBe(0);
	});

	test('[H5] end with the stage they were given in', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.act('anna', ready(true));
		const ofAnna = () =>
			day.shared('facilitator').facilitator?.participations[participationId('anna')]?.isReady;
		expect(ofAnna()).toBe(true);
		day.at('bottlenecks', 'sharing');
		expect(day.own('anna')?.readyIn).toEqual([]);
		expect(ofAnna()).toBe(false);
	});
});

describe('the spotlight', () => {
	test('[H6] lights what the room can see, and one thing at a time', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const card: ItemRef = { kind: 'card', id: day.card('anna', 'Te laat bericht') };
		expect(day.attempt('facilitator', light(card))).toEqual(reject('unknown-item'));
		day.at('bottlenecks', 'sharing').act('facilitator', light(card));
		expect(day.shared('screen').spotlight).toEqual({ roundId: ROUND, item: card });
		const other: ItemRef = { kind: 'card', id: day.card('bram', 'Geen mandaat') };
		day.act('facilitator', light(other));
		expect(day.shared('participant').spotlight?.item).toEqual(other);
		day.act('facilitator', light(null));
		expect(day.shared('participant').spotlight).toBeNull();
		expect(day.attempt('facilitator', light(null))).toEqual(accept([]));
	});

	test('[H7] goes along into a cluster, and out with a card that is withdrawn', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		day.act('facilitator', light({ kind: 'card', id: one }));
		const clusterId = day.cluster('Stapel', one, two);
		expect(day.shared('screen').spotlight?.item).toEqual({ kind: 'cluster', id: clusterId });
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId });
		expect(day.shared('screen').spotlight).toBeNull();
		day.act('facilitator', light({ kind: 'card', id: two }));
		day.act('bram', { type: 'WithdrawCard', roundId: ROUND, cardId: two });
		expect(day.state.spotlight).toBeNull();
	});
});

describe('a message to everyone', () => {
	test('[H8] says something in 140 characters', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', message(' \n'))).toEqual(reject('text-empty'));
		const most = 'é'.repeat(MESSAGE_LENGTH_MAX);
		expect(day.attempt('facilitator', message(`${most}!`))).toEqual(reject('text-too-long'));
		expect(day.attempt('facilitator', message(most)).ok).toBe(true);
	});

	test('[H9] stays until the next one, or until it is cleared', () => {
		const day = anOpenWorksession();
		day.act('facilitator', message('Nog één minuut'));
		day.act('facilitator', message('Nu lunch'));
		expect(day.shared('participant').message?.text).toBe('Nu lunch');
		day.act('facilitator', { type: 'ClearMessage' });
		expect(day.shared('screen').message).toBeNull();
		expect(day.attempt('facilitator', { type: 'ClearMessage' })).toEqual(accept([]));
	});
});

describe('a pause for all input', () => {
	test('[H10] holds what participants write and vote, and lets the facilitator go on', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const post: Command = { type: 'PostCard', roundId: ROUND, text: 'tekst', stepId: null };
		day.act('facilitator', { type: 'SetFrozen', isFrozen: true });
		expect(day.attempt('anna', post)).toEqual(reject('frozen'));
		expect(day.attempt('anna', ready(true))).toEqual(reject('frozen'));
		expect(day.attempt('anna', raise).ok).toBe(true);
		expect(day.attempt('facilitator', message('Even luisteren')).ok).toBe(true);
		day.act('facilitator', { type: 'SetFrozen', isFrozen: false });
		expect(day.attempt('anna', post).ok).toBe(true);
	});
});

describe('the day as it went', () => {
	test('[A7] keeps when each agenda item first began and last ended, and how long all visits took', () => {
		const day = anOpenWorksession();
		day.act('facilitator', { type: 'StartItem', itemId: ROUND });
		day.later(10 * MINUTE).act('facilitator', { type: 'StartItem', itemId: roundId('needs') });
		expect(day.shared('facilitator').itemTimes).toEqual({
			[ROUND]: {
				startedAt: START,
				lastStartedAt: START,
				endedAt: START + 10 * MINUTE,
				tookMs: 10 * MINUTE
			},
			[roundId('needs')]: {
				startedAt: START + 10 * MINUTE,
				lastStartedAt: START + 10 * MINUTE,
				endedAt: null,
				tookMs: 0
			}
		});
		day.later(MINUTE).act('facilitator', { type: 'StartItem', itemId: ROUND });
		const back = { startedAt: START, lastStartedAt: START + 11 * MINUTE, tookMs: 10 * MINUTE };
		expect(day.state.itemTimes[ROUND]).toEqual({ ...back, endedAt: null });
		day.later(4 * MINUTE).act('facilitator', { type: 'StartItem', itemId: roundId('needs') });
		expect(day.state.itemTimes[ROUND]).toEqual({
			...back,
			endedAt: START + 15 * MINUTE,
			tookMs: 14 * MINUTE
		});
	});
});
