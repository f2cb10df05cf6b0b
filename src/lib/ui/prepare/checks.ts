import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { visibilityName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** One line of the checklist before the day. */
export interface Check {
	readonly name: string;
	/** What is set, or the open point, in words. */
	readonly words: string;
	readonly isReady: boolean;
	readonly href: string;
	/** Opens beside this page. */
	readonly isElsewhere?: boolean;
}

/** The checklist of a worksession. `from` and `to` are the clock times of its day. */
export function checksOf(
	shared: SharedView,
	attendance: Attendance,
	from: string,
	to: string,
	screenUrl: string
): readonly Check[] {
	return [
		factsCheck(shared),
		{ name: m.prepare_day(), words: m.prepare_check_day({ from, to }), isReady: true, href: '#dag' },
		{
			name: m.prepare_visibility(),
			words: visibilityName(shared.authorVisibility),
			isReady: true,
			href: '#zien'
		},
		examplesCheck(shared),
		cardsCheck(shared),
		{
			name: m.prepare_people(),
			words: peopleText(attendance),
			isReady: attendance.people > 0,
			href: '#mensen'
		},
		{
			name: m.common_screen(),
			words: m.prepare_check_screen(),
			isReady: false,
			href: screenUrl,
			isElsewhere: true
		}
	];
}

/** "26 mensen uit 11 gemeenten", or that nobody is here yet. */
export function peopleText({ people, municipalities }: Attendance): string {
	if (people === 0) return m.prepare_check_nobody();
	return m.prepare_check_people({
		people: m.common_people({ count: people }),
		municipalities: m.common_municipalities({ count: Object.keys(municipalities).length })
	});
}

function factsCheck({ facts }: SharedView): Check {
	const missing = [
		facts.date === null && m.prepare_missing_date(),
		facts.place.trim() === '' && m.prepare_missing_place()
	].filter((text) => text !== false);
	return {
		name: m.prepare_facts(),
		words: missing.length === 0 ? m.prepare_check_facts() : missing.join(' '),
		isReady: missing.length === 0,
		href: '#feiten'
	};
}

/** "4 voorbeelden, 4 tafels". */
export function examplesText({ examples, tables }: Pick<SharedView, 'examples' | 'tables'>): string {
	return m.prepare_examples_and_tables({
		examples: m.prepare_example_count({ count: examples.length }),
		tables: m.prepare_table_count({ count: tables.length })
	});
}

/** Tables are no duty: without them the whole room works together. */
function examplesCheck(shared: SharedView): Check {
	const open = openPoints(shared);
	const [first = examplesText(shared)] = open;
	return {
		name: m.prepare_examples(),
		words: open.length > 1 ? m.prepare_check_things_open({ count: open.length }) : first,
		isReady: shared.examples.length > 0 && open.length === 0,
		href: '#voorbeelden'
	};
}

function openPoints({ examples, tables }: SharedView): readonly string[] {
	const homeless = examples.filter((example) => example.municipalities.length === 0).length;
	const bare = tables.filter((table) => table.exampleId === null).length;
	return [
		homeless > 0 && m.prepare_check_homeless({ count: homeless }),
		bare > 0 && m.prepare_check_tables_bare({ count: bare })
	].filter((text) => text !== false);
}

/** Nobody needs cards beforehand, so this is never an open point. */
function cardsCheck({ facilitator }: SharedView): Check {
	const count = Object.keys(facilitator?.putIn ?? {}).length;
	return {
		name: m.prepare_cards(),
		words: count > 0 ? m.prepare_cards_ready({ count }) : m.prepare_cards_none(),
		isReady: true,
		href: '#kaarten'
	};
}
