import { m, perLanguage } from './words.ts';

/** Words for the planned day of a worksession: a calendar date (yyyy-mm-dd) without a time or a zone. */

const MS_PER_DAY = 86_400_000;

function days(options: Intl.DateTimeFormatOptions): (isoDate: string) => string {
	const formatter = perLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }));
	return (isoDate) => formatter().format(new Date(`${isoDate}T00:00:00Z`));
}

const shortDays = days({ day: 'numeric', month: 'short' });
const distances = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

/** "12 mrt" */
export function shortDate(isoDate: string): string {
	return shortDays(isoDate).replace('.', '');
}

/** "donderdag" */
export const weekday = days({ weekday: 'long' });

/** "donderdag 12 maart 2026" */
export const longDate = days({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** The date in the Netherlands at a moment (epoch ms), as yyyy-mm-dd. */
export function dateAt(moment: number): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(moment);
}

const hourThere = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', hour: '2-digit' });

/** The moment (epoch ms) at which clocks in the Netherlands show this time ('09:30') on this day (yyyy-mm-dd). */
export function momentOf(isoDate: string, time: string): number {
	const inWinter = Date.parse(`${isoDate}T${time}:00+01:00`);
	const isWinter = Number(hourThere.format(inWinter)) === Number(time.slice(0, 2));
	return isWinter ? inWinter : Date.parse(`${isoDate}T${time}:00+02:00`);
}

/** "vandaag", "morgen", "over 2 dagen"; null for a day that is past. `today` as yyyy-mm-dd. */
export function distance(isoDate: string, today: string): string | null {
	const count = Math.round((Date.parse(isoDate) - Date.parse(today)) / MS_PER_DAY);
	if (count < 0) return null;
	return distances().format(count, 'day');
}

/** The planned day in words, or that it has none yet. */
export function plannedDay(isoDate: string | null): string {
	return isoDate === null ? m.common_no_date() : longDate(isoDate);
}
