import { beforeEach, describe, expect, test } from 'vitest';
import { Clockwork } from '../../../tests/kit/clockwork.ts';
import { worldOf } from '../../../tests/kit/live.ts';
import {
	actorFor,
	anOpenWorksession,
	participationId,
	roundId,
	type Preparation,
	type Story,
	type Who
} from '../../../tests/kit/worksession.ts';
import type { Hold } from '#lib/domain/board/holding.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import { HoldBoard, type HandOnBoard } from './hold-board.ts';

const ROUND = roundId('bottlenecks');

let clockwork: Clockwork;
let board: HoldBoard;
let day: Story;
/** All that was sent, per reader. */
let told: Map<string, (readonly HeldView[])[]>;
let card: string;

/** Anna leads the table at which she wrote a card; Bram sits at another and leads that. */
function begin(preparation: Preparation = {}): void {
	day = anOpenWorksession(preparation);
	for (const [index, who] of ['anna', 'bram'].entries()) {
		day.act('facilitator', { type: 'AddTable', table: { name: `Tafel ${index + 1}`, exampleId: null } });
		const tableId = day.state.tables[index]?.id ?? '';
		day.act(who, { type: 'TakeSeat', tableId });
		day.act('facilitator', { type: 'SetHost', tableId, participationId: participationId(who) });
	}
	day.join('carla', 'GM0193').at('bottlenecks', 'sharing');
	card = day.card('anna', 'een');
}

function enter(reader: string, who: Who = reader, facilitatorName = ''): HandOnBoard {
	const sent: (readonly HeldView[])[] = [];
	told.set(reader, sent);
	return board.enter('a', {
		actor: actorFor(who),
		facilitatorName,
		world: () => worldOf(day),
		send: (held) => sent.push(held)
	});
}

function holding(...ids: readonly string[]): Hold {
	return { roundId: ROUND, items: ids.map((id) => ({ kind: 'card', id })) };
}

function lastTold(reader: string): readonly HeldView[] | undefined {
	return told.get(reader)?.at(-1);
}

beforeEach(() => {
	clockwork = new Clockwork();
	board = new HoldBoard(clockwork.system);
	told = new Map();
	begin();
});

describe('who holds a card', () => {
	test('is told to those who arrange, by the name that each may know, and not to whoever holds it', () => {
		const femke = enter('femke', 'facilitator', 'Femke');
		enter('marieke', 'facilitator', 'Marieke');
		for (const who of ['anna', 'carla']) enter(who);
		femke.hold(holding(card));
		clockwork.advance(200);
		const { roundId: round, items } = holding(card);
		expect(lastTold('marieke')).toEqual([{ roundId: round, items, isByFacilitator: true, name: 'Femke' }]);
		expect(lastTold('anna')).toEqual([{ roundId: round, items, isByFacilitator: true, name: null }]);
		expect([lastTold('femke'), lastTold('carla')]).toEqual([undefined, undefined]);
	});

	test.each([
		['open', 'Naam van anna'],
		['municipality', null],
		['fully-anonymous', null]
	] as const)('in a worksession that is %s another host reads of a host: %s', (authorVisibility, name) => {
		begin({ authorVisibility });
		const anna = enter('anna');
		for (const who of ['bram', 'facilitator']) enter(who);
		anna.hold(holding(card));
		clockwork.advance(200);
		expect(lastTold('bram')).toMatchObject([{ isByFacilitator: false, name }]);
		expect(lastTold('facilitator')).toMatchObject([{ isByFacilitator: false, name: 'Naam van anna' }]);
	});

	test('is nobody who may not move it: whoever only takes part, a host of another table, and nobody a hidden card', () => {
		enter('facilitator');
		enter('carla').hold(holding(card));
		enter('bram').hold(holding(card));
		day.at('needs', 'writing');
		const hidden = day.card('anna', 'verborgen');
		const items = [{ kind: 'card', id: hidden }] as const;
		enter('marieke', 'facilitator', 'Marieke').hold({ roundId: roundId('needs'), items });
		clockwork.advance(200);
		expect(told.get('facilitator')).toEqual([]);
		expect(JSON.stringify([...told.values()])).not.toContain(hidden);
	});

	test('ends when it is put down, when the connection goes, and after fifteen seconds of silence', () => {
		enter('marieke', 'facilitator', 'Marieke');
		const endings: readonly ((hand: HandOnBoard) => void)[] = [
			(hand) => hand.hold(null),
			(hand) => hand.leave(),
			() => clockwork.advance(15_000)
		];
		for (const end of endings) {
			const hand = enter('femke', 'facilitator', 'Femke');
			hand.hold(holding(card));
			clockwork.advance(200);
			expect(lastTold('marieke')).toHaveLength(1);
			end(hand);
			clockwork.advance(200);
			expect(lastTold('marieke')).toEqual([]);
		}
	});

	test('lasts while it is said again, and is told to whoever comes in meanwhile', () => {
		const femke = enter('femke', 'facilitator', 'Femke');
		for (let count = 0; count < 6; count += 1) {
			femke.hold(holding(card));
			clockwork.advance(5000);
		}
		enter('marieke', 'facilitator', 'Marieke');
		clockwork.advance(200);
		expect(lastTold('marieke')).toHaveLength(1);
	});

	test('is told five times a second at most, and only when it is another', () => {
		const femke = enter('femke', 'facilitator', 'Femke');
		enter('marieke', 'facilitator', 'Marieke');
		for (let count = 0; count < 100; count += 1) {
			femke.hold(count % 2 === 0 ? null : holding(card));
			clockwork.advance(10);
		}
		expect(told.get('marieke')?.length).toBeLessThanOrEqual(5);
		const before = told.get('marieke')?.length;
		for (let count = 0; count < 10; count += 1) {
			femke.hold(holding(card));
			clockwork.advance(200);
		}
		expect(told.get('marieke')?.length).toBeLessThanOrEqual((before ?? 0) + 1);
	});

	test('stays in its worksession', () => {
		const sent: unknown[] = [];
		const reader = { actor: actorFor('facilitator'), facilitatorName: 'Ander', world: () => worldOf(day) };
		board.enter('b', { ...reader, send: (held) => sent.push(held) });
		enter('femke', 'facilitator', 'Femke').hold(holding(card));
		clockwork.advance(200);
		expect(sent).toEqual([]);
	});
});
