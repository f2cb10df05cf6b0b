import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import { accept, reject } from '../outcome.ts';
import { recordJson, intakeRecord } from '../record/record.ts';
import { HIDDEN_TEXT } from '../visibility/card-view.ts';

const ROUND = roundId('bottlenecks');
const TEXT = 'Bureau X weigert alles';
const set = (isHidden: boolean, ...cardIds: readonly string[]): Command => ({
	type: 'SetHidden',
	roundId: ROUND,
	cardIds,
	isHidden
});

describe('[H11] a card that is hidden from the room', () => {
	test('says nothing to the room, to nobody but who leads and who wrote it, and keeps its place', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const id = day.card('anna', TEXT);
		day.act('facilitator', set(true, id));
		for (const audience of ['participant', 'screen'] as const) {
			expect(JSON.stringify(day.shared(audience))).not.toContain(TEXT);
			const card = day.shared(audience).rounds[ROUND]?.cards[id];
			expect(card).toMatchObject({ text: HIDDEN_TEXT, author: null, isHidden: true });
		}
		expect(JSON.stringify(day.own('bram'))).not.toContain(TEXT);
		expect(JSON.stringify(day.own('anna'))).toContain(TEXT);
		expect(day.shared('facilitator').rounds[ROUND]?.cards[id]).toMatchObject({ text: TEXT, isHidden: true });
	});

	test('comes back as it was, with what was done to it meanwhile', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [id, other] = [day.card('anna', TEXT), day.card('bram', 'Te laat bericht')];
		const before = day.shared('participant').rounds[ROUND]?.cards[id];
		day.act('facilitator', set(true, id));
		const clusterId = day.cluster('Stapel', id, other);
		day.act('facilitator', set(false, id));
		expect(day.shared('participant').rounds[ROUND]?.cards[id]).toEqual({ ...before, clusterId });
	});

	test('stays hidden when its writer changes it, and stands in the record as it is', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const id = day.card('anna', TEXT);
		day.act('facilitator', set(true, id));
		const edit = { roundId: ROUND, cardId: id, text: 'Bureau Y weigert alles', stepId: null };
		day.act('anna', { type: 'EditCard', ...edit });
		expect(JSON.stringify(day.shared('screen'))).not.toContain('Bureau');
		expect(recordJson(intakeRecord(day.state))).toContain('Bureau Y weigert alles');
	});

	test('is in no spotlight, and cannot be put in one', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const id = day.card('anna', TEXT);
		const light: Command = {
			type: 'SetSpotlight',
			spotlight: { roundId: ROUND, item: { kind: 'card', id } }
		};
		day.act('facilitator', light);
		day.act('facilitator', set(true, id));
		expect(day.shared('screen').spotlight).toBeNull();
		expect(day.attempt('facilitator', light)).toEqual(reject('card-hidden'));
	});

	test('is hidden once, and only what the room has seen can be', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const id = day.card('anna', TEXT);
		day.at('bottlenecks', 'sharing');
		day.act('facilitator', set(true, id, id));
		expect(day.attempt('facilitator', set(true, id))).toEqual(accept([]));
		expect(day.attempt('facilitator', set(true, id, 'nergens'))).toEqual(reject('unknown-card'));
		expect(day.attempt('facilitator', set(true))).toEqual(reject('unknown-card'));
		expect(day.attempt('anna', set(false, id)).ok).toBe(false);
	});
});
