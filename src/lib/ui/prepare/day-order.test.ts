import { beforeEach, describe, expect, test } from 'vitest';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import { aWorksession } from '../../../../tests/kit/worksession.ts';
import { DayOrder } from './day-order.svelte.ts';
import { indexAt, itemNames, withItemAt } from './day-order.ts';

const aBreak = (id: string): AgendaItem => ({ kind: 'break', id, title: id, minutes: 10 });
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).join('');

describe('an item at another place', () => {
	const items = [...'abcd'].map(aBreak);

	test.each([
		['a', 3, 'bcda'],
		['d', 0, 'dabc'],
		['b', 2, 'acbd'],
		['b', 1, 'abcd'],
		['x', 0, 'abcd']
	])('%s at %i gives %s', (id, index, order) => {
		expect(idsOf(withItemAt(items, id, index))).toBe(order);
	});
});

test('a row that is held at a height comes after the rows whose middle it has passed', () => {
	const middles = [20, 60, 140];
	expect([0, 20, 21, 100, 500].map((y) => indexAt(y, middles))).toEqual([0, 0, 1, 2, 3]);
});

test('a second round of a kind is told from the first, and a break has its own name', () => {
	const day = aWorksession({ kinds: ['process', 'needs'] });
	const needs = day.state.agenda.find(({ id }) => id === 'round-needs');
	day.act('facilitator', { type: 'DuplicateItem', itemId: needs?.id ?? '' });
	expect([...itemNames(day.shared('facilitator')).values()]).toEqual([
		'Proces',
		'Behoeften',
		'Behoeften (2)',
		'Lunch'
	]);
});

/** A server of which the test decides when and what it answers. */
class Server {
	agenda: readonly AgendaItem[] = [...'abcd'].map(aBreak);
	readonly asked: string[] = [];
	#answers: ((isDone: boolean) => void)[] = [];
	readonly order = new DayOrder({
		agenda: () => this.agenda,
		move: (itemId, toIndex) => {
			this.asked.push(`${itemId}${toIndex}`);
			return new Promise((resolve) => this.#answers.push(resolve));
		}
	});

	answer(isDone: boolean): void {
		this.#answers.shift()?.(isDone);
	}

	shows(ids: string): void {
		this.agenda = [...ids].map(aBreak);
	}
}

describe('the order of the day on a page', () => {
	let server: Server;
	let order: DayOrder;
	const shown = () => idsOf(order.items);

	beforeEach(() => {
		server = new Server();
		order = server.order;
	});

	test('shows what is held where it is held, and asks nothing of the server until it is put down', () => {
		order.lift('b');
		order.holdAt(3);
		expect([order.heldId, shown()]).toEqual(['b', 'acdb']);
		order.holdAt(99);
		expect(shown()).toBe('acdb');
		order.holdAt(-5);
		expect(shown()).toBe('bacd');
		expect(server.asked).toEqual([]);
	});

	test('puts back what was held', () => {
		order.lift('b');
		order.holdAt(3);
		order.putBack();
		expect([order.heldId, shown(), server.asked.length]).toEqual([null, 'abcd', 0]);
	});

	test('does not fall back between the answer and the view', async () => {
		order.lift('b');
		order.holdAt(3);
		const dropped = order.drop();
		expect([order.heldId, shown(), server.asked]).toEqual([null, 'acdb', ['b3']]);
		server.answer(true);
		expect(await dropped).toBe(true);
		expect(shown()).toBe('acdb');
		server.shows('acdb');
		server.shows('cadb');
		expect(shown()).toBe('cadb');
	});

	test('falls back when the server refuses', async () => {
		const moved = order.moveBy('a', 1);
		expect(shown()).toBe('bacd');
		server.answer(false);
		expect(await moved).toBe(false);
		expect(shown()).toBe('abcd');
	});

	test('asks nothing for what stays where it is, also at the end of the day', async () => {
		expect(await order.moveBy('d', 1)).toBe(true);
		order.lift('c');
		expect(await order.drop()).toBe(true);
		expect(server.asked).toEqual([]);
	});

	test('lets go of what somebody else took out meanwhile', () => {
		order.lift('b');
		server.shows('acd');
		order.holdAt(0);
		expect(shown()).toBe('acd');
	});

	test('moves on from where things are shown, also before the first answer', async () => {
		const first = order.moveBy('a', 1);
		const second = order.moveBy('a', 1);
		expect(server.asked).toEqual(['a1', 'a2']);
		server.answer(true);
		server.answer(true);
		await Promise.all([first, second]);
		expect(shown()).toBe('bcad');
	});
});
