import { getLocale, m } from './words.ts';

/** Words for the planned day of a worksession: a calendar date (yyyy-mm-dd) without a time or a zone. */

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

const MS_PER_DAY = 86_400_000;

function formatIso(isoDate: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat(tags[getLocale()], { timeZone: 'UTC', ...options }).format(
		new Date(`${isoDate}T00:00:00Z`)
	);
}

/** "12 mrt" */
export function shortDate(isoDate: string): string {
	return formatIso(isoDate, { day: 'numeric', month: 'short' }).replace('.', '');
}

/** "donderdag" */
export function weekday(isoDate: string): string {
	return formatIso(isoDate, { weekday: 'long' });
}

/** "donderdag 12 maart 2026" */
export function longDate(isoDate: string): string {
	return formatIso(isoDate, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** The date in the Netherlands at a moment (epoch ms), as yyyy-mm-dd. */
export function dateAt(moment: number): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(moment);
}

/** "vandaag", "morgen", "over 2 dagen"; null for a day that is past. `today` as yyyy-mm-dd. */
export function distance(isoDate: string, today: string): string | null {
	const days = Math.round((Date.parse(isoDate) - Date.parse(today)) / MS_PER_DAY);
	if (days < 0) return null;
	return new Intl.RelativeTimeFormat(tags[getLocale()], { numeric: 'auto' }).format(days, 'day');
}

/** The planned day in words, or that it has none yet. */
export function plannedDay(isoDate: string | null): string {
	return isoDate === null ? m.common_no_date() : longDate(isoDate);
}
