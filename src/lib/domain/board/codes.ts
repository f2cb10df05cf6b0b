import type { ItemCodes } from './item.ts';
import { isVisibleItem, itemKey } from './items.ts';
import { ITEMS_PER_COMMAND_MAX } from '../limits.ts';
import { own } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { Rejection } from '../rejections.ts';
import { CATEGORIES, type Category, type RoundKind } from '../vocabulary.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';

/**
 * What cards and clusters are about, in the codes of the code book, so that worksessions can be compared. A card in a cluster keeps its
 * own codes and has them again when it is taken out; those of a cluster end with it.
 */

export const NO_CODES: ItemCodes = { category: null, also: [], phase: null, nature: null, needType: null };

/** The lists from which one code is chosen. */
export const CODE_LISTS = ['category', 'phase', 'nature', 'needType'] as const satisfies (keyof ItemCodes)[];
export type CodeList = (typeof CODE_LISTS)[number];

/** Which code lists a round asks for: where a bottleneck comes from and what a need asks are asked of nothing else. */
export function codeListsOf(kind: RoundKind): readonly CodeList[] {
	if (kind === 'bottlenecks') return ['category', 'nature', 'phase'];
	return kind === 'needs' ? ['category', 'needType', 'phase'] : ['category', 'phase'];
}

export const codeDeciders: Deciders<'ClassifyItems'> = {
	ClassifyItems(state, { roundId, items, codes }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		if (items.length > ITEMS_PER_COMMAND_MAX || !items.every((item) => isVisibleItem(round, item)))
			return reject('unknown-item');
		const lists = codeListsOf(round.kind);
		if (CODE_LISTS.some((list) => list in codes && !lists.includes(list))) return reject('code-not-asked');
		const changed = items.filter((item) => {
			const before = own(round.codes, itemKey(item)) ?? NO_CODES;
			return !isSameCodes(before, withCodes(before, codes));
		});
		return accept(changed.length === 0 ? [] : [{ type: 'ItemsClassified', roundId, items: changed, codes }]);
	}
};

export const codeEvolvers: Evolvers<'ItemsClassified'> = {
	ItemsClassified(state, { roundId, items, codes }) {
		const round = roundOf(state, roundId);
		const kept = new Map(Object.entries(round.codes));
		for (const key of items.map(itemKey)) {
			const changed = withCodes({ ...NO_CODES, ...own(round.codes, key) }, codes);
			if (isSameCodes(changed, NO_CODES)) kept.delete(key);
			else kept.set(key, changed);
		}
		return withRound(state, { ...round, codes: Object.fromEntries(kept) });
	}
};

/** These with the changes; others stand beside a first category only. */
function withCodes(before: ItemCodes, changes: Partial<ItemCodes>): ItemCodes {
	const codes = { ...before, ...changes };
	return { ...codes, also: codes.category === null ? [] : othersBeside(codes) };
}

/** Categories beside the first: each once, in the order of the code book, without the first. */
export function othersBeside({ category, also }: Pick<ItemCodes, 'category' | 'also'>): readonly Category[] {
	return CATEGORIES.filter((code) => code !== category && also.includes(code));
}

/** Why these codes cannot be those of something in a round of this kind; null when they can. */
export function codesFault(kind: RoundKind, codes: ItemCodes | null): Rejection | null {
	const lists = codeListsOf(kind);
	const isAsked = CODE_LISTS.every((list) => lists.includes(list) || (codes ?? NO_CODES)[list] === null);
	return isAsked ? null : 'code-not-asked';
}

/** Whether two say the same; null says nothing. */
export function isSameCodes(one: ItemCodes | null, other: ItemCodes | null): boolean {
	const [codes, others] = [one ?? NO_CODES, other ?? NO_CODES];
	return CODE_LISTS.every((list) => codes[list] === others[list]) && codes.also.join() === others.also.join();
}
