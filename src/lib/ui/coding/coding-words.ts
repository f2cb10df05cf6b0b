import type { ComparedKind } from '#lib/domain/compare/compared-cards.ts';
import type { CodingPiece } from '#lib/domain/programme/coding-queue.ts';
import { CATEGORIES, NATURES, NEED_TYPES, type Category } from '#lib/domain/vocabulary.ts';
import { CATEGORY_KEYS, NATURE_NAMES, NEED_TYPE_NAMES } from '#lib/i18n/code-words.ts';
import { m } from '#lib/i18n/words.ts';

const KIND_NAMES: Readonly<Record<ComparedKind, () => string>> = {
	bottlenecks: m.coding_kind_bottlenecks,
	strengths: m.coding_kind_strengths,
	needs: m.coding_kind_needs
};

/** "Knelpunt bij stap 2, Gegevens opvragen". */
export function placeText({ kind, step }: CodingPiece): string {
	const round = KIND_NAMES[kind]();
	return step ? m.coding_at_step({ round, ...step }) : round;
}

/** "6 kaarten van 5 gemeenten, 31 stippen". */
export function sumText({ cards, municipalities, dots }: CodingPiece): string {
	const parts = {
		cards: m.common_cards({ count: cards.length }),
		municipalities: municipalities
			? m.common_municipalities({ count: municipalities.length })
			: m.coding_not_told()
	};
	return dots === null
		? m.coding_sum_without_dots(parts)
		: m.coding_sum({ ...parts, dots: m.common_dots({ count: dots }) });
}

/** The category whose letter this is. */
export function categoryOfLetter(letter: string): Category | undefined {
	return CATEGORIES.find((category) => CATEGORY_KEYS[category]().toLowerCase() === letter);
}

/** Where a name has the letter that chooses it: before, the letter, after. */
export function underlined(name: string, letter: string): readonly [string, string, string] {
	const at = name.toLowerCase().indexOf(letter.toLowerCase());
	return at < 0 ? [name, '', ''] : [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
}

/** A code that is chosen by a digit. */
export interface DigitCode {
	readonly digit: string;
	readonly list: 'nature' | 'needType';
	readonly code: string;
	readonly name: string;
}

/** What the digits choose: where a bottleneck comes from, or what a need asks for; nothing for what goes well. */
export function digitCodes(kind: ComparedKind): readonly DigitCode[] {
	if (kind === 'bottlenecks')
		return NATURES.map((code, index) => ({
			digit: String(index + 1),
			list: 'nature',
			code,
			name: NATURE_NAMES[code]()
		}));
	if (kind === 'strengths') return [];
	return NEED_TYPES.map((code, index) => ({
		digit: String((index + 1) % 10),
		list: 'needType',
		code,
		name: NEED_TYPE_NAMES[code]()
	}));
}
