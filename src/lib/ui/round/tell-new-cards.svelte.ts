import { untrack } from 'svelte';
import { m } from '#lib/i18n/words.ts';
import type { Announcer } from '../primitives/announcer.svelte.ts';
import { newCardsSaid } from '../primitives/new-cards-said.svelte.ts';
import { browserTimers } from '../primitives/timers.ts';

/** New cards are told together, so that a busy room does not talk all the time. */
const EVERY_MS = 5_000;

/** Cards of others in the round that goes on. */
export interface CardsThere {
	readonly roundId: string;
	readonly count: number;
}

/** Says how many cards came and how many there are; null where that is not to be told. Call while a component starts. */
export function tellNewCards(read: () => CardsThere | null, announcer: Announcer): void {
	let told = untrack(read);
	$effect(() => newCardsSaid.load());
	$effect(() =>
		browserTimers.every(EVERY_MS, () => {
			const now = read();
			const added = now !== null && told?.roundId === now.roundId ? now.count - told.count : 0;
			if (now && added > 0 && newCardsSaid.areOn)
				announcer.polite(m.common_said_new_cards({ count: added, total: now.count }), 'cards');
			told = now;
		})
	);
}
