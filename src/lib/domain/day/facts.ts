import type { Group, Theme } from '../vocabulary.ts';

export interface Facts {
	readonly title: string;
	readonly theme: Theme;
	readonly group: Group;
	/** ISO date (yyyy-mm-dd), or null while the day is not planned. */
	readonly date: string | null;
	/** Local start time (hh:mm) of the first agenda item. */
	readonly startsAt: string;
	readonly place: string;
}
