import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { decide } from '#lib/domain/decide.ts';
import { Clockwork } from '../../../tests/kit/clockwork.ts';
import { ask, identityFor, Outgoing, worldOf, type Asked } from '../../../tests/kit/live.ts';
import {
	aWorksession,
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../tests/kit/worksession.ts';
import { Room, type Plan } from './room.ts';
import { sha256 } from './system.ts';
import { Viewers } from './viewers.ts';

const NOTHING_STORED = new Map<string, number>();

let outgoing: Outgoing;
let faults: unknown[];

function roomOf(story: Story): Room {
	outgoing = new Outgoing();
	faults = [];
	const { system } = new Clockwork();
	const viewers = new Viewers('worksession-1', outgoing);
	const onFault = (error: unknown) => `fault-${faults.push(error)}`;
	return new Room({ world: worldOf(story), system, viewers, onFault, decide });
}

function planOf(room: Room, ...asked: readonly Asked[]): Plan {
	return room.plan(
		asked.map(({ request }) => request),
		NOTHING_STORED
	);
}

function take(room: Room, ...asked: readonly Asked[]): void {
	room.adopt(planOf(room, ...asked));
}

const post = (text: string): Command => ({
	type: 'PostCard',
	roundId: roundId('bottlenecks'),
	text,
	stepId: null
});

describe('a turn', () => {
	test('is decided in order, each command on what the ones before it would leave', () => {
		const day = anOpenWorksession({ settings: { dotBudget: 3, dotsPerItemMax: 3 } }).at(
			'bottlenecks',
			'sharing'
		);
		const item = { kind: 'card', id: day.card('anna', 'een') } as const;
		const room = roomOf(day.at('bottlenecks', 'voting'));
		const dot: Command = { type: 'PlaceDot', roundId: roundId('bottlenecks'), item };
		const asked = Array.from({ length: 50 }, () => ask('anna', dot));
		take(room, ...asked);
		const versions = day.events.length;
		expect(asked.slice(0, 4).flatMap(({ answers }) => answers)).toEqual([
			{ ok: true, version: versions + 1 },
			{ ok: true, version: versions + 2 },
			{ ok: true, version: versions + 3 },
			{ ok: false, rejection: 'budget-spent' }
		]);
		expect(asked.filter(({ answers }) => answers[0]?.ok)).toHaveLength(3);
	});

	test('changes nothing before it is adopted', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const room = roomOf(day);
		room.viewers.enter(room.world, 'participant', identityFor('anna'));
		const before = room.world;
		const asked = ask('anna', post('een'));
		const plan = planOf(room, asked);
		expect(plan.append?.commands).toHaveLength(1);
		expect(room.world).toBe(before);
		expect(asked.answers).toEqual([]);
		expect(outgoing.count).toBe(0);
	});

	test('answers before anybody else hears of it', () => {
		const room = roomOf(anOpenWorksession().at('bottlenecks', 'writing'));
		room.viewers.enter(room.world, 'participant', identityFor('anna'));
		const sentAtAnswer: number[] = [];
		const asked = ask('anna', post('een'), { answer: () => sentAtAnswer.push(outgoing.count) });
		take(room, asked);
		expect(sentAtAnswer).toEqual([0]);
		expect(outgoing.count).toBe(2);
	});

	test('of refusals only writes and sends nothing', () => {
		const room = roomOf(anOpenWorksession());
		room.viewers.enter(room.world, 'participant', identityFor('anna'));
		const asked = ask('anna', { type: 'OpenDoors' });
		const plan = planOf(room, asked);
		expect(plan.append).toBeNull();
		room.adopt(plan);
		expect(asked.answers).toEqual([{ ok: false, rejection: 'not-allowed' }]);
		expect(outgoing.count).toBe(0);
	});

	test('that closes the worksession fixes its record, in the same write', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		day.card('anna', 'een');
		const room = roomOf(day);
		const plan = planOf(room, ask('facilitator', { type: 'CloseWorksession' }));
		const fixed = plan.append?.fixedRecord;
		expect(fixed?.json).toContain('"een"');
		expect(fixed?.sha256).toBe(sha256(fixed?.json ?? ''));
		expect(planOf(room, ask('anna', { type: 'Greet', text: 'dag' })).append?.fixedRecord).toBeNull();
	});

	test('keeps the name of whoever joins beside the log, and of whoever is refused not', () => {
		const newPerson = { participationId: 'person-els', name: 'Els', tokenHash: 'hash' };
		const join: Command = {
			type: 'Join',
			role: 'follower',
			organisation: '',
			municipalities: ['GM0014'],
			functionName: '',
			noticeVersion: '1'
		};
		const opened = planOf(roomOf(aWorksession().open()), ask('els', join, { newPerson }));
		expect(opened.append?.people).toEqual([newPerson]);
		expect(JSON.stringify(opened.append?.commands)).not.toContain('"Els"');
		expect(opened.world.people.names.get('person-els')).toBe('Els');
		const shut = planOf(roomOf(aWorksession()), ask('els', join, { newPerson }));
		expect(shut.append).toBeNull();
		expect(shut.world.people.names.size).toBe(0);
	});
});

