import type { RoundItem } from '../board/item.ts';
import type { Interest, PrivacyCheck, ProductForm } from '../vocabulary.ts';

/** What is agreed in a data deal. Every part may be left open. */
export interface DealFacts {
	readonly parties: string;
	readonly dataset: string;
	readonly definitions: string;
	readonly frequency: string;
	readonly quality: string;
	readonly costs: string;
	readonly term: string;
	/** ISO date (yyyy-mm-dd), or null while none was agreed. */
	readonly evaluateOn: string | null;
	/** How the parties end it. */
	readonly exit: string;
}

/** What could be made for all municipalities. */
export interface IdeaFacts {
	readonly title: string;
	readonly form: ProductForm;
	/** What it does; may be left open. */
	readonly summary: string;
	/** What a municipality must bring itself; may be left open. */
	readonly ownPart: string;
	/** What is delivered once, for all municipalities; may be left open. */
	readonly nationalPart: string;
	/** Null while nobody said. */
	readonly privacyCheck: PrivacyCheck | null;
	/** What is agreed; only for a data deal, and null while nothing is. */
	readonly deal: DealFacts | null;
	/** What it is for: cards and clusters of rounds of needs. */
	readonly needs: readonly RoundItem[];
	/** Ids of the practice examples of the day that it is based on: where it is there already. */
	readonly examples: readonly string[];
}

/** A candidate for what is to be made: an instrument, a way of working or a data deal. */
export interface ProductIdea extends IdeaFacts {
	readonly id: string;
	/** The table whose idea it is; null is the whole room. */
	readonly tableId: string | null;
	/** What it was made from; empty when it was thought up afresh, or when that is no more. */
	readonly from: readonly RoundItem[];
	/** Which municipalities want to take part, by code; the others did not say so. */
	readonly interests: Readonly<Record<string, Interest>>;
}
