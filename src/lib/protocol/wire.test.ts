import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { apply, diff } from './patch.ts';
import { fromWire, toWire, type WirePatch } from './wire.ts';

const throughJson = (patch: WirePatch): WirePatch => JSON.parse(JSON.stringify(patch)) as WirePatch;

const card = fc.record<CardView>({
	id: fc.constantFrom('c1', 'c2', 'c3'),
	text: fc.string({ minLength: 1 }),
	author: fc.option(
		fc.record({
			name: fc.option(fc.string()),
			municipalities: fc.array(fc.constantFrom('GM0014', 'GM0363')),
			organisation: fc.constantFrom('', 'CBS')
		})
	),
	stepId: fc.option(fc.constant('s1')),
	clusterId: fc.option(fc.constant('k1')),
	tableId: fc.option(fc.constant('t1')),
	isLate: fc.boolean(),
	isPutIn: fc.boolean(),
	isWrittenFor: fc.boolean(),
	isHidden: fc.boolean(),
	redaction: fc.option(fc.constant({ by: 'writer', reason: 'een naam', at: 7 } as const))
});
const cards = fc.array(card).map((list) => Object.fromEntries(list.map((one) => [one.id, one])));
const view = fc.record({
	rounds: fc.dictionary(
		fc.constantFrom('r1', 'a/b', 'a~b', 'x~1y'),
		fc.record({ cardCount: fc.nat(9), cards })
	),
	facts: fc.record({ title: fc.string() })
});

describe('the short form of a patch', () => {
	test('[V3] means what the patch means, also after crossing the wire', () => {
		fc.assert(
			fc.property(view, view, (before, after) => {
				const patch = diff(before, after);
				const reached = patch ? apply(before, fromWire(throughJson(toWire(patch)))) : before;
				expect(reached).toEqual(after);
			}),
			{ numRuns: 2000 }
		);
	});

	test('of a hidden card costs at most 60 bytes a person, frame included', () => {
		const before = { rounds: { AbCdEfGhIjKl: { cardCount: 118, cards: {} } } };
		const after = { rounds: { AbCdEfGhIjKl: { cardCount: 119, cards: before.rounds.AbCdEfGhIjKl.cards } } };
		expect(frameOf(before, after).length).toBeLessThanOrEqual(60);
	});

	test('of a card of 170 characters costs at most 300 bytes a person, frame included', () => {
		const shown: CardView = {
			id: 'MnOpQrStUvWx',
			text: 'a'.repeat(170),
			author: { name: null, municipalities: ['GM0363'], organisation: '' },
			stepId: null,
			clusterId: null,
			tableId: null,
			isLate: false,
			isPutIn: false,
			isWrittenFor: false,
			isHidden: false,
			redaction: null
		};
		const before = { rounds: { AbCdEfGhIjKl: { cardCount: 118, cards: {} } } };
		const after = { rounds: { AbCdEfGhIjKl: { cardCount: 119, cards: { MnOpQrStUvWx: shown } } } };
		expect(frameOf(before, after).length).toBeLessThanOrEqual(300);
	});
});

/** The frame that socket.io writes for this change. */
function frameOf(before: unknown, after: unknown): string {
	const patch = diff(before, after);
	if (!patch) throw new Error('Nothing changed');
	const { changed, gone } = toWire(patch);
	return `42${JSON.stringify(['patch', 413, 1, changed, ...(gone ? [gone] : [])])}`;
}
