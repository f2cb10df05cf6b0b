import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	proofWith,
	replay,
	roundId,
	type Story,
	type Who
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { Command } from '../commands.ts';
import { PARTICIPATIONS_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import { ownView } from '../visibility/own-view.ts';
import type { RoundView } from '../visibility/round-view.ts';
import type { Participation } from './participation.ts';

const ROUND = roundId('bottlenecks');

function lock(isLocked: boolean): Command {
	return { type: 'SetLobbyLocked', isLocked };
}

function remove(who: Who, withCards = false): Command {
	return { type: 'RemovePerson', participationId: participationId(who), withCards };
}

function readmit(who: Who): Command {
	return { type: 'ReadmitPerson', participationId: participationId(who) };
}

function merge(from: Who, into: Who): Command {
	return { type: 'MergePeople', fromId: participationId(from), intoId: participationId(into) };
}

const JOIN: Command = {
	type: 'Join',
	role: 'follower',
	organisation: '',
	municipalities: ['GM0193'],
	functionName: '',
	noticeVersion: '1'
};

function dot(day: Story, who: Who, id: string): void {
	const item: ItemRef = { kind: 'card', id };
	day.act(who, { type: 'PlaceDot', roundId: ROUND, item });
}

/** Anna and Bram sit at a table that Anna leads. */
function seated(day: Story): string {
	const [added] = day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel 1', exampleId: null } });
	if (added?.type !== 'TableAdded') throw new Error('An added table gives one event');
	const { tableId } = added;
	for (const who of ['anna', 'bram']) day.act(who, { type: 'TakeSeat', tableId });
	day.act('facilitator', { type: 'SetHost', tableId, participationId: participationId('anna') });
	return tableId;
}

function person(day: Story, who: Who): Participation | undefined {
	return day.state.participations[participationId(who)];
}

function results(day: Story): RoundView['results'] {
	return day.shared('participant').rounds[ROUND]?.results ?? null;
}

describe('the lobby', () => {
	test('[N1] when locked lets nobody new in, and keeps who is there', () => {
		const day = anOpenWorksession();
		day.act('facilitator', lock(true));
		expect(day.attempt('carla', JOIN)).toEqual(reject('lobby-locked'));
		expect(day.shared('participant').isLobbyLocked).toBe(true);
		expect(day.attempt('anna', { type: 'Greet', text: 'Dag' })).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', lock(true))).toEqual(accept([]));
		day.act('facilitator', lock(false));
		expect(day.attempt('carla', JOIN)).toMatchObject({ ok: true });
	});

	test('[N1] when locked still lets in again whom the facilitator sent away', () => {
		const day = anOpenWorksession();
		day.act('facilitator', remove('bram'));
		day.act('facilitator', lock(true));
		day.act('facilitator', readmit('bram'));
		expect(person(day, 'bram')).toBeDefined();
	});
});

describe('whoever is sent away', () => {
	test('[N2] leaves the room with their hand, seat, ready sign and table, and is listed for the facilitator alone', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		seated(day);
		day.act('anna', { type: 'RaiseHand' });
		day.act('anna', { type: 'SetReady', roundId: ROUND, isReady: true });
		day.act('facilitator', remove('anna'));
		expect(person(day, 'anna')).toBeUndefined();
		expect(day.own('anna')).toBeNull();
		expect(day.state.tables[0]?.hostId).toBeNull();
		expect(day.round('bottlenecks').ready).toEqual({});
		expect(attendanceOf(day.state).people).toBe(1);
		const { removed } = day.shared('facilitator').facilitator ?? {};
		expect(removed?.[participationId('anna')]).toMatchObject({
			name: 'Naam van anna',
			handRaisedAt: null,
			tableId: null
		});
		expect(JSON.stringify(day.shared('participant'))).not.toContain('anna');
	});

	test('[N2] leaves what they wrote, unless the facilitator takes it along with all that lies on it', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [first, second, other] = [
			day.card('anna', 'een'),
			day.card('anna', 'twee'),
			day.card('bram', 'drie')
		];
		day.cluster('Stapel', first, second);
		day.act('facilitator', remove('anna'));
		expect(Object.keys(day.cards('bottlenecks')).sort()).toEqual([first, second, other].sort());
		day.act('facilitator', readmit('anna'));
		day.act('facilitator', remove('anna', true));
		expect(Object.keys(day.cards('bottlenecks'))).toEqual([other]);
		expect(day.round('bottlenecks')).toMatchObject({ cardCount: 1, clusters: {} });
	});

	test('[N2] can do nothing any more', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		day.act('facilitator', remove('anna'));
		const post: Command = { type: 'PostCard', roundId: ROUND, text: 'nog iets', stepId: null };
		expect(day.attempt('anna', post)).toEqual(reject('not-joined'));
		expect(day.attempt('facilitator', remove('anna'))).toEqual(reject('unknown-person'));
	});

	test.each(['anonymous-in-room', 'fully-anonymous'] as const)(
		'[N3] leaves their cards when these are %s, because taking them along would tell whose they were',
		(authorVisibility) => {
			const day = anOpenWorksession({ authorVisibility });
			expect(day.attempt('facilitator', remove('anna', true))).toEqual(reject('cards-anonymous'));
			expect(day.attempt('facilitator', remove('anna'))).toMatchObject({ ok: true });
		}
	);

	test('[N4] takes their dots out of a round that is being voted on', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const card = day.card('bram', 'een');
		day.at('bottlenecks', 'voting');
		dot(day, 'anna', card);
		day.act('facilitator', remove('anna'));
		day.at('bottlenecks', 'closed');
		expect(results(day)).toEqual({});
	});

	test('[N4] leaves the totals of a closed round as they were, so that no difference tells how they voted', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const card = day.card('bram', 'een');
		day.at('bottlenecks', 'voting');
		for (const who of ['anna', 'bram']) dot(day, who, card);
		day.at('bottlenecks', 'closed');
		const before = results(day);
		expect(before).toEqual({ [`card:${card}`]: { dots: 2, municipalities: 3, people: 2 } });
		day.act('facilitator', remove('anna'));
		expect(results(day)).toEqual(before);
	});

	test('[N5] comes back as who they were, with what they wrote, at no table', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		seated(day);
		const card = day.card('anna', 'een');
		const before = person(day, 'anna');
		day.act('facilitator', remove('anna'));
		day.act('facilitator', readmit('anna'));
		expect(person(day, 'anna')).toEqual({ ...before, tableId: null });
		expect(Object.keys(day.own('anna')?.cards ?? {})).toEqual([card]);
		expect(day.shared('facilitator').facilitator?.removed).toEqual({});
		expect(day.attempt('facilitator', readmit('anna'))).toEqual(reject('unknown-person'));
	});

	test('[N5] waits while the room is full', () => {
		const day = anOpenWorksession();
		day.act('facilitator', remove('anna'));
		const joined = Array.from({ length: PARTICIPATIONS_MAX - 1 }, (_, index) => `gast${index}`);
		day.record(
			joined.map((who) => {
				const { type: _, ...facts } = JOIN;
				return { type: 'ParticipantJoined', participationId: participationId(who), ...facts, at: day.now };
			})
		);
		expect(day.attempt('facilitator', readmit('anna'))).toEqual(reject('room-full'));
	});
});

