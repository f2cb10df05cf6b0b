import { describe, expect, test } from 'vitest';
import type { ItemRef } from '#lib/domain/board/item.ts';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { isCardLit, litItem } from './lit.ts';

const ROUND = roundId('bottlenecks');

function aRoundWith() {
	const day = anOpenWorksession({ authorVisibility: 'municipality' }).at('bottlenecks', 'sharing');
	const [one, two] = [day.card('anna', 'Te laat bericht'), day.card('bram', 'Geen mandaat')];
	const light = (item: ItemRef) =>
		day.act('facilitator', { type: 'SetSpotlight', spotlight: { roundId: ROUND, item } });
	return { day, one, two, light };
}

describe('what stands in the spotlight', () => {
	test('is a card with its author as far as the room may know', () => {
		const { day, one, light } = aRoundWith();
		expect(litItem(day.shared('screen'))).toBeNull();
		light({ kind: 'card', id: one });
		expect(litItem(day.shared('screen'))).toEqual({
			key: `card:${one}`,
			title: 'Te laat bericht',
			isCluster: false,
			cardCount: 1,
			author: { name: null, municipalities: ['GM0014'], organisation: '' }
		});
	});

	test('is a stack with the number of its cards, and lights each of them', () => {
		const { day, one, two, light } = aRoundWith();
		const id = day.cluster('Te traag', one, two);
		light({ kind: 'cluster', id });
		const lit = litItem(day.shared('screen'));
		expect(lit).toMatchObject({ title: 'Te traag', isCluster: true, cardCount: 2 });
		expect(isCardLit(lit?.key ?? null, { id: one, clusterId: id })).toBe(true);
		expect(isCardLit(lit?.key ?? null, { id: one, clusterId: null })).toBe(false);
	});

	test('lights nothing once the group is at another round', () => {
		const { day, one, light } = aRoundWith();
		light({ kind: 'card', id: one });
		day.act('facilitator', { type: 'StartItem', itemId: roundId('needs') });
		expect(litItem(day.shared('screen'))).toBeNull();
	});
});