describe('joining', () => {
	const join: Command = {
		type: 'Join',
		role: 'follower',
		organisation: '',
		municipalities: ['GM0014'],
		functionName: '',
		noticeVersion: '1'
	};
	const newPerson = { participationId: 'person-anna', name: 'Anna', tokenHash: 'hash' };

	test('without a name is refused: whoever was merged away and is still sending makes no ghost', () => {
		const day = anOpenWorksession();
		day.act('facilitator', { type: 'MergePeople', fromId: 'person-anna', intoId: 'person-bram' });
		const asked = ask('anna', join);
		take(roomOf(day), asked);
		expect(asked.answers).toEqual([{ ok: false, rejection: 'not-allowed' }]);
	});

	test('is for whoever was sent away no way back, also when the form comes in the same turn', () => {
		const room = roomOf(anOpenWorksession());
		const remove: Command = { type: 'RemovePerson', participationId: 'person-anna', withCards: false };
		const asked = [ask('facilitator', remove), ask('anna', join, { newPerson })];
		take(room, ...asked);
		expect(asked.flatMap(({ answers }) => answers)).toMatchObject([
			{ ok: true },
			{ ok: false, rejection: 'not-allowed' }
		]);
		expect(room.world.state.removed).toHaveProperty('person-anna');
	});
});

