import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import { m } from '#lib/i18n/words.ts';
import { recordReading, type ReadItem, type ReadNeed } from '../record-reading.ts';
import { sheetOf, type Column } from '../sheet.ts';
import { laterColumns, laterOn } from './later.ts';

interface RoundItem {
	readonly item: ReadItem;
	readonly round: IntakeRecord['rounds'][number];
}

/** What is told of every stack, and of a need that may be a card on its own. */
const ITEM_COLUMNS: readonly Column<{ readonly item: ReadItem }>[] = [
	{ heading: m.record_column_step, value: ({ item }) => item.step?.name ?? '' },
	{ heading: m.record_column_category, value: ({ item }) => item.codes?.category ?? '' },
	{ heading: m.record_column_also, value: ({ item }) => (item.codes?.also ?? []).join(', ') },
	{ heading: m.record_column_phase, value: ({ item }) => item.codes?.phase ?? '' },
	{ heading: m.record_column_nature, value: ({ item }) => item.codes?.nature ?? '' },
	{ heading: m.record_column_need_type, value: ({ item }) => item.codes?.needType ?? '' },
	...laterColumns<{ readonly item: ReadItem }>(({ item }, record) => laterOn(record, item.key)),
	{
		heading: m.record_column_municipality_codes,
		value: ({ item }) => (item.municipalities ?? []).join(', ')
	},
	{
		heading: m.record_column_municipalities,
		value: ({ item }) => (item.municipalities ?? []).map((code) => municipalityName(code) ?? code).join(', ')
	},
	{ heading: m.record_sheet_cards, type: 'number', value: ({ item }) => item.cards.length },
	{ heading: m.record_column_dots, type: 'number', value: ({ item }) => item.dots?.dots ?? null },
	{
		heading: m.record_column_dots_municipalities,
		type: 'number',
		value: ({ item }) => item.dots?.municipalities ?? null
	},
	{ heading: m.record_column_dots_people, type: 'number', value: ({ item }) => item.dots?.people ?? null }
];

/** The stacks of worksessions by round, those with most dots first. */
export const clustersSheet = sheetOf<RoundItem>({
	title: m.record_sheet_clusters,
	pieces: (record) =>
		recordReading(record).rounds.flatMap(({ round, items }) =>
			items.filter(({ isCluster }) => isCluster).map((item) => ({ round, item }))
		),
	columns: [
		{ heading: m.record_column_round_order, type: 'number', value: ({ round }) => round.order },
		{ heading: m.record_column_round, value: ({ round }) => round.type },
		{ heading: m.record_column_item, value: ({ item }) => item.key },
		{ heading: m.record_column_cluster_title, value: ({ item }) => item.title },
		...ITEM_COLUMNS
	]
});

/** Needs, those with most dots first, with the bottlenecks they solve and the ideas that are for them. Several in one cell stand on lines of their own. */
export const needsSheet = sheetOf<ReadNeed & { readonly item: ReadItem }>({
	title: m.record_needs,
	pieces: (record) => recordReading(record).needs.map((read) => ({ ...read, item: read.need })),
	columns: [
		{ heading: m.record_column_item, value: ({ need }) => need.key },
		{ heading: m.record_column_need, value: ({ need }) => need.title },
		...ITEM_COLUMNS,
		{
			heading: m.record_column_solves,
			value: ({ bottlenecks }) => bottlenecks.map(({ title }) => title).join('\n')
		},
		{
			heading: m.record_column_solves_codes,
			value: ({ bottlenecks }) => bottlenecks.map(({ key }) => key).join(', ')
		},
		{
			heading: m.record_column_need_ideas,
			value: ({ need }, { ideas }) =>
				ideas
					.filter(({ needs }) => needs.includes(need.key))
					.map(({ title }) => title)
					.join('\n')
		}
	]
});
