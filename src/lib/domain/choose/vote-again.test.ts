import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { DotRules } from './ballot.ts';
import type { CommandOf } from '../commands.ts';
import { EARLIER_VOTES_MAX } from '../limits.ts';
import { reject } from '../outcome.ts';
import { intakeRecord } from '../record/record.ts';

const ROUND = roundId('bottlenecks');
const ONE_EACH: DotRules = { dotBudget: 1, budgetPer: 'person', dotsPerItemMax: 1 };

const keyOf = ({ kind, id }: ItemRef) => `${kind}:${id}`;

/** Three loose cards of which Anna and Bram chose the first two, one each: a tie. */
function voted(): { day: Story; one: ItemRef; two: ItemRef; three: ItemRef } {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const card = (text: string): ItemRef => ({ kind: 'card', id: day.card('anna', text) });
	const [one, two, three] = [card('een'), card('twee'), card('drie')];
	day.at('bottlenecks', 'voting');
	day.act('anna', place(one));
	day.act('bram', place(two));
	day.at('bottlenecks', 'closed');
	return { day, one, two, three };
}

function place(item: ItemRef): CommandOf<'PlaceDot'> {
	return { type: 'PlaceDot', roundId: ROUND, item };
}

function again(items: readonly ItemRef[] | null, rules = ONE_EACH): CommandOf<'StartVote'> {
	return { type: 'StartVote', roundId: ROUND, items, rules };
}

describe('voting again', () => {
	test('[D9] opens the vote with its clock and new dots, and keeps what was voted before', () => {
		const { day, one, two } = voted();
		const before = day.shared('screen').rounds[ROUND];
		day.act('facilitator', again(null));
		expect(day.state.timer).toMatchObject({ kind: 'running', lengthMs: 5 * 60_000 });
		expect(day.own('anna')?.dots).toEqual({});
		expect(day.shared('screen').rounds[ROUND]).toMatchObject({
			stage: 'voting',
			results: null,
			settings: ONE_EACH,
			earlierVotes: [
				{
					rules: { dotBudget: 3, budgetPer: 'person', dotsPerItemMax: 2 },
					closedAt: before?.closedAt,
					votedOn: null,
					results: before?.results
				}
			]
		});
		day.act('anna', place(two));
		day.at('bottlenecks', 'closed');
		expect(day.shared('screen').rounds[ROUND]?.results).toEqual({
			[keyOf(two)]: { dots: 1, municipalities: 1, people: 1 }
		});
		expect(Object.keys(day.shared('screen').rounds[ROUND]?.earlierVotes[0]?.results ?? {}).sort()).toEqual(
			[keyOf(one), keyOf(two)].sort()
		);
	});

	test('[D10] may be on some items only', () => {
		const { day, one, two, three } = voted();
		day.act('facilitator', again([one, two, two]));
		expect(day.shared('participant').rounds[ROUND]?.votedOn).toEqual([keyOf(one), keyOf(two)]);
		expect(day.attempt('anna', place(three))).toEqual(reject('item-not-in-vote'));
		expect(day.attempt('anna', place(one))).toMatchObject({ ok: true });
	});

	test('[D10] on what there is to choose between: two items or more, which exist', () => {
		const { day, one } = voted();
		expect(day.attempt('facilitator', again([one, one]))).toEqual(reject('items-too-few'));
		expect(day.attempt('facilitator', again([one, { kind: 'card', id: 'nowhere' }]))).toEqual(
			reject('unknown-item')
		);
	});

	test('[D9] happens once the results were shown, in the round that the group is at, where it votes', () => {
		const { day } = voted();
		day.act('facilitator', again(null));
		expect(day.attempt('facilitator', again(null))).toEqual(reject('wrong-stage'));
		day.at('bottlenecks', 'closed').at('needs', 'writing');
		expect(day.attempt('facilitator', again(null))).toEqual(reject('round-not-current'));
		const minutes = { writing: 5, sharing: 5, arranging: null, voting: null };
		const unvoted = anOpenWorksession({ settings: { minutes } }).at('bottlenecks', 'closed');
		expect(unvoted.attempt('facilitator', again(null))).toEqual(reject('wrong-stage'));
	});

	test('[D9] takes rules that a round could have', () => {
		const { day } = voted();
		expect(day.attempt('facilitator', again(null, { ...ONE_EACH, dotBudget: 21 }))).toEqual(
			reject('dots-out-of-range')
		);
	});

	test('[D11] a round keeps five earlier votes', () => {
		const { day } = voted();
		for (let n = 0; n < EARLIER_VOTES_MAX; n += 1) {
			day.act('facilitator', again(null));
			day.at('bottlenecks', 'closed');
		}
		expect(day.attempt('facilitator', again(null))).toEqual(reject('votes-full'));
	});
});

describe('what was voted before', () => {
	test('[D12] follows its items into a cluster without losing a dot, and so does what is voted on', () => {
		const { day, one, two } = voted();
		day.act('facilitator', again([one, two]));
		const cluster = `cluster:${day.at('bottlenecks', 'arranging').cluster('Samen', one.id, two.id)}`;
		expect(day.round('bottlenecks').votedOn).toEqual([cluster]);
		expect(day.shared('screen').rounds[ROUND]?.earlierVotes[0]?.results).toEqual({
			[cluster]: { dots: 2, municipalities: 3, people: 2 }
		});
	});

	test('[D12] is on everything again when all that was chosen is gone', () => {
		const { day, one, two } = voted();
		day.act('facilitator', again([one, two]));
		day.at('bottlenecks', 'arranging');
		for (const { id } of [one, two]) day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId: id });
		expect(day.round('bottlenecks').votedOn).toBeNull();
	});

	test('[D12] stays when its giver goes, and is counted once when two are one', () => {
		const { day, one, two } = voted();
		day.act('facilitator', again(null));
		const gone = {
			type: 'RemovePerson',
			participationId: participationId('bram'),
			withCards: false
		} as const;
		const results = () => day.shared('screen').rounds[ROUND]?.earlierVotes[0]?.results;
		day.act('facilitator', gone);
		expect(results()).toHaveProperty([keyOf(two)]);
		day.act('facilitator', { type: 'ReadmitPerson', participationId: participationId('bram') });
		day.act('facilitator', {
			type: 'MergePeople',
			fromId: participationId('bram'),
			intoId: participationId('anna')
		});
		expect(results()).toEqual({ [keyOf(one)]: { dots: 1, municipalities: 1, people: 1 } });
	});

	test('[D13] is in the record vote by vote, and the vote that runs is not', () => {
		const { day, one, two } = voted();
		const votes = () => intakeRecord(day.state).rounds.find(({ id }) => id === ROUND)?.votes ?? [];
		expect(votes()).toMatchObject([
			{ order: 1, budget: 3, budgetPer: 'persoon', maxPerItem: 2, votedOn: null }
		]);
		day.act('facilitator', again([one, two], { ...ONE_EACH, budgetPer: 'municipality' }));
		day.act('anna', place(two));
		expect(votes()).toHaveLength(1);
		day.at('bottlenecks', 'closed');
		expect(votes()[1]).toMatchObject({
			order: 2,
			budget: 1,
			budgetPer: 'gemeente',
			votedOn: [keyOf(one), keyOf(two)].sort(),
			results: [{ item: keyOf(two), dots: 1, municipalities: 1, people: 1 }]
		});
	});
});
