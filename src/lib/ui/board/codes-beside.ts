import { NO_CODES } from '#lib/domain/board/codes.ts';
import type { ItemCodes, ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import type { Command } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { Category } from '#lib/domain/vocabulary.ts';

/** A category beside the first one of several cards and stacks at once, of which each keeps what else it has. */

type Coded = Pick<RoundView, 'id' | 'codes'>;

/** How many of these have it beside their first; null where it can stand beside none of them. */
export function besideIn(
	round: Coded,
	items: readonly ItemRef[],
	category: Category
): 'none' | 'some' | 'all' | null {
	const able = items.map(codesIn(round)).filter((codes) => canStandBeside(codes, category));
	if (able.length === 0) return null;
	const having = able.filter(({ also }) => also.includes(category));
	if (having.length === able.length) return 'all';
	return having.length === 0 ? 'none' : 'some';
}

/** Puts it beside the first of all that have another one; takes it away where all of them have it. */
export function toggleBeside(
	round: Coded,
	items: readonly ItemRef[],
	category: Category
): readonly Command[] {
	const isTakenAway = besideIn(round, items, category) === 'all';
	const codesOf = codesIn(round);
	const able = items.filter((item) => canStandBeside(codesOf(item), category));
	const alike = Map.groupBy(able, (item) => codesOf(item).also.join());
	return [...alike.values()].flatMap((group): readonly Command[] => {
		const [first] = group;
		if (!first) return [];
		const others = codesOf(first).also.filter((code) => code !== category);
		const also = isTakenAway ? others : [...others, category];
		return [{ type: 'ClassifyItems', roundId: round.id, items: group, codes: { also } }];
	});
}

function codesIn(round: Coded): (item: ItemRef) => ItemCodes {
	return (item) => own(round.codes, itemKey(item)) ?? NO_CODES;
}

function canStandBeside({ category: first }: ItemCodes, category: Category): boolean {
	return first !== null && first !== category;
}
