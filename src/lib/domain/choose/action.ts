import type { OwnerFacts } from '../people/owner.ts';

/** What an action follows from. */
export type ActionSource =
	| { readonly kind: 'decision'; readonly id: string }
	| { readonly kind: 'idea'; readonly id: string }
	/** Needs or bottlenecks of one round. They know the cards and not the stack these lay in, as what is parked does. */
	| { readonly kind: 'cards'; readonly roundId: string; readonly cardIds: readonly string[] };

/** What somebody is going to do. */
export interface ActionFacts extends OwnerFacts {
	readonly text: string;
	/** ISO date (yyyy-mm-dd), or null while none was agreed. */
	readonly dueOn: string | null;
	/** Null while nobody said. */
	readonly source: ActionSource | null;
}

export interface Action extends ActionFacts {
	readonly id: string;
}
