import { itemKey, itemOfCard } from '#lib/domain/board/items.ts';
import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import type { RecordCard, RecordClassification, RecordCluster } from '#lib/domain/record/record-cards.ts';
import type { RecordDots } from '#lib/domain/record/record-dots.ts';
import type { RecordTable } from '#lib/domain/record/record-people.ts';
import type { RecordRound } from '#lib/domain/record/record-rounds.ts';
import type { RecordStep } from '#lib/domain/record/record-steps.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { recordOwnerText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type CellValue, type Column } from '../sheet.ts';
import { laterColumns, laterOn } from './later.ts';

/** A card with everything a row tells about it. */
interface CardRow {
	readonly card: RecordCard;
	readonly round: RecordRound | undefined;
	readonly step: RecordStep | undefined;
	readonly table: RecordTable | undefined;
	readonly cluster: RecordCluster | undefined;
	/** Of its cluster, where it lies in one that was classified; else its own. */
	readonly codes: RecordClassification | undefined;
}

/**
 * Dots of a card in a cluster are the cluster's and stand in a column of their own, so
 * that adding up a column counts no dot twice.
 */
const COLUMNS: readonly Column<CardRow>[] = [
	{ heading: m.record_column_theme, value: (_, { session }) => session.theme },
	{ heading: m.record_column_group, value: (_, { session }) => session.group },
	{ heading: m.record_column_date, type: 'date', value: (_, { session }) => session.date },
	{ heading: m.record_column_status, value: (_, { session }) => session.status },
	{ heading: m.record_column_is_trial, value: (_, { session }) => yesOrNo(session.isTrial) },
	{ heading: m.record_column_round_order, type: 'number', value: ({ round }) => round?.order ?? null },
	{ heading: m.record_column_round, value: ({ round }) => round?.type ?? '' },
	{ heading: m.record_column_card, value: ({ card }) => card.id },
	{ heading: m.record_column_text, value: ({ card }) => card.text },
	{
		heading: m.record_column_municipality_codes,
		value: ({ card }) => (card.municipalities ?? []).join(', ')
	},
	{
		heading: m.record_column_municipalities,
		value: ({ card }) => (card.municipalities ?? []).map((code) => municipalityName(code) ?? code).join(', ')
	},
	{ heading: m.record_column_organisation, value: ({ card }) => card.organisation ?? '' },
	{ heading: m.record_column_table, value: ({ table }) => table?.name ?? '' },
	{ heading: m.record_column_origin, value: ({ card }) => card.origin },
	{ heading: m.record_column_written_by, value: ({ card }) => card.writtenBy ?? '' },
	{ heading: m.record_column_read_back, value: ({ card }) => card.readBack ?? '' },
	{ heading: m.record_column_step_order, type: 'number', value: ({ step }) => step?.order ?? null },
	{ heading: m.record_column_step, value: ({ step }) => step?.name ?? '' },
	{ heading: m.record_column_cluster, value: ({ cluster }) => cluster?.id ?? '' },
	{ heading: m.record_column_cluster_title, value: ({ cluster }) => cluster?.title ?? '' },
	{ heading: m.record_column_category, value: ({ codes }) => codes?.category ?? '' },
	{ heading: m.record_column_also, value: ({ codes }) => (codes?.also ?? []).join(', ') },
	{ heading: m.record_column_phase, value: ({ codes }) => codes?.phase ?? '' },
	{ heading: m.record_column_nature, value: ({ codes }) => codes?.nature ?? '' },
	{ heading: m.record_column_need_type, value: ({ codes }) => codes?.needType ?? '' },
	...laterColumns<CardRow>(({ card }, record) =>
		laterOn(record, `card:${card.id}`, ...(card.cluster === null ? [] : [`cluster:${card.cluster}`]))
	),
	{ heading: m.record_column_parked, value: parkedOf },
	{ heading: m.record_column_late, value: ({ card }) => yesOrNo(card.isLate) },
	{ heading: m.record_column_redaction, value: ({ card }) => redactionOf(card.redaction) },
	{ heading: m.record_column_dots, type: 'number', value: ({ card }) => dotsOf(card.dots) },
	{ heading: m.record_column_cluster_dots, type: 'number', value: ({ cluster }) => dotsOf(cluster?.dots) },
	{ heading: m.record_column_earlier_dots, value: earlierDots }
];

/** One row per card, in the order of the record. */
function cardRows(record: IntakeRecord): readonly CardRow[] {
	const rounds = byId(record.rounds);
	const steps = byId(record.steps);
	const clusters = byId(record.clusters);
	const tables = byId(record.tables);
	const codes = new Map(record.classifications.map((one) => [one.item, one]));
	return record.cards.map((card) => {
		const cluster = card.cluster === null ? undefined : clusters.get(card.cluster);
		const stepId = card.step ?? cluster?.step;
		return {
			card,
			round: rounds.get(card.round),
			step: stepId ? steps.get(stepId) : undefined,
			table: card.table === null ? undefined : tables.get(card.table),
			cluster,
			codes: (cluster && codes.get(`cluster:${cluster.id}`)) ?? codes.get(`card:${card.id}`)
		};
	});
}

/** Who comes back to it, and the remark it was parked with; empty while it is not parked. */
function parkedOf({ card }: CardRow, { looseEnds }: IntakeRecord): string {
	return looseEnds.parked
		.filter(({ cards }) => cards.includes(card.id))
		.map((parked) => [recordOwnerText(parked), parked.text].filter(Boolean).join(': '))
		.join('; ');
}

/** When, by whom and why; empty while the text stands. */
function redactionOf(redaction: RecordCard['redaction']): string {
	return redaction ? [redaction.at, redaction.by, redaction.reason].filter(Boolean).join(' ') : '';
}

function yesOrNo(isTrue: boolean): string {
	return isTrue ? m.record_yes() : m.record_no();
}

function dotsOf(dots: RecordDots | null | undefined): CellValue {
	return dots?.dots ?? null;
}

function byId<T extends { readonly id: string }>(pieces: readonly T[]): ReadonlyMap<string, T> {
	return new Map(pieces.map((piece) => [piece.id, piece]));
}

/** Of the item that a card is part of, in each vote before the one whose dots stand beside it: "4; 0". */
function earlierDots({ card, round }: CardRow): string {
	const votes = round?.votes ?? [];
	const item = itemKey(itemOfCard({ id: card.id, clusterId: card.cluster }));
	return (round?.isClosed ? votes.slice(0, -1) : votes)
		.map(({ results }) => results.find((result) => result.item === item)?.dots ?? 0)
		.join('; ');
}

/** The cards of records. */
export const cardsSheet = sheetOf({ title: m.record_sheet_cards, pieces: cardRows, columns: COLUMNS });
