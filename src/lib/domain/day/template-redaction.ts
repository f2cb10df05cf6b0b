import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { GROUPS, ROUND_KINDS } from '../vocabulary.ts';
import type { RoundSettings } from './round.ts';
import { standardPlan, standardSettings, type TemplatePlan } from './template.ts';

/** A day that was kept copies its questions and breaks, so what is taken away of a worksession goes from every kept day that says the same. */

interface KeptDay {
	/** Begins as the title of the day it was kept from. */
	readonly name: string;
	readonly plan: TemplatePlan;
}

/** Of the programme's days and of every kind of round. */
const OWN_WORDS: ReadonlySet<string> = new Set(
	GROUPS.flatMap((group) => [
		...wordsIn(standardPlan(group)),
		...ROUND_KINDS.flatMap((kind) => wordsOf(standardSettings(kind, group)))
	])
);

/** A kept day without these words; itself where it holds none of them. The programme's own words are nobody's and stay. */
export function keptDayWithout<T extends KeptDay>(day: T, lost: readonly string[]): T {
	const gone = new Set(lost.filter((text) => text !== '' && !OWN_WORDS.has(text)));
	const holds = [day.name, ...wordsIn(day.plan)].some((text) => gone.has(text));
	if (!holds) return day;
	const left = (text: string) => (gone.has(text) ? REDACTED_TEXT : text);
	const items = day.plan.items.map((item) =>
		item.kind === 'break'
			? { ...item, title: left(item.title) }
			: { ...item, settings: settingsWith(item.settings, left) }
	);
	return { ...day, name: left(day.name), plan: { items } };
}

function settingsWith(settings: RoundSettings, left: (text: string) => string): RoundSettings {
	const { question, helpText, note } = settings;
	return { ...settings, question: left(question), helpText: left(helpText), note: left(note) };
}

function wordsIn({ items }: TemplatePlan): readonly string[] {
	return items.flatMap((item) => (item.kind === 'break' ? [item.title] : wordsOf(item.settings)));
}

function wordsOf({ question, helpText, note }: RoundSettings): readonly string[] {
	return [question, helpText, note];
}
