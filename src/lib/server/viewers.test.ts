import { beforeEach, describe, expect, test } from 'vitest';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { AUDIENCES, type Audience } from '#lib/domain/vocabulary.ts';
import { apply } from '#lib/protocol/patch.ts';
import { identityFor, Outgoing, worldOf } from '../../../tests/kit/live.ts';
import { anOpenWorksession, participationId, roundId, type Story } from '../../../tests/kit/worksession.ts';
import { Viewers } from './viewers.ts';

const anna = identityFor('anna');
const bram = identityFor('bram');

let day: Story;
let outgoing: Outgoing;
let viewers: Viewers;

beforeEach(() => {
	day = anOpenWorksession().at('bottlenecks', 'writing');
	outgoing = new Outgoing();
	viewers = new Viewers('worksession-1', outgoing);
});

/** Tells everyone what this act changed. */
function publish(act: () => readonly WorksessionEvent[], ...actors: readonly string[]): void {
	const events = act();
	viewers.publish(worldOf(day), events, new Set(actors.map(participationId)));
}

const note = () =>
	day.act('facilitator', {
		type: 'ChangeRound',
		roundId: roundId('needs'),
		settings: { ...day.round('needs').settings, note: `notitie ${day.events.length}` }
	});

const post = (who: string) =>
	day.act(who, { type: 'PostCard', roundId: roundId('bottlenecks'), text: 'tekst', stepId: null });

describe('an audience', () => {
	test('that nobody is part of is sent nothing', () => {
		viewers.enter(worldOf(day), 'screen', null);
		publish(() => post('anna'), 'anna');
		expect(outgoing.sharedTo('screen')).toHaveLength(1);
		expect(outgoing.count).toBe(1);
		expect(viewers.isEmpty).toBe(false);
	});

	test('is sent one patch, however many look', () => {
		for (let connection = 0; connection < 100; connection += 1) viewers.enter(worldOf(day), 'screen', null);
		publish(() => post('anna'), 'anna');
		expect(outgoing.count).toBe(1);
	});

	test('is sent patches until its last connection has left', () => {
		viewers.enter(worldOf(day), 'screen', null);
		viewers.enter(worldOf(day), 'screen', null);
		viewers.leave('screen', null);
		publish(() => post('anna'), 'anna');
		expect(outgoing.count).toBe(1);
		viewers.leave('screen', null);
		publish(() => post('anna'), 'anna');
		expect(outgoing.count).toBe(1);
		expect(viewers.isEmpty).toBe(true);
	});

	test('of whom nobody is left starts anew with what is so now', () => {
		viewers.enter(worldOf(day), 'screen', null);
		viewers.leave('screen', null);
		post('anna');
		viewers.enter(worldOf(day), 'screen', null);
		expect(viewers.sent('screen', null).shared).toEqual(day.shared('screen'));
		expect(viewers.sent('screen', null).version).toBe(day.events.length);
	});

	test('reaches, patch by patch and without a gap, exactly what it may see', () => {
		const reached = new Map<Audience, unknown>();
		for (const audience of AUDIENCES) {
			viewers.enter(worldOf(day), audience, null);
			reached.set(audience, viewers.sent(audience, null).shared);
		}
		const start = day.events.length;
		publish(() => post('anna'), 'anna');
		publish(note);
		publish(() => post('bram'), 'bram');
		publish(() =>
			day.act('facilitator', { type: 'MoveStage', roundId: roundId('bottlenecks'), stage: 'sharing' })
		);
		for (const audience of AUDIENCES) {
			const patches = outgoing.sharedTo(audience);
			expect(patches[0]?.from).toBe(start);
			expect(patches.slice(1).map(({ from }) => from)).toEqual(patches.slice(0, -1).map(({ to }) => to));
			expect(patches.at(-1)?.to).toBe(day.events.length);
			const view = patches.reduce((before, { patch }) => apply(before, patch), reached.get(audience));
			expect(view).toEqual(day.shared(audience));
		}
	});

	test('hears nothing of what it may not see, and misses no version by that', () => {
		for (const audience of AUDIENCES) viewers.enter(worldOf(day), audience, null);
		publish(note);
		expect(outgoing.sharedTo('facilitator')).toHaveLength(1);
		expect(outgoing.count).toBe(1);
		expect(viewers.sent('participant', null).version).toBe(day.events.length - 1);
		publish(() => post('anna'), 'anna');
		expect(outgoing.sharedTo('participant')[0]?.from).toBe(day.events.length - 2);
	});

	test('may be looked at only by whoever entered', () => {
		expect(() => viewers.sent('screen', null)).toThrow('Broken promise');
	});
});

