import { CARD_TEXT_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import { ROUND_KINDS, THEMES, type RoundKind, type Theme } from '#lib/domain/vocabulary.ts';
import { parseCsv, separatorOf, type CsvFault } from './csv.ts';

/** A card from a file that may leave its round open, its text exactly as it stands there. */
export interface CardFromList {
	/** Where its row begins, counted from 1. */
	readonly line: number;
	/** The themes it fits: one, or all of them. */
	readonly themes: readonly Theme[];
	/** Null where the file does not say. */
	readonly round: RoundKind | null;
	/** The category's code as written; no list is checked. */
	readonly category: string;
	readonly text: string;
	/** Codes as written; no list is checked. */
	readonly municipalities: readonly string[];
}

/** A card from a file that names a round for each. */
export interface CardFromFile extends CardFromList {
	readonly round: RoundKind;
}

export type RowRefusal =
	CsvFault | 'field-count' | 'unknown-theme' | 'unknown-round' | 'text-empty' | 'text-too-long';

interface RefusedRow {
	readonly line: number;
	readonly reason: RowRefusal;
}

export type CardsFile<Card = CardFromFile> =
	| { readonly ok: true; readonly cards: readonly Card[]; readonly refused: readonly RefusedRow[] }
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

const COLUMNS = ['theme', 'round', 'category', 'text', 'municipalities'] as const;
type CardColumn = (typeof COLUMNS)[number];

/** The same columns in the words of whoever made the list by hand. */
const COLUMN_BY_NAME: ReadonlyMap<string, CardColumn> = new Map([
	...COLUMNS.map((column) => [column, column] as const),
	['thema', 'theme'],
	['ronde', 'round'],
	['categorie', 'category'],
	['tekst', 'text'],
	['gemeenten', 'municipalities']
]);

/**
 * Reads a file of cards: a heading row with the columns theme, round, category, text and perhaps municipalities in any order, in English
 * or Dutch (others are passed over), then a row per card. Themes are "ondermijning", "armoede-schulden" or "beide"; rounds "proces",
 * "ging-goed", "knelpunten" or "knelpunt", "behoeften" or "behoefte" and the record's other codes; municipalities are codes with a space,
 * comma or semicolon between them. Each row that cannot be a card is told with its line and reason; the others are kept, and no text is
 * trimmed or changed.
 */
export function parseCardsCsv(file: string): CardsFile {
	const parsed = parse(file, ['theme', 'round', 'category', 'text']);
	if (!parsed.ok) return parsed;
	const cards = parsed.cards.flatMap(({ round, ...card }) => (round === null ? [] : { ...card, round }));
	return { ...parsed, cards };
}

/** The same of a file in which only the text is needed: where the theme is left open a card fits every theme, where the round is no round yet. */
export function parseCardsList(file: string): CardsFile<CardFromList> {
	return parse(file, ['text']);
}

function parse(file: string, needed: readonly CardColumn[]): CardsFile<CardFromList> {
	const [heading, ...rows] = parseCsv(file, separatorOf(file));
	const columns = (heading?.fields ?? []).map((name) => COLUMN_BY_NAME.get(name.trim().toLowerCase()));
	const missing = needed.filter((column) => !columns.includes(column));
	const doubled = COLUMNS.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
	if (missing.length > 0 || doubled.length > 0) return { ok: false, missing, doubled };
	const cards: CardFromList[] = [];
	const refused: RefusedRow[] = [];
	for (const { line, fields, fault } of rows) {
		if (fault !== null) refused.push({ line, reason: fault });
		else if (fields.length !== columns.length) refused.push({ line, reason: 'field-count' });
		else {
			const card = cardOf((column) => fields[columns.indexOf(column)] ?? '', needed, line);
			if (typeof card === 'string') refused.push({ line, reason: card });
			else cards.push(card);
		}
	}
	return { ok: true, cards, refused };
}

function cardOf(
	field: (column: CardColumn) => string,
	needed: readonly CardColumn[],
	line: number
): CardFromList | RowRefusal {
	const isLeftOpen = (column: CardColumn) => !needed.includes(column) && field(column).trim() === '';
	const isEvery = isLeftOpen('theme') || field('theme') === EVERY_THEME;
	const themes = THEMES.filter((theme) => isEvery || theme === field('theme'));
	const round = isLeftOpen('round') ? null : ROUND_BY_NAME.get(field('round'));
	const text = field('text');
	if (themes.length === 0) return 'unknown-theme';
	if (round === undefined) return 'unknown-round';
	if (text.trim() === '') return 'text-empty';
	if (lengthOf(text) > CARD_TEXT_LENGTH_MAX) return 'text-too-long';
	const municipalities = field('municipalities')
		.split(/[\s,;]+/)
		.filter(Boolean);
	return { line, themes, round, category: field('category'), text, municipalities };
}
