import type { ExampleFacts } from '#lib/domain/day/example.ts';
import type { RoundSettings } from '#lib/domain/day/round.ts';
import type { TableFacts } from '#lib/domain/people/table.ts';
import { municipalitiesText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import type { BreakFacts } from './desk.svelte.ts';

/** What the fields of a day are called, and what stands in them, where two people changed one. */

type Names<T> = Readonly<Partial<Record<keyof T, string>>>;

export function roundNames(): Names<RoundSettings> {
	const dots = m.prepare_clash_dots();
	return {
		question: m.prepare_question(),
		helpText: m.prepare_help(),
		note: m.prepare_note(),
		minutes: m.prepare_clash_minutes(),
		isAtTables: m.prepare_where(),
		dotBudget: dots,
		budgetPer: dots,
		dotsPerItemMax: dots
	};
}

/** Minutes and dots stand in the fields themselves, so only words are told. */
export function roundTold(settings: RoundSettings, field: keyof RoundSettings): string | null {
	switch (field) {
		case 'question':
		case 'helpText':
		case 'note':
			return written(settings[field]);
		case 'isAtTables':
			return settings.isAtTables ? m.prepare_where_tables() : m.prepare_where_room();
		case 'dotBudget':
		case 'dotsPerItemMax':
			return String(settings[field]);
		case 'minutes':
		case 'budgetPer':
			return null;
	}
}

export function breakNames(): Names<BreakFacts> {
	return { title: m.prepare_break_name(), minutes: m.prepare_clash_minutes() };
}

export function breakTold(facts: BreakFacts, field: keyof BreakFacts): string {
	return field === 'title' ? written(facts.title) : m.prepare_minutes_short({ minutes: facts.minutes });
}

export function exampleNames(): Names<ExampleFacts> {
	return {
		name: m.prepare_example_name(),
		summary: m.prepare_example_summary(),
		municipalities: m.prepare_example_municipalities()
	};
}

export function exampleTold(example: ExampleFacts, field: keyof ExampleFacts): string {
	if (field === 'municipalities') return written(municipalitiesText(example.municipalities));
	return written(example[field] ?? '');
}

export function tableNames(): Names<TableFacts> {
	return { name: m.prepare_clash_name(), exampleId: m.prepare_table_example() };
}

/** A table names its example by an id: `nameOf` gives its name. */
export function tableTold(
	nameOf: (exampleId: string) => string
): (table: TableFacts, field: keyof TableFacts) => string {
	return (table, field) => {
		if (field === 'name') return written(table.name);
		return table.exampleId === null ? m.prepare_table_no_example() : nameOf(table.exampleId);
	};
}

function written(text: string): string {
	return text || m.prepare_clash_empty();
}
