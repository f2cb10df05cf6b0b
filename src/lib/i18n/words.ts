import { getLocale } from './generated/runtime.js';

export { m } from './generated/messages.js';
export { getLocale, setLocale, locales } from './generated/runtime.js';

/** Work sessions take place in the Netherlands; everyone reads the clock on the wall there, wherever the server stands. */
const TIME_ZONE = 'Europe/Amsterdam';

type Moment = number | Date;

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

function formatMoment(moment: Moment, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(tags[getLocale()], { timeZone: TIME_ZONE, ...options }).format(moment);
}

/** "14:05". The moment is in milliseconds since 1970, or a Date. */
export function formatTime(moment: Moment): string {
	return formatMoment(moment, { hour: '2-digit', minute: '2-digit' });
}

/** "23 november 2026" */
export function formatDate(moment: Moment): string {
	return formatMoment(moment, { dateStyle: 'long' });
}

/** "23 november 2026 om 14:05" */
export function formatDateTime(moment: Moment): string {
	return formatMoment(moment, { dateStyle: 'long', timeStyle: 'short' });
}

/** "1.234" in Dutch, "1,234" in English. */
export function formatNumber(value: number): string {
	return new Intl.NumberFormat(tags[getLocale()]).format(value);
}

/** "Broekmeer, Rietmond en Zandrecht" */
export function formatList(items: readonly string[]): string {
	return new Intl.ListFormat(tags[getLocale()], { type: 'conjunction' }).format(items);
}

/** "een BSN, een adres of een kenteken" */
export function formatChoice(items: readonly string[]): string {
	return new Intl.ListFormat(tags[getLocale()], { type: 'disjunction' }).format(items);
}
