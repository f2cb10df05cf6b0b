import { untrack } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import { m } from '#lib/i18n/words.ts';
import type { Toasts } from '../primitives/toasts.svelte.ts';
import { ownTable } from './seat.ts';

interface Seat {
	readonly tableId: string | null;
	readonly name: string | null;
	readonly isHost: boolean;
}

/**
 * Says, aloud and in a message, that I sit elsewhere or lead a table from now on, whoever did that: whoever is moved has to walk. Call
 * while a component starts; it ends with the component.
 */
export function announceTable(client: WorksessionClient, toasts: Toasts): void {
	let before: Seat | null = null;
	$effect(() => {
		const table = ownTable(client.shared, client.own);
		const now: Seat = {
			tableId: table?.id ?? null,
			name: table?.name ?? null,
			isHost: client.own?.isHost ?? false
		};
		const told = before;
		before = now;
		if (told) untrack(() => seatChanges(told, now).forEach((text) => toasts.show({ text, icon: 'tafel' })));
	});
}

/** What is said when a seat changes. A table that is only renamed is no other seat. */
export function seatChanges(before: Seat, now: Seat): readonly string[] {
	const said: string[] = [];
	if (before.tableId !== now.tableId)
		said.push(now.name === null ? m.room_say_seat_none() : m.room_say_seat({ table: now.name }));
	if (!before.isHost && now.isHost) said.push(m.room_say_host({ table: now.name ?? '' }));
	if (before.isHost && !now.isHost) said.push(m.room_say_host_ended());
	return said;
}
