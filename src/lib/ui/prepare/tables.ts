import type { TableFacts } from '#lib/domain/people/table.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { m } from '#lib/i18n/words.ts';

interface Known {
	readonly examples: SharedView['examples'];
	readonly tables: readonly TableFacts[];
}

/** The facts of the next table: the lowest number that no table has in its name. */
export function nextTable({ tables }: Pick<Known, 'tables'>, exampleId: string | null): TableFacts {
	const names = new Set(tables.map(({ name }) => name.trim().toLowerCase()));
	let number = 1;
	while (names.has(standardName(number).toLowerCase())) number += 1;
	return { name: standardName(number), exampleId };
}

/** A table for every example that nobody works on yet, in the order of the examples. */
export function tablesForExamples({ examples, tables }: Known): readonly TableFacts[] {
	const taken = new Set(tables.map(({ exampleId }) => exampleId));
	const made: TableFacts[] = [];
	for (const { id } of examples.filter((example) => !taken.has(example.id)))
		made.push(nextTable({ tables: [...tables, ...made] }, id));
	return made;
}

function standardName(number: number): string {
	return m.prepare_table_standard_name({ number });
}
