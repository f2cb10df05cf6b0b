import { CARD_TEXT_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { ROUND_CODES } from '#lib/domain/record.ts';
import { ROUND_KINDS, THEMES, type RoundKind, type Theme } from '#lib/domain/vocabulary.ts';
import { parseCsv, type CsvFault } from './csv.ts';

/** A card from a file, its text exactly as it stands there. */
export interface CardFromFile {
	/** Where its row begins, counted from 1. */
	readonly line: number;
	/** The themes it fits: one, or all of them. */
	readonly themes: readonly Theme[];
	readonly round: RoundKind;
	/** The category's code as written; no list is checked. */
	readonly category: string;
	readonly text: string;
}

export type RowRefusal =
	CsvFault | 'field-count' | 'unknown-theme' | 'unknown-round' | 'text-empty' | 'text-too-long';

interface RefusedRow {
	readonly line: number;
	readonly reason: RowRefusal;
}

export type CardsFile =
	| { readonly ok: true; readonly cards: readonly CardFromFile[]; readonly refused: readonly RefusedRow[] }
	/** The heading row cannot be used: unreadable, a column missing, or one there twice. */
	| { readonly ok: false; readonly missing: readonly string[]; readonly doubled: readonly string[] };

/** What the column `theme` says of a card that fits every theme. */
const EVERY_THEME = 'beide';

/** The codes of the record, and the singular that lists of cards use: the round of a bottleneck is "knelpunt" there. */
const ROUND_BY_NAME: ReadonlyMap<string, RoundKind> = new Map([
	...ROUND_KINDS.map((kind) => [ROUND_CODES[kind], kind] as const),
	['knelpunt', 'bottlenecks'],
	['behoefte', 'needs']
]);

const NEEDED = ['theme', 'round', 'category', 'text'] as const;
type Needed = (typeof NEEDED)[number];

/**
 * Reads a file of cards: a heading row with the columns theme, round, category and text in any order (others are passed over), then
 * a row per card. Themes are "ondermijning", "armoede-schulden" or "beide"; rounds "proces", "ging-goed", "knelpunten" or "knelpunt",
 * "behoeften" or "behoefte". Each row that cannot be a
 * card is told with its line and reason; the others are kept, and no text is trimmed or changed.
 */
export function parseCardsCsv(file: string): CardsFile {
	const [heading, ...rows] = parseCsv(file);
	const names = heading?.fields ?? [];
	const missing = NEEDED.filter((name) => !names.includes(name));
	const doubled = NEEDED.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
	if (missing.length > 0 || doubled.length > 0) return { ok: false, missing, doubled };
	const cards: CardFromFile[] = [];
	const refused: RefusedRow[] = [];
	for (const { line, fields, fault } of rows) {
		if (fault !== null) refused.push({ line, reason: fault });
		else if (fields.length !== names.length) refused.push({ line, reason: 'field-count' });
		else {
			const card = cardOf((name) => fields[names.indexOf(name)] ?? '', line);
			if (typeof card === 'string') refused.push({ line, reason: card });
			else cards.push(card);
		}
	}
	return { ok: true, cards, refused };
}

function cardOf(field: (name: Needed) => string, line: number): CardFromFile | RowRefusal {
	const themes = THEMES.filter((theme) => theme === field('theme') || field('theme') === EVERY_THEME);
	const round = ROUND_BY_NAME.get(field('round'));
	const text = field('text');
	if (themes.length === 0) return 'unknown-theme';
	if (!round) return 'unknown-round';
	if (text.trim() === '') return 'text-empty';
	if (lengthOf(text) > CARD_TEXT_LENGTH_MAX) return 'text-too-long';
	return { line, themes, round, category: field('category'), text };
}
