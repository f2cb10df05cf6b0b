import type { OwnerFacts } from '../people/owner.ts';

/** What somebody is going to do. */
export interface ActionFacts extends OwnerFacts {
	readonly text: string;
	/** ISO date (yyyy-mm-dd), or null while none was agreed. */
	readonly dueOn: string | null;
}

export interface Action extends ActionFacts {
	readonly id: string;
}
