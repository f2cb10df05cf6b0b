import { isSameCodes, NO_CODES } from '../board/codes.ts';
import type { ItemCodes } from '../board/item.ts';
import { itemKey } from '../board/items.ts';
import { allCards, cardOf } from '../card/card-table.ts';
import type { Card } from '../card/card.ts';
import type { Round } from '../day/round.ts';
import { type CardView, cardView, tellsAuthors } from '../visibility/card-view.ts';
import { NOBODY } from '../visibility/people.ts';
import type { Worksession } from '../worksession.ts';
import { type RecordDots, dotsOf } from './record-dots.ts';
import { READ_BACK_CODES, type ReadBackCode } from './record-codes.ts';
import { closedResults } from '../visibility/vote-results.ts';
import { type RecordRedaction, recordRedaction } from './record-redactions.ts';

export interface RecordCluster {
	readonly id: string;
	readonly round: string;
	readonly title: string;
	readonly step: string | null;
	readonly cards: readonly string[];
	/** Ids of the tables its cards were written at, in the order of the tables; empty where none was. */
	readonly tables: readonly string[];
	/** Codes of the municipalities on its cards, sorted; null as for cards. */
	readonly municipalities: readonly string[] | null;
	readonly dots: RecordDots | null;
}

export interface RecordCard {
	readonly id: string;
	readonly round: string;
	readonly text: string;
	/** Null in an anonymous worksession. */
	readonly municipalities: readonly string[] | null;
	/** The partner its writer came from; null in an anonymous worksession, empty for a municipality. */
	readonly organisation: string | null;
	readonly table: string | null;
	/** Put in by the facilitator before the round was shared, or written by somebody in the room. */
	readonly origin: 'live' | 'vooraf';
	/** Who typed it in the room: its writer, or the facilitator for somebody without a device. Null where authors are not told, and before. */
	readonly writtenBy: 'schrijver' | 'gespreksleider' | null;
	/** What was said of it when its writer looked back at the end of the day, and not who did; null while nobody did, and until the day closes. */
	readonly readBack: ReadBackCode | null;
	readonly step: string | null;
	readonly cluster: string | null;
	readonly isLate: boolean;
	/** That its text was taken away for good, when, by whom and why; null while it stands. */
	readonly redaction: RecordRedaction | null;
	/** Null before the round closed, and for cards in a cluster: their cluster has the dots. */
	readonly dots: RecordDots | null;
}

/** Null is not chosen, or not asked in its round. */
export interface RecordClassification extends ItemCodes {
	readonly item: string;
}

export function recordClusters(round: Round, state: Worksession): readonly RecordCluster[] {
	const results = closedResults(round, state);
	const cards = visibleCards(round, state);
	return sortedById(Object.values(round.clusters)).map(({ id, title, stepId }) => {
		const members = cards.filter((card) => card.clusterId === id);
		return {
			id,
			round: round.id,
			title,
			step: stepId,
			cards: members.map((card) => card.id),
			tables: state.tables.flatMap((table) =>
				members.some((card) => card.tableId === table.id) ? [table.id] : []
			),
			municipalities: distinctMunicipalities(members, state),
			dots: results ? dotsOf(results, itemKey({ kind: 'cluster', id })) : null
		};
	});
}

export function recordCards(round: Round, state: Worksession): readonly RecordCard[] {
	const results = closedResults(round, state);
	return visibleCards(round, state).map(({ id, text, author, stepId, clusterId, tableId, ...card }) => ({
		id,
		round: round.id,
		text,
		municipalities: author?.municipalities ?? null,
		organisation: author?.organisation ?? null,
		table: tableId,
		origin: card.isPutIn ? 'vooraf' : 'live',
		writtenBy: author === null || card.isPutIn ? null : card.isWrittenFor ? 'gespreksleider' : 'schrijver',
		readBack: readBackOf(state, cardOf(round.cards, id)),
		step: stepId,
		cluster: clusterId,
		isLate: card.isLate,
		redaction: card.redaction && recordRedaction(card.redaction),
		dots: results && clusterId === null ? dotsOf(results, itemKey({ kind: 'card', id })) : null
	}));
}

/** Nobody sees a figure move when somebody says something: until the day closes there is nothing to tell. */
function readBackOf({ doors }: Worksession, card: Card | undefined): ReadBackCode | null {
	const verdict = doors === 'closed' && card?.redaction === null ? card.readBack?.verdict : undefined;
	return verdict === 'right' || verdict === 'corrected' ? READ_BACK_CODES[verdict] : null;
}

export function recordClassifications({ codes }: Round): readonly RecordClassification[] {
	const entries = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
	return entries
		.filter(([, codes]) => !isSameCodes(codes, NO_CODES))
		.map(([item, { category, also, phase, nature, needType }]) => ({
			item,
			category,
			also,
			phase,
			nature,
			needType
		}));
}

/** Sorted by random id, so that order tells nothing of who wrote when. */
export function visibleCards(round: Round, state: Worksession): readonly CardView[] {
	const views = allCards(round.cards).flatMap((card) => cardView(card, state.authorVisibility, NOBODY) ?? []);
	return sortedById(views);
}

export function distinctMunicipalities(
	cards: readonly CardView[],
	state: Worksession
): readonly string[] | null {
	if (!tellsAuthors(state.authorVisibility)) return null;
	return [...new Set(cards.flatMap((card) => card.author?.municipalities ?? []))].sort();
}

function sortedById<T extends { readonly id: string }>(pieces: readonly T[]): readonly T[] {
	return pieces.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