describe('two who are one person', () => {
	test('[N6] need to be two people who are there', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', merge('anna', 'anna'))).toEqual(reject('same-person'));
		expect(day.attempt('facilitator', merge('anna', 'carla'))).toEqual(reject('unknown-person'));
		expect(day.attempt('facilitator', merge('carla', 'anna'))).toEqual(reject('unknown-person'));
	});

	test('[N6] become the one who remains, with the cards of both, and counted once', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const cards = [day.card('anna', 'een'), day.card('bram', 'twee'), day.card('anna', 'drie')];
		day.act('facilitator', merge('anna', 'bram'));
		expect(person(day, 'anna')).toBeUndefined();
		expect(day.state.removed).toEqual({});
		expect(Object.keys(day.own('bram')?.cards ?? {}).sort()).toEqual(cards.sort());
		expect(day.round('bottlenecks').cardCounts).toEqual({ [participationId('bram')]: 3 });
		expect(attendanceOf(day.state)).toMatchObject({
			people: 1,
			municipalities: { GM0344: 1, GM0363: 1 }
		});
		const edit: Command = {
			type: 'EditCard',
			roundId: ROUND,
			cardId: cards[0] ?? '',
			text: 'anders',
			stepId: null
		};
		expect(day.attempt('bram', edit)).toMatchObject({ ok: true });
	});

	test('[N6] keep the greeting, hand, ready sign, seat and table of whoever goes, where the other has none', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const tableId = seated(day);
		day.act('bram', { type: 'TakeSeat', tableId: null });
		day.act('anna', { type: 'Greet', text: 'Dag allemaal' });
		day.act('anna', { type: 'RaiseHand' });
		day.act('anna', { type: 'SetReady', roundId: ROUND, isReady: true });
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.own('bram')).toMatchObject({
			greeting: 'Dag allemaal',
			handRaisedAt: day.now,
			tableId,
			isHost: true,
			readyIn: [ROUND]
		});
		expect(day.round('bottlenecks').ready).toEqual({ [participationId('bram')]: true });
	});

	test('[N6] keep their own function, and get that of whoever goes where they have none', () => {
		const facts = { name: 'Els', role: 'follower', organisation: '', municipalities: [] } as const;
		for (const [from, into, left] of [
			['jurist', '', 'jurist'],
			['jurist', 'griffier', 'griffier'],
			['', 'griffier', 'griffier']
		] as const) {
			const day = anOpenWorksession();
			const [fromId = '', intoId = ''] = [from, into].map((functionName) => {
				const [added] = day.act('facilitator', { type: 'AddPerson', ...facts, functionName });
				return added?.type === 'PersonAdded' ? added.participationId : '';
			});
			day.act('facilitator', { type: 'MergePeople', fromId, intoId });
			expect(day.state.participations[intoId]?.functionName).toBe(left);
		}
	});

	test('[N6] lead no table at which the one who remains does not sit', () => {
		const day = anOpenWorksession();
		seated(day);
		const [other] = day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel 2', exampleId: null } });
		if (other?.type !== 'TableAdded') throw new Error('An added table gives one event');
		day.act('bram', { type: 'TakeSeat', tableId: other.tableId });
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.own('bram')).toMatchObject({ tableId: other.tableId, isHost: false });
		expect(day.state.tables.map((table) => table.hostId)).toEqual([null, null]);
	});

	test('[N6] sit nowhere when the one who remains observes', () => {
		const day = anOpenWorksession();
		seated(day);
		day.act('carla', { ...JOIN, role: 'observer' });
		day.act('facilitator', merge('anna', 'carla'));
		expect(day.own('carla')).toMatchObject({ role: 'observer', tableId: null, isHost: false });
		expect(day.state.tables[0]?.hostId).toBeNull();
	});

	test('[N9] know who they were, over several mergers, so that their devices bring along what they keep', () => {
		const day = anOpenWorksession().join('carla', 'GM0014');
		expect(day.own('bram')?.formerIds).toEqual([]);
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.own('bram')?.formerIds).toEqual([participationId('anna')]);
		day.act('facilitator', merge('bram', 'carla'));
		expect(day.own('carla')?.formerIds.toSorted()).toEqual(['anna', 'bram'].map(participationId));
	});

	test('[N7] give the dots of one: those of who remains, or else of who goes', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		day.at('bottlenecks', 'voting');
		dot(day, 'anna', one);
		const onlyAnna = replay(day.events);
		dot(day, 'bram', two);
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.round('bottlenecks').ballots).toEqual({
			[participationId('bram')]: { own: { [`card:${two}`]: 1 } }
		});

		const merged = replay(
			[{ type: 'PeopleMerged', fromId: participationId('anna'), intoId: participationId('bram') }],
			onlyAnna
		);
		expect(merged.rounds[ROUND]?.ballots).toEqual({
			[participationId('bram')]: { own: { [`card:${one}`]: 1 } }
		});
	});

	test('[N7] keep the dots of whoever goes also when the other took all of theirs back', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const card = day.card('anna', 'een');
		day.at('bottlenecks', 'voting');
		dot(day, 'anna', card);
		dot(day, 'bram', card);
		day.act('bram', { type: 'TakeDot', roundId: ROUND, item: { kind: 'card', id: card } });
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.own('bram')?.dots).toEqual({ [ROUND]: { [`card:${card}`]: 1 } });
	});

	test('[N8] of a fully anonymous worksession stay unknown: each browser finds its own cards by its key', () => {
		const day = anOpenWorksession({ authorVisibility: 'fully-anonymous' }).at('bottlenecks', 'writing');
		const [one, two] = [day.card('anna', 'een'), day.card('bram', 'twee')];
		const before = day.cards('bottlenecks');
		day.act('facilitator', merge('anna', 'bram'));
		expect(day.cards('bottlenecks')).toEqual(before);
		const seenWith = (key: string) =>
			Object.keys(ownView(day.state, day.people, participationId('bram'), proofWith(key))?.cards ?? {});
		expect(seenWith('key of bram')).toEqual([two]);
		expect(seenWith('key of anna')).toEqual([one]);
	});
});
