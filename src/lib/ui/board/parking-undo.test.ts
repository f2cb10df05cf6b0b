import { expect, test } from 'vitest';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { OwnerFacts } from '#lib/domain/people/owner.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { anOpenWorksession, participationId, roundId } from '../../../../tests/kit/worksession.ts';
import { undoOfPark, undoOfUnpark } from './parking-undo.ts';

function aDay() {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const items = ['een', 'twee'].map((text) => ({ kind: 'card', id: day.card('anna', text) }) as const);
	const client = {
		get shared() {
			return day.shared('facilitator');
		},
		foresee: (command: CommandOf<'Park'>) => {
			const outcome = day.attempt('facilitator', command);
			return outcome.ok ? { before: day.state, after: outcome.value.reduce(evolve, day.state) } : null;
		}
	};
	const park = (items: CommandOf<'Park'>['items'], owner: Partial<OwnerFacts> = {}): CommandOf<'Park'> => {
		const parked = { text: 'Later ', ownerId: null, ownerName: '', ...owner };
		return { type: 'Park', roundId: roundId('bottlenecks'), items, parked, tableId: null };
	};
	return { day, items, client: client as Parameters<typeof undoOfPark>[0], park };
}

test('what was parked is found to take it off again, whatever others parked since', () => {
	const { day, items, client, park } = aDay();
	const undo = undoOfPark(client, park(items.slice(0, 1)));
	expect(undo()).toBeNull();
	day.act('facilitator', park(items));
	day.act('facilitator', park(items.slice(0, 1)));
	expect(undo()).toEqual({ type: 'Unpark', parkedId: day.state.parked[1]?.id });
});

test('what was taken off is parked again with its cards, its words and its owner', () => {
	const { day, items, park } = aDay();
	day.act('facilitator', park(items, { ownerId: participationId('bram') }));
	const [before] = day.state.parked;
	const [seen] = day.shared('facilitator').parked;
	const undo = seen && undoOfUnpark(seen);
	day.act('facilitator', { type: 'Unpark', parkedId: before?.id ?? '' });
	const command = undo?.();
	if (command) day.act('facilitator', command);
	expect(day.state.parked).toEqual([{ ...before, id: day.state.parked[0]?.id }]);
});

test('whoever does not learn who the owner was is not offered to park it again', () => {
	const { day, items, park } = aDay();
	day.act('facilitator', park(items, { ownerId: participationId('bram') }));
	day.act('facilitator', park(items, { ownerName: 'CBS' }));
	const undos = day.shared('participant').parked.map(undoOfUnpark);
	expect(undos.map((undo) => undo !== null)).toEqual([false, true]);
});
