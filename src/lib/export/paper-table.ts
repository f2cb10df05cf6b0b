import type { Facts } from '#lib/domain/day/facts.ts';
import {
	CARDS_PER_ROUND_MAX,
	CARD_TEXT_LENGTH_MAX,
	COUNTED_DOTS_MAX,
	MUNICIPALITIES_PER_PERSON_MAX,
	STEPS_MAX,
	TITLE_LENGTH_MAX,
	lengthOf
} from '#lib/domain/limits.ts';
import { municipalitiesOn } from '#lib/domain/municipality/municipality-dates.ts';
import { searchMunicipalities } from '#lib/domain/municipality/municipality-search.ts';
import type { PaperCard } from '#lib/domain/day/paper-day.ts';
import { ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import { CATEGORIES, ROUND_KINDS, type Category, type RoundKind } from '#lib/domain/vocabulary.ts';
import { CATEGORY_NAMES } from '#lib/i18n/code-words.ts';
import { roundName } from '#lib/i18n/names.ts';
import { parseCsv, separatorOf, type CsvFault } from './csv.ts';
import { unguardFormula } from './formula-guard.ts';

/** A table of cards of a worksession that was held on paper or with another tool, whose columns somebody tells apart. */

/** Beyond this many cards a file is refused as a whole. */
export const PAPER_CARDS_MAX = CARDS_PER_ROUND_MAX;

export const PAPER_FIELDS = ['text', 'round', 'municipalities', 'category', 'step', 'dots'] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

/** Which column holds what, by its place; null where none does. */
export type Mapping = Readonly<Record<PaperField, number | null>>;

export interface PaperTable {
	readonly headings: readonly string[];
	readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[];
	readonly refused: readonly RefusedLine[];
}

export type PaperRefusal =
	| CsvFault
	| 'text-empty'
	| 'text-too-long'
	| 'unknown-round'
	| 'unknown-municipality'
	| 'municipalities-too-many'
	| 'unknown-category'
	| 'step-too-long'
	| 'steps-too-many'
	| 'dots-wrong';

interface RefusedLine {
	/** Of the file, from 1. */
	readonly line: number;
	readonly reason: PaperRefusal;
}

export interface ReadPaper {
	readonly cards: readonly PaperCard[];
	readonly refused: readonly RefusedLine[];
}

/** What people call the columns, in the words of our own files first. */
const KNOWN_HEADINGS: Readonly<Record<PaperField, readonly string[]>> = {
	text: ['tekst', 'text', 'kaart', 'card'],
	round: ['ronde', 'round'],
	municipalities: [
		'gemeentecodes',
		'gemeenten',
		'gemeente',
		'municipalities',
		'municipality',
		'municipality codes'
	],
	category: ['soort', 'categorie', 'category', 'kind'],
	step: ['stap', 'processtap', 'step'],
	dots: ['stippen', 'aantal stippen', 'stemmen', 'dots', 'votes']
};

/** Null where a file has no heading and a row below it. */
export function readPaperTable(file: string): PaperTable | null {
	const [heading, ...rows] = parseCsv(file, separatorOf(file));
	if (!heading?.fields || rows.length === 0) return null;
	return {
		headings: heading.fields.map((name) => name.trim()),
		rows: rows.flatMap(({ line, fields }) => (fields ? [{ line, fields }] : [])),
		refused: rows.flatMap(({ line, fault }) => (fault ? [{ line, reason: fault }] : []))
	};
}

/** The columns that are called what they hold; the first column is the text where none is. */
export function suggestedMapping({ headings }: PaperTable): Mapping {
	const names = headings.map((name) => name.toLowerCase());
	const place = (field: PaperField): number | null => {
		const found = KNOWN_HEADINGS[field].map((name) => names.indexOf(name)).find((index) => index >= 0);
		return found ?? null;
	};
	return {
		text: place('text') ?? 0,
		round: place('round'),
		municipalities: place('municipalities'),
		category: place('category'),
		step: place('step'),
		dots: place('dots')
	};
}

/**
 * The cards of a table, and each row that can be none with its line and reason. Rounds, municipalities and categories may stand as codes
 * or in words; a row without a round is of `roundWithout`. Apostrophes that our own files put in front of a formula are taken away.
 */
export function paperCards(
	{ rows, refused }: PaperTable,
	mapping: Mapping,
	{ date, roundWithout }: { readonly date: Facts['date']; readonly roundWithout: RoundKind }
): ReadPaper {
	const among = municipalitiesOn(date);
	const codes = new Map<string, string | null>();
	const codeOf = (said: string): string | null => {
		const known = codes.get(said);
		if (known !== undefined) return known;
		const found = among.find(({ code }) => code === said.toUpperCase());
		const [match] = found ? [] : searchMunicipalities(said, 1, among);
		const code =
			found?.code ?? (match?.exact && match.matchedOn !== 'province' ? match.municipality.code : null);
		codes.set(said, code);
		return code;
	};
	const steps = new Set<string>();
	const read = rows.map(({ line, fields }) => {
		const said = (field: PaperField) => unguardFormula(fields[mapping[field] ?? -1] ?? '').trim();
		const card = cardOf(said, codeOf, roundWithout);
		return { line, card: typeof card === 'string' ? card : withinSteps(card, steps) };
	});
	return {
		cards: read.flatMap(({ card }) => (typeof card === 'string' ? [] : [card])),
		refused: [
			...refused,
			...read.flatMap(({ line, card }) => (typeof card === 'string' ? [{ line, reason: card }] : []))
		].sort((a, b) => a.line - b.line)
	};
}

function cardOf(
	said: (field: PaperField) => string,
	codeOf: (said: string) => string | null,
	roundWithout: RoundKind
): PaperCard | PaperRefusal {
	const text = said('text');
	const kind = said('round') === '' ? roundWithout : roundOf(said('round'));
	const category = said('category') === '' ? null : categoryOf(said('category'));
	const places = said('municipalities')
		.split(/[,;\n]+/)
		.map((place) => place.trim())
		.filter(Boolean);
	const municipalities = places.map(codeOf);
	if (text === '') return 'text-empty';
	if (lengthOf(text) > CARD_TEXT_LENGTH_MAX) return 'text-too-long';
	if (kind === undefined) return 'unknown-round';
	if (category === undefined) return 'unknown-category';
	if (municipalities.length > MUNICIPALITIES_PER_PERSON_MAX) return 'municipalities-too-many';
	const known = municipalities.filter((code) => code !== null);
	if (known.length < municipalities.length) return 'unknown-municipality';
	const step = said('step') || null;
	if (step !== null && lengthOf(step) > TITLE_LENGTH_MAX) return 'step-too-long';
	const dots = said('dots') === '' ? null : dotsOf(said('dots'));
	if (dots === undefined) return 'dots-wrong';
	return { kind, text, municipalities: [...new Set(known)].sort(), category, step, dots };
}

/** Undefined for what is no whole number of dots that a card can have. */
function dotsOf(said: string): number | undefined {
	const dots = /^\d{1,9}$/.test(said) ? Number(said) : COUNTED_DOTS_MAX + 1;
	return dots <= COUNTED_DOTS_MAX ? dots : undefined;
}

/** A process has so many steps; a card at one more is refused. */
function withinSteps(card: PaperCard, steps: Set<string>): PaperCard | PaperRefusal {
	if (card.step === null || steps.has(card.step)) return card;
	if (steps.size >= STEPS_MAX) return 'steps-too-many';
	steps.add(card.step);
	return card;
}

function roundOf(said: string): RoundKind | undefined {
	const name = said.toLowerCase();
	const singular: Readonly<Record<string, RoundKind>> = {
		knelpunt: 'bottlenecks',
		behoefte: 'needs',
		'ging goed': 'strengths',
		'sterk punt': 'strengths',
		succesfactor: 'strengths'
	};
	return (
		ROUND_KINDS.find((kind) => ROUND_CODES[kind] === name || roundName(kind).toLowerCase() === name) ??
		singular[name]
	);
}

function categoryOf(said: string): Category | undefined {
	const name = said.toLowerCase();
	return CATEGORIES.find((code) => code === name || CATEGORY_NAMES[code]().toLowerCase() === name);
}
