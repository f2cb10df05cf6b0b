import type { RoundItem } from '../board/item.ts';
import { itemKey } from '../board/items.ts';
import { sortedByKey } from '../keyed.ts';
import type { DealFacts, ProductIdea } from '../choose/idea.ts';
import type { Interest, PrivacyCheck, ProductForm } from '../vocabulary.ts';

/** A product idea. Needs and origins are item keys. */
export interface RecordIdea {
	readonly id: string;
	readonly order: number;
	readonly title: string;
	readonly form: ProductForm;
	readonly summary: string;
	/** What a municipality must bring itself. */
	readonly ownPart: string;
	/** What is delivered once, for all municipalities. */
	readonly nationalPart: string;
	readonly privacyCheck: PrivacyCheck | null;
	/** What is agreed; null for anything but a data deal, and while nothing is. */
	readonly deal: DealFacts | null;
	readonly needs: readonly string[];
	/** Ids of the practice examples it is based on; an example tells its dossier, by which it is the same over worksessions. */
	readonly examples: readonly string[];
	/** What it was made from; empty when it was thought up afresh. */
	readonly from: readonly string[];
	readonly table: string | null;
	/** Which municipalities want to take part, by code. */
	readonly interests: Readonly<Record<string, Interest>>;
}

export function recordIdea(idea: ProductIdea, index: number): RecordIdea {
	const { id, title, form, summary, ownPart, nationalPart, privacyCheck, needs, examples, from, tableId } =
		idea;
	const keysOf = (items: readonly RoundItem[]) => items.map(({ item }) => itemKey(item));
	const restsOn = { needs: keysOf(needs), examples, from: keysOf(from) };
	const deal = idea.deal && recordDeal(idea.deal);
	const facts = { title, form, summary, ownPart, nationalPart, privacyCheck, deal };
	const interests = sortedByKey(idea.interests);
	return { id, order: index + 1, ...facts, ...restsOn, table: tableId, interests };
}

function recordDeal(deal: DealFacts): DealFacts {
	const { parties, dataset, definitions, frequency, quality, costs, term, evaluateOn, exit } = deal;
	return { parties, dataset, definitions, frequency, quality, costs, term, evaluateOn, exit };
}
