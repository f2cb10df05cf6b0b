import type { Attendance, SharedView } from '#lib/domain/visibility.ts';
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

function examplesCheck({ examples }: SharedView): Check {
	const homeless = examples.filter((example) => example.municipalities.length === 0).length;
	const words = homeless > 0 ? m.prepare_check_homeless({ count: homeless }) : undefined;
	return {
		name: m.prepare_examples(),
		words: words ?? m.prepare_example_count({ count: examples.length }),
		isReady: examples.length > 0 && homeless === 0,
		href: '#voorbeelden'
	};
}
