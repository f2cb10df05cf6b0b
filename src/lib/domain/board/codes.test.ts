import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import type { ItemCodes, ItemRef } from './item.ts';
import { reject } from '../outcome.ts';
import { intakeRecord } from '../record/record.ts';
import type { Category } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');
const card = (id: string): ItemRef => ({ kind: 'card', id });

function classify(codes: Partial<ItemCodes>, ...items: readonly ItemRef[]) {
	return { type: 'ClassifyItems', roundId: ROUND, items, codes } as const;
}

function codesOf(day: Story, key: string): ItemCodes | undefined {
	return day.shared('participant').rounds[ROUND]?.codes[key];
}

describe('codes of what lies on the board', () => {
	test('[K10] several cards and clusters get a code at once, and what is left out stays as it was', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two, three] = [day.card('anna', 'een'), day.card('anna', 'twee'), day.card('bram', 'drie')];
		const cluster: ItemRef = { kind: 'cluster', id: day.cluster('Stapel', one, two) };
		day.act('facilitator', classify({ category: 'financiering' }, cluster, card(three)));
		day.act('facilitator', classify({ nature: 'mag' }, cluster));
		const both = { category: 'financiering', also: [], nature: 'mag', phase: null, needType: null };
		expect(codesOf(day, `cluster:${cluster.id}`)).toEqual(both);
		expect(codesOf(day, `card:${three}`)).toMatchObject({ category: 'financiering', nature: null });
		expect(day.attempt('facilitator', classify({ nature: 'mag' }, cluster))).toEqual({ ok: true, value: [] });
		day.at('bottlenecks', 'closed').act('facilitator', classify({ category: null }, card(three)));
		expect(intakeRecord(day.state).classifications).toEqual([{ item: `cluster:${cluster.id}`, ...both }]);
	});

	test('[K10] what nobody can see is not there to classify', () => {
		const day = anOpenWorksession().at('bottlenecks', 'writing');
		const hidden = classify({ category: 'anders' }, card(day.card('anna', 'geheim')));
		expect(day.attempt('facilitator', hidden)).toEqual(reject('wrong-stage'));
		const unknown = classify({ category: 'anders' }, card('nowhere'));
		expect(day.at('bottlenecks', 'sharing').attempt('facilitator', unknown)).toEqual(reject('unknown-item'));
	});

	test('[K11] a code that the round does not ask is refused', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const id = day.card('anna', 'een');
		expect(day.attempt('facilitator', classify({ needType: 'data' }, card(id)))).toEqual(
			reject('code-not-asked')
		);
	});

	test('[K13] others stand beside a first category: once each, in the order of the code book, and none without a first', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const id = day.card('anna', 'een');
		const also = (...codes: readonly Category[]) => classify({ also: codes }, card(id));
		const nothing: unknown = { ok: true, value: [] };
		expect(day.attempt('facilitator', also('anders'))).toEqual(nothing);
		day.act(
			'facilitator',
			classify({ category: 'financiering', also: ['anders', 'financiering'] }, card(id))
		);
		day.act('facilitator', also('anders', 'juridisch-privacy', 'financiering', 'anders'));
		expect(codesOf(day, `card:${id}`)?.also).toEqual(['juridisch-privacy', 'anders']);
		expect(day.attempt('facilitator', also('anders', 'juridisch-privacy'))).toEqual(nothing);
		day.act('facilitator', classify({ category: 'anders' }, card(id)));
		expect(codesOf(day, `card:${id}`)).toMatchObject({ category: 'anders', also: ['juridisch-privacy'] });
		expect(intakeRecord(day.state).classifications).toMatchObject([{ also: ['juridisch-privacy'] }]);
		day.act('facilitator', classify({ category: null }, card(id)));
		expect(day.round('bottlenecks').codes).toEqual({});
	});

	test('[K12] a card keeps its codes in a cluster and has them again; those of the cluster end with it', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const [one, two] = [day.card('anna', 'een'), day.card('anna', 'twee')];
		day.act('facilitator', classify({ category: 'financiering' }, card(one)));
		const clusterId = day.cluster('Stapel', one, two);
		day.act('facilitator', classify({ category: 'anders' }, { kind: 'cluster', id: clusterId }));
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId });
		expect(Object.keys(day.round('bottlenecks').codes)).toEqual([`card:${one}`]);
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId: one });
		expect(day.round('bottlenecks').codes).toEqual({});
	});
});
