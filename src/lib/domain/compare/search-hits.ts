import { codeOn, distinctCodes } from './compared-cards.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { GROUP_CODES, ROUND_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';
import {
	markedParts,
	searchedTexts,
	type MarkedPart,
	type SearchedKind,
	type SearchedText
} from './search.ts';
import { GROUPS, ROUND_KINDS, type Group, type RoundKind, type Theme } from '../vocabulary.ts';

/** What was found, told from the record it stands in. */

export interface SearchHit {
	readonly kind: SearchedKind;
	readonly id: string;
	readonly round: RoundKind;
	/** The text, with what was found marked. */
	readonly parts: readonly MarkedPart[];
	/** Codes on the chosen day of whoever said it; null where that is not told. */
	readonly municipalities: readonly MunicipalityCode[] | null;
	readonly organisation: string;
	/** Title of the stack of a card; null for a loose one. */
	readonly stack: string | null;
	/** Where the record shows it: an item key; null for an idea. */
	readonly at: string | null;
}

/** The hits of one worksession. */
export interface SearchedSession {
	readonly id: string;
	readonly title: string;
	readonly date: string | null;
	readonly theme: Theme;
	readonly group: Group;
	readonly hits: readonly SearchHit[];
}

export interface HitsQuestion {
	/** What was found in this record, in its order. */
	readonly found: readonly Pick<SearchedText, 'kind' | 'id'>[];
	/** Folded. */
	readonly words: readonly string[];
	/** On which municipalities are told, 'YYYY-MM-DD'. */
	readonly day: string;
}

/** Tells what was found in a record. What it does not hold (any more) is left out. */
export function searchedSession(record: IntakeRecord, { found, words, day }: HitsQuestion): SearchedSession {
	const { id, title, date, theme, group } = record.session;
	const texts = new Map(searchedTexts(record).map((text) => [keyOf(text), text]));
	const hits = found.flatMap((one) => {
		const text = texts.get(keyOf(one));
		return text ? [searchHit(record, text, { words, day })] : [];
	});
	return {
		id,
		title,
		date,
		theme,
		group: GROUPS.find((known) => GROUP_CODES[known] === group) ?? 'mixed',
		hits
	};
}

function keyOf({ kind, id }: Pick<SearchedText, 'kind' | 'id'>): string {
	return `${kind}:${id}`;
}

function searchHit(
	record: IntakeRecord,
	{ kind, id, round, text }: SearchedText,
	{ words, day }: Pick<HitsQuestion, 'words' | 'day'>
): SearchHit {
	const { municipalities, organisation, stack, at } = placeOf(record, kind, id);
	return {
		kind,
		id,
		round: ROUND_KINDS.find((known) => ROUND_CODES[known] === round) ?? 'ideas',
		parts: markedParts(text, words),
		municipalities: municipalities && distinctCodes(municipalities.map((code) => codeOn(code, day))),
		organisation,
		stack,
		at
	};
}

type Place = Pick<SearchHit, 'municipalities' | 'organisation' | 'stack' | 'at'>;

function placeOf({ cards, clusters }: IntakeRecord, kind: SearchedKind, id: string): Place {
	const nobody = { municipalities: null, organisation: '', stack: null };
	if (kind === 'idea') return { ...nobody, at: null };
	if (kind === 'cluster') {
		const cluster = clusters.find((known) => known.id === id);
		return { ...nobody, municipalities: cluster?.municipalities ?? null, at: keyOf({ kind, id }) };
	}
	const card = cards.find((known) => known.id === id);
	const stack = clusters.find((known) => known.id === card?.cluster);
	return {
		municipalities: card?.municipalities ?? null,
		organisation: card?.organisation ?? '',
		stack: stack?.title ?? null,
		at: stack ? keyOf({ kind: 'cluster', id: stack.id }) : keyOf({ kind, id })
	};
}
