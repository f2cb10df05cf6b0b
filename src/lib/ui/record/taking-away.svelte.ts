import { createContext } from 'svelte';
import type { TextRef } from '#lib/domain/card/card.ts';

/** What on a record can lose its text. */
export type Takable =
	| TextRef
	| { readonly kind: 'card'; readonly id: string; readonly roundId: string }
	| { readonly kind: 'gone' };

/** The fields that ask it of the page of the record. */
export function fieldsOf(target: Takable, reason: string): Readonly<Record<string, string>> {
	return { ...target, reason };
}

/** While somebody takes texts away, each text of the record has a button for it: else these would be in the way of reading. */
export class TakingAway {
	isOn = $state(false);
	/** What is asked about now; no text stands for all that is no more. */
	asked: { readonly target: Takable; readonly text: string | null } | null = $state.raw(null);
}

export const [getTakingAway, setTakingAway] = createContext<TakingAway>();
