import {
	cellOf,
	comparedCards,
	type ComparedCard,
	type ComparedCell
} from '#lib/domain/compare/compared-cards.ts';
import type { Comparison } from '#lib/domain/compare/comparison.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import { GROUP_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import { m } from '#lib/i18n/words.ts';
import type { CellValue, ColumnType, Sheet } from '../sheet.ts';
import { laterOn } from './later.ts';

interface TermCard extends ComparedCard {
	readonly term: string;
}

interface TermRow {
	/** The first of its cards, which says what they have in common. */
	readonly of: TermCard;
	readonly cell: ComparedCell;
	/** How many municipalities took part in worksessions of this theme and group. */
	readonly total: number;
}

const COLUMNS: readonly (readonly [() => string, ColumnType, (row: TermRow) => CellValue])[] = [
	[m.record_column_later_terms, 'text', ({ of }) => of.term],
	[m.record_column_round, 'text', ({ of }) => ROUND_CODES[of.kind]],
	[m.record_column_theme, 'text', ({ of }) => of.theme],
	[m.record_column_group, 'text', ({ of }) => GROUP_CODES[of.group]],
	[m.record_column_municipalities, 'number', ({ cell }) => cell.municipalities.length],
	[m.compare_column_of, 'number', ({ total }) => total],
	[m.record_sheet_cards, 'number', ({ cell }) => cell.cards],
	[m.record_column_dots, 'number', ({ cell }) => cell.dots],
	[
		m.compare_column_which,
		'text',
		({ cell }) => cell.municipalities.map((code) => municipalityName(code) ?? code).join(', ')
	]
];

/** A row per own term of the programme, question, theme and group that has it: counted as categories are, each number beside what it is "of". */
export function termsSheet(records: readonly CodedRecord[], day: string, { columns }: Comparison): Sheet {
	return {
		title: m.record_column_later_terms(),
		columns: COLUMNS.map(([heading, type]) => ({ heading: heading(), type })),
		*rows(): Iterable<readonly CellValue[]> {
			const cards = records.flatMap((record) => termCards(record, day));
			for (const pieces of Map.groupBy(cards, placeOf).values()) {
				const [of] = pieces;
				if (!of) continue;
				const here = columns.find(({ theme, group }) => theme === of.theme && group === of.group);
				const row = { of, cell: cellOf(pieces), total: here?.municipalities.length ?? 0 };
				yield COLUMNS.map(([, , value]) => value(row));
			}
		}
	};
}

/** A card under each of its own terms, or of those of its stack. */
function termCards(record: CodedRecord, day: string): readonly TermCard[] {
	if (!record.later) return [];
	return comparedCards(record, day).flatMap((card) => {
		const later = laterOn(record, `card:${card.evidence.id}`, itemKey(card.ref));
		return (later?.terms ?? []).map((term) => ({ ...card, term }));
	});
}

function placeOf({ term, kind, theme, group }: TermCard): string {
	return JSON.stringify([term, kind, theme, group]);
}
