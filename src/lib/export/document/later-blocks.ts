import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import type { Category } from '#lib/domain/vocabulary.ts';
import { CATEGORY_NAMES } from '#lib/i18n/code-words.ts';
import { formatDateTime, m } from '#lib/i18n/words.ts';
import { itemText } from '../item-text.ts';
import { heading, paragraphs, type Block } from './document.ts';

/** What was assigned after the day, beside what the room said; nothing where nobody assigned anything. */
export function laterBlocks(record: CodedRecord): readonly Block[] {
	const later = Object.entries(record.later ?? {});
	if (later.length === 0) return [];
	const said = new Map(record.classifications.map((codes) => [codes.item, codes]));
	const headings = [
		m.record_column_item(),
		m.record_column_category(),
		m.record_column_also(),
		m.record_column_later_category(),
		m.record_column_later_also(),
		m.record_column_later_terms(),
		m.record_column_later_at()
	];
	return [
		heading(2, m.record_later()),
		...paragraphs(m.record_later_words()),
		{
			kind: 'table',
			columns: headings.map((words) => ({ heading: words, isNumber: false })),
			rows: later.map(([item, { category, also, terms, at }]) => [
				itemText(record, item),
				nameOf(said.get(item)?.category),
				namesOf(said.get(item)?.also),
				nameOf(category),
				namesOf(also),
				terms.join('; '),
				formatDateTime(at)
			])
		}
	];
}

function namesOf(categories: readonly Category[] = []): string {
	return categories.map(nameOf).join(', ');
}

function nameOf(category: Category | null | undefined): string {
	return category ? CATEGORY_NAMES[category]() : '';
}
