import { getLocale, overwriteGetLocale } from './generated/runtime.js';

export { m } from './generated/messages.js';
export { getLocale, setLocale, locales } from './generated/runtime.js';

/** A text without anything to fill in, in the language of whoever reads or in a given one. */
export type Word = (
	inputs?: Readonly<Record<string, never>>,
	options?: { readonly locale?: 'nl' | 'en' }
) => string;

// A page has one language until it is loaded again, and every word asks for it: a cookie is read once.
if (typeof document !== 'undefined') {
	const chosen = getLocale();
	overwriteGetLocale(() => chosen);
}

/** Work sessions take place in the Netherlands; everyone reads the clock on the wall there, wherever the server stands. */
const TIME_ZONE = 'Europe/Amsterdam';

type Moment = number | Date;

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;

/** What formats in the language of whoever reads, made once per language: making it takes as long as hundreds of uses. */
export function perLanguage<Formatter>(make: (tag: string) => Formatter): () => Formatter {
	const made = new Map<string, Formatter>();
	return () => {
		const tag = TAGS[getLocale()];
		const known = made.get(tag) ?? make(tag);
		made.set(tag, known);
		return known;
	};
}

function moments(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
	return perLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, ...options }));
}

const times = moments({ hour: '2-digit', minute: '2-digit' });
const dates = moments({ dateStyle: 'long' });
const datesWithTime = moments({ dateStyle: 'long', timeStyle: 'short' });
const numbers = perLanguage((tag) => new Intl.NumberFormat(tag));
const decimals = perLanguage(
	(tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
);
const lists = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));
const choices = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }));

/** "14:05". The moment is in milliseconds since 1970, or a Date. */
export function formatTime(moment: Moment): string {
	return times().format(moment);
}

/** "23 november 2026" */
export function formatDate(moment: Moment): string {
	return dates().format(moment);
}

/** "23 november 2026 om 14:05" */
export function formatDateTime(moment: Moment): string {
	return datesWithTime().format(moment);
}

/** "1.234" in Dutch, "1,234" in English. */
export function formatNumber(value: number): string {
	return numbers().format(value);
}

/** "3,7" in Dutch, "3.7" in English: always one decimal. */
export function formatDecimal(value: number): string {
	return decimals().format(value);
}

/** "Broekmeer, Rietmond en Zandrecht" */
export function formatList(items: readonly string[]): string {
	return lists().format(items);
}

/** "een BSN, een adres of een kenteken" */
export function formatChoice(items: readonly string[]): string {
	return choices().format(items);
}
