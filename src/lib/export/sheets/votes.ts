import type { RecordRound, RecordVote } from '#lib/domain/record/record-rounds.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { m } from '#lib/i18n/words.ts';
import { itemText } from '../item-text.ts';
import { sheetOf, type Column } from '../sheet.ts';

interface Voted {
	readonly round: RecordRound;
	readonly vote: RecordVote;
	readonly result: RecordVote['results'][number];
}

const COLUMNS: readonly Column<Voted>[] = [
	{ heading: m.record_column_round_order, type: 'number', value: ({ round }) => round.order },
	{ heading: m.record_column_round, value: ({ round }) => round.type },
	{ heading: m.record_column_vote, type: 'number', value: ({ vote }) => vote.order },
	{ heading: m.record_column_closed_at, value: ({ vote }) => vote.closedAt },
	{ heading: m.record_column_budget, type: 'number', value: ({ vote }) => vote.budget },
	{ heading: m.record_column_budget_per, value: ({ vote }) => vote.budgetPer },
	{ heading: m.record_column_per_item_max, type: 'number', value: ({ vote }) => vote.maxPerItem },
	{ heading: m.record_column_item, value: ({ result }) => result.item },
	{ heading: m.record_table_item, value: ({ result }, record) => itemText(record, result.item) },
	{ heading: m.record_column_dots, type: 'number', value: ({ result }) => result.dots },
	{
		heading: m.record_column_dots_municipalities,
		type: 'number',
		value: ({ result }) => result.municipalities
	},
	{ heading: m.record_column_dots_people, type: 'number', value: ({ result }) => result.people }
];

function voted({ rounds }: IntakeRecord): readonly Voted[] {
	return rounds.flatMap((round) =>
		round.votes.flatMap((vote) => vote.results.map((result) => ({ round, vote, result })))
	);
}

/** What got dots in every vote that has ended, also in those that were held again. */
export const votesSheet = sheetOf({ title: m.record_votes, pieces: voted, columns: COLUMNS });
