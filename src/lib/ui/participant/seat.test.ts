import { describe, expect, test } from 'vitest';
import { m } from '#lib/i18n/words.ts';
import { seatChanges } from './announce-table.svelte.ts';
import { ownTable } from './seat.ts';
import { hasStepColumns, stepsForCard, tableForNewCard } from './write-steps.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

const tables = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];
const steps = [
	{ id: 'a', title: 'Melding', tableId: null, details: NO_DETAILS },
	{ id: 'b', title: 'Duiden', tableId: 't1', details: NO_DETAILS },
	{ id: 'c', title: 'Actie', tableId: 't2', details: NO_DETAILS }
];
const settings = {
	question: '',
	helpText: '',
	minutes: { writing: 5, sharing: 5, arranging: 5, voting: 5 },
	isAtTables: true,
	dotBudget: 5,
	budgetPer: 'person' as const,
	dotsPerItemMax: 3
};

describe('my seat', () => {
	test('is told when it changes, and not when the table gets another name', () => {
		const at1 = { tableId: 't1', name: 'Tafel 1', isHost: false };
		const at2 = { tableId: 't2', name: 'Tafel 2', isHost: false };
		const nowhere = { tableId: null, name: null, isHost: false };
		expect(seatChanges(at1, at2)).toEqual([m.room_say_seat({ table: 'Tafel 2' })]);
		expect(seatChanges(at2, nowhere)).toEqual([m.room_say_seat_none()]);
		expect(seatChanges(at1, { ...at1, name: 'Adressen' })).toEqual([]);
	});

	test('tells who begins or ends to lead a table', () => {
		const guest = { tableId: 't1', name: 'Tafel 1', isHost: false };
		const host = { ...guest, isHost: true };
		expect(seatChanges(guest, host)).toEqual([m.room_say_host({ table: 'Tafel 1' })]);
		expect(seatChanges(host, guest)).toEqual([m.room_say_host_ended()]);
	});

	test('at a table that is no more is no seat', () => {
		expect(ownTable({ tables }, { tableId: 't9' })).toBeNull();
		expect(ownTable({ tables }, { tableId: 't2' })?.name).toBe('Tafel 2');
	});
});

describe('the steps at which I write', () => {
	const idsFor = (tableId: string | null) =>
		stepsForCard({ steps, tables }, { kind: 'bottlenecks' }, tableId).map(({ id }) => id);

	test('are those of the room and of my own table', () => {
		expect(idsFor('t1')).toEqual(['a', 'b']);
		expect(idsFor('t2')).toEqual(['a', 'c']);
		expect(idsFor(null)).toEqual(['a']);
	});

	test('are none in rounds that do not ask about the process', () => {
		for (const kind of ['process', 'introduction', 'rating', 'checkout'] as const)
			expect(stepsForCard({ steps, tables }, { kind }, 't1')).toEqual([]);
		expect(hasStepColumns({ kind: 'process' })).toBe(true);
		expect(hasStepColumns({ kind: 'checkout' })).toBe(false);
	});

	test('belong to my table only in a round that is held at tables', () => {
		expect(tableForNewCard({ tableId: 't1' }, { settings })).toBe('t1');
		expect(tableForNewCard({ tableId: 't1' }, { settings: { ...settings, isAtTables: false } })).toBeNull();
	});
});