describe('an own view', () => {
	beforeEach(() => {
		viewers.enter(worldOf(day), 'participant', anna);
		viewers.enter(worldOf(day), 'participant', bram);
	});

	test('is sent to its own identity and to nobody else', () => {
		publish(() => post('anna'), 'anna');
		expect(outgoing.ownTo(anna)).toHaveLength(1);
		expect(outgoing.ownTo(bram)).toEqual([]);
		expect(JSON.stringify(outgoing.sharedTo('participant')), 'a hidden card').not.toContain('tekst');
	});

	test('of two tabs of one browser is one, and of another browser is its own', () => {
		const elsewhere = identityFor('anna', 'another browser');
		viewers.enter(worldOf(day), 'participant', anna);
		publish(() => post('anna'), 'anna');
		viewers.enter(worldOf(day), 'participant', elsewhere);
		publish(() => post('anna'), 'anna');
		expect(outgoing.ownTo(anna).map(({ seq }) => seq)).toEqual([1, 2]);
		expect(outgoing.ownTo(elsewhere).map(({ seq }) => seq)).toEqual([1]);
		viewers.leave('participant', anna);
		publish(() => post('anna'), 'anna');
		expect(outgoing.ownTo(anna)).toHaveLength(3);
		viewers.leave('participant', anna);
		publish(() => post('anna'), 'anna');
		expect(outgoing.ownTo(anna)).toHaveLength(3);
		expect(outgoing.ownTo(elsewhere)).toHaveLength(3);
	});

	test('changes too by what somebody else did to it', () => {
		publish(() => post('anna'), 'anna');
		publish(() => post('bram'), 'bram');
		day.at('bottlenecks', 'sharing');
		const cardId = Object.keys(day.own('anna')?.cards ?? {})[0] ?? '';
		viewers.publishAll(worldOf(day));
		const before = outgoing.ownTo(anna).length;
		const toBram = outgoing.ownTo(bram).length;
		day.act('facilitator', { type: 'AddStep', title: 'Signaal', tableId: null, roundId: null, cardIds: [] });
		const stepId = day.state.steps[0]?.id ?? '';
		publish(() =>
			day.act('facilitator', {
				type: 'PinItems',
				roundId: roundId('bottlenecks'),
				items: [{ kind: 'card', id: cardId }],
				stepId
			})
		);
		expect(outgoing.ownTo(anna)).toHaveLength(before + 1);
		expect(outgoing.ownTo(bram)).toHaveLength(toBram);
		expect(viewers.sent('participant', anna).own).toEqual(day.own('anna'));
	});

	test('is part of what is sent to everyone after a reload, and only where it differs', () => {
		post('anna');
		viewers.publishAll(worldOf(day));
		expect(outgoing.ownTo(anna)).toHaveLength(1);
		expect(outgoing.ownTo(bram)).toEqual([]);
		viewers.publishAll(worldOf(day));
		expect(outgoing.ownTo(anna)).toHaveLength(1);
		expect(outgoing.sharedTo('participant')).toHaveLength(1);
	});
});

describe('whoever is no more', () => {
	const lookOn = () => {
		for (const identity of [anna, bram]) viewers.enter(worldOf(day), 'participant', identity);
	};
	const remove = () =>
		day.act('facilitator', {
			type: 'RemovePerson',
			participationId: participationId('anna'),
			withCards: false
		});

	test('is ended before anything else is sent', () => {
		lookOn();
		publish(remove);
		expect(outgoing.ended).toEqual([participationId('anna')]);
		expect(outgoing.sentBeforeEnd).toEqual([0]);
	});

	test('is ended also when only the log told so, after a write whose answer was lost', () => {
		lookOn();
		remove();
		viewers.publishAll(worldOf(day));
		expect(outgoing.ended).toEqual([participationId('anna')]);
		expect(outgoing.sentBeforeEnd).toEqual([0]);
	});

	test('and became somebody else is ended once, over all their browsers', () => {
		lookOn();
		viewers.enter(worldOf(day), 'participant', { ...anna, key: `${anna.key}-second` });
		const [fromId, intoId] = [participationId('anna'), participationId('bram')];
		publish(() => day.act('facilitator', { type: 'MergePeople', fromId, intoId }));
		expect(outgoing.ended).toEqual([fromId]);
	});
});