describe('a repeated command', () => {
	let room: Room;

	beforeEach(() => {
		room = roomOf(anOpenWorksession().at('bottlenecks', 'writing'));
	});

	test('in one turn is carried out once, and every copy is answered the same', () => {
		const asked = Array.from({ length: 20 }, () =>
			ask('anna', post('een'), { commandId: 'the-same-command' })
		);
		const plan = planOf(room, ...asked);
		expect(plan.events).toHaveLength(1);
		room.adopt(plan);
		const version = room.world.version;
		expect(asked.map(({ answers }) => answers)).toEqual(asked.map(() => [{ ok: true, version }]));
	});

	test('in a later turn is answered as it was, whatever has changed since', () => {
		const first = ask('anna', post('een'), { commandId: 'the-same-command' });
		take(room, first);
		take(room, ask('facilitator', { type: 'CloseWorksession' }));
		const again = ask('anna', post('een'), { commandId: 'the-same-command' });
		const plan = planOf(room, again);
		expect(plan.append).toBeNull();
		room.adopt(plan);
		expect(again.answers).toEqual(first.answers);
	});

	test('that was refused is refused again, also when it would now be allowed', () => {
		const early: Command = { ...post('een'), roundId: roundId('needs') } as Command;
		const first = ask('anna', early, { commandId: 'the-same-command' });
		take(room, first);
		take(room, ask('facilitator', { type: 'StartItem', itemId: roundId('needs') }));
		take(room, ask('facilitator', { type: 'MoveStage', roundId: roundId('needs'), stage: 'writing' }));
		const again = ask('anna', early, { commandId: 'the-same-command' });
		take(room, again);
		expect(first.answers[0]?.ok).toBe(false);
		expect(again.answers).toEqual(first.answers);
	});

	test('that came while all input was paused is decided anew afterwards', () => {
		const held = ask('anna', post('een'), { commandId: 'one-and-the-same-id' });
		take(room, ask('facilitator', { type: 'SetFrozen', isFrozen: true }), held);
		expect(held.answers).toEqual([{ ok: false, rejection: 'frozen' }]);
		const again = ask('anna', post('een'), { commandId: 'one-and-the-same-id' });
		take(room, ask('facilitator', { type: 'SetFrozen', isFrozen: false }), again);
		expect(again.answers).toMatchObject([{ ok: true }]);
	});

	test('of somebody who has turned out to be somebody else is decided anew when they come as that one', () => {
		const merge = {
			type: 'MergePeople',
			fromId: participationId('anna'),
			intoId: participationId('bram')
		} as const;
		const late = ask('anna', post('een'), { commandId: 'one-and-the-same-id' });
		take(room, ask('facilitator', merge), late);
		expect(late.answers).toEqual([{ ok: false, rejection: 'not-joined' }]);
		const again = ask('bram', post('een'), { commandId: 'one-and-the-same-id' });
		take(room, again);
		expect(again.answers).toMatchObject([{ ok: true }]);
	});

	test('from before a restart is answered from the log', () => {
		const again = ask('anna', post('een'), { commandId: 'from-before' });
		expect(room.unanswered([again.request])).toEqual(['from-before']);
		const plan = room.plan([again.request], new Map([['from-before', 4]]));
		expect(plan.append).toBeNull();
		room.adopt(plan);
		expect(again.answers).toEqual([{ ok: true, version: 4 }]);
		expect(room.unanswered([again.request])).toEqual([]);
	});
});

describe('a command in which a promise breaks', () => {
	const breaking = {
		commandId: 'the-breaking-command',
		proofOf: () => {
			throw new Error('Broken promise');
		}
	};
	let room: Room;

	beforeEach(() => {
		room = roomOf(anOpenWorksession({ authorVisibility: 'fully-anonymous' }).at('bottlenecks', 'writing'));
	});

	test('is a fault with its id in the log, and takes no other along', () => {
		const [before, broken, after] = [
			ask('bram', post('een')),
			ask('anna', post('twee'), breaking),
			ask('bram', post('drie'))
		];
		const plan = planOf(room, before, broken, after);
		expect(plan.append?.commands).toHaveLength(2);
		room.adopt(plan);
		expect(broken.answers).toEqual([{ ok: false, fault: 'fault-1' }]);
		expect(faults).toEqual([new Error('Broken promise')]);
		expect([...before.answers, ...after.answers].every(({ ok }) => ok)).toBe(true);
	});

	test('may succeed when it is sent again', () => {
		take(room, ask('anna', post('een'), breaking));
		const again = ask('anna', post('een'), { commandId: breaking.commandId });
		take(room, again);
		expect(again.answers[0]?.ok).toBe(true);
	});
});

test('a room that takes over what the log holds tells everyone what that changes', () => {
	const day = anOpenWorksession().at('bottlenecks', 'writing');
	const room = roomOf(day);
	const anna = identityFor('anna');
	room.viewers.enter(room.world, 'participant', anna);
	day.card('anna', 'een');
	room.reload(worldOf(day));
	expect(room.world.version).toBe(day.events.length);
	expect(outgoing.sharedTo('participant')).toHaveLength(1);
	expect(outgoing.ownTo(anna)).toHaveLength(1);
});
