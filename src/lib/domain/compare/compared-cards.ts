import type { ItemRef } from '../board/item.ts';
import { itemKey } from '../board/items.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { successorsOf } from '../municipality/municipality-dates.ts';
import { own } from '../keyed.ts';
import type { CountedRecord } from '../programme/coded-record.ts';
import type { RecordCard } from '../record/record-cards.ts';
import { GROUP_CODES, ROUND_CODES } from '../record/record-codes.ts';
import type { RecordDots } from '../record/record-dots.ts';
import type { IntakeRecord } from '../record/record.ts';
import { rolesTold } from '../record/roles-told.ts';
import {
	GROUPS,
	type Category,
	type Group,
	type MunicipalityRole,
	type ProcessPhase,
	type Theme
} from '../vocabulary.ts';

/** Cards of records as they are counted when worksessions are compared: on the municipalities of one day, each with its category. */

/** The questions whose answers can be put side by side. */
export const COMPARED_KINDS = ['bottlenecks', 'strengths', 'needs'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** What a card or its stack is about; null while nobody said. */
export type ComparedCategory = Category | null;

export interface ComparedCell {
	/** Codes of the municipalities that named it, on the chosen day, sorted. */
	readonly municipalities: readonly MunicipalityCode[];
	readonly cards: number;
	/** Of these cards, how many tell nothing of where they come from, so that they count for no municipality. */
	readonly cardsWithoutOrigin: number;
	readonly dots: number;
}

/** Which number is meant. */
export interface ComparedPlace {
	readonly kind: ComparedKind;
	readonly category: ComparedCategory;
	readonly theme: Theme;
	readonly group: Group;
}

/** A card behind a number. */
export interface EvidenceCard {
	readonly id: string;
	readonly text: string;
	/** Title of the stack it lies in; null for a loose card. */
	readonly stack: string | null;
	/** Codes on the chosen day; null where it tells nothing of where it comes from. */
	readonly municipalities: readonly MunicipalityCode[] | null;
	readonly organisation: string | null;
	readonly sessionId: string;
	readonly sessionTitle: string;
	readonly sessionDate: string | null;
	/** What it got by itself or with its stack. */
	readonly dots: number;
}

/** A card as it is counted, with what is counted once for several of them. */
export interface ComparedCard extends ComparedPlace {
	readonly evidence: EvidenceCard;
	/** The stack it lies in, or the card itself. */
	readonly ref: ItemRef;
	/** What the dots are on, so that those of a stack count once: the item and the worksession. */
	readonly item: string;
	/** Categories beside the first, of what has it. */
	readonly also: readonly Category[];
	/** Ids of own terms of the programme, of itself or else of its stack. */
	readonly terms: readonly string[];
	/** Of the process: as it was coded, else of the step at which it lies; null while neither is known. */
	readonly phase: ProcessPhase | null;
	/** Of a worksession for both groups, which of its municipalities were there as what, on the chosen day; null for one group. */
	readonly saidBy: SaidBy | null;
}

type SaidBy = Readonly<Record<MunicipalityRole, readonly MunicipalityCode[]>>;

/** Those of the compared questions, in the order of the record. */
export function comparedCards(record: CountedRecord, day: string): readonly ComparedCard[] {
	const { session } = record;
	const group = GROUPS.find((known) => GROUP_CODES[known] === session.group) ?? 'mixed';
	const kinds = new Map(
		record.rounds.map(({ id, type }) => [id, COMPARED_KINDS.find((kind) => ROUND_CODES[kind] === type)])
	);
	const codes = new Map(record.classifications.map((known) => [known.item, known]));
	const phases = new Map(record.steps.map(({ id, phase }) => [id, phase]));
	const stacks = new Map(record.clusters.map((cluster) => [cluster.id, cluster]));
	const saidBy = group === 'mixed' ? rolesIn(record, day) : () => null;
	return record.cards.flatMap((card): ComparedCard[] => {
		const kind = kinds.get(card.round);
		if (!kind) return [];
		const stack = card.cluster === null ? undefined : stacks.get(card.cluster);
		const ref: ItemRef = stack ? { kind: 'cluster', id: stack.id } : { kind: 'card', id: card.id };
		const said = [codes.get(`card:${card.id}`), codes.get(itemKey(ref))];
		const coded = said.find((one) => one?.category);
		const category = coded?.category ?? null;
		const also = coded?.also ?? [];
		const terms = termsOf(record, `card:${card.id}`, itemKey(ref));
		const step = card.step ?? stack?.step ?? '';
		const phase = said.find((one) => one?.phase)?.phase ?? phases.get(step) ?? null;
		const dots = dotsOf(stack ? stack.dots : card.dots);
		const evidence = evidenceFrom(record, card, { stack: stack?.title ?? null, dots, day });
		const item = `${session.id} ${itemKey(ref)}`;
		return [
			{
				kind,
				category,
				theme: session.theme,
				group,
				evidence,
				ref,
				item,
				also,
				terms,
				phase,
				saidBy: saidBy(card)
			}
		];
	});
}

/** Finds the roles of the municipalities of a card; one that came as both, or of which nobody said it, is in neither. */
function rolesIn(record: IntakeRecord, day: string): (card: RecordCard) => SaidBy {
	const saidBy = rolesTold(record);
	return (card) => {
		const those = (role: MunicipalityRole) =>
			distinctCodes(saidBy(card, role).map((code) => codeOn(code, day)));
		return { frontrunner: those('frontrunner'), follower: those('follower') };
	};
}

/**
 * A card as those in this role said it: in a worksession for both groups by no more than the municipalities that were there as that.
 * Null where none was.
 */
export function saidAs(role: MunicipalityRole, card: ComparedCard): ComparedCard | null {
	if (card.saidBy === null) return card.group === role ? card : null;
	const municipalities = card.saidBy[role];
	return municipalities.length > 0 ? { ...card, evidence: { ...card.evidence, municipalities } } : null;
}

/** The compared cards of a worksession for both groups of which the record does not tell whether a frontrunner or a follower says so. */
export function cardsOfNoRole(record: CountedRecord, day: string): number {
	return comparedCards(record, day).filter(
		({ saidBy }) => saidBy && saidBy.frontrunner.length + saidBy.follower.length === 0
	).length;
}

/** The same under each of its categories: a card with two is in both of their numbers. */
export function countedCards(cards: readonly ComparedCard[]): readonly ComparedCard[] {
	return cards.flatMap((card) => [card, ...card.also.map((category) => ({ ...card, category }))]);
}

/** Of the first of these items of which anybody said something. */
function termsOf({ terms }: CountedRecord, ...keys: readonly string[]): readonly string[] {
	const said = keys.find((key) => terms && own(terms, key));
	return (terms && said !== undefined && own(terms, said)) || [];
}

function evidenceFrom(
	{ session }: IntakeRecord,
	card: RecordCard,
	{ stack, dots, day }: { readonly stack: string | null; readonly dots: number; readonly day: string }
): EvidenceCard {
	return {
		id: card.id,
		text: card.text,
		stack,
		municipalities:
			card.municipalities && distinctCodes(card.municipalities.map((code) => codeOn(code, day))),
		organisation: card.organisation,
		sessionId: session.id,
		sessionTitle: session.title,
		sessionDate: session.date,
		dots
	};
}

function dotsOf(dots: RecordDots | null): number {
	return dots?.dots ?? 0;
}

/** The same for two cards that are counted in one number. */
export function placeKey({ kind, category, theme, group }: ComparedPlace): string {
	return [kind, category, theme, group].join();
}

/** What these cards add up to: each municipality once, and the dots of a stack once. */
export function cellOf(pieces: readonly ComparedCard[]): ComparedCell {
	const perItem = new Map(pieces.map(({ item, evidence }) => [item, evidence.dots]));
	return {
		municipalities: distinctCodes(pieces.flatMap(({ evidence }) => evidence.municipalities ?? [])),
		cards: pieces.length,
		cardsWithoutOrigin: pieces.filter(({ evidence }) => evidence.municipalities === null).length,
		dots: [...perItem.values()].reduce((sum, dots) => sum + dots, 0)
	};
}

/** Who took part in a worksession, on a day: what counts are "of". */
export function tookPart({ participation }: IntakeRecord, day: string): readonly MunicipalityCode[] {
	return distinctCodes(participation.municipalities.map(({ code }) => codeOn(code, day)));
}

/** The code under which a municipality counts on a day. */
export function codeOn(code: MunicipalityCode, day: string): MunicipalityCode {
	const [only, ...others] = successorsOf(code, day);
	return only !== undefined && others.length === 0 ? only : code;
}

/** Each once, sorted. */
export function distinctCodes(codes: readonly MunicipalityCode[]): readonly MunicipalityCode[] {
	return [...new Set(codes)].sort();
}
