import * as v from 'valibot';
import type { Facts } from '#lib/domain/day/facts.ts';
import { GROUPS, THEMES } from '#lib/domain/vocabulary.ts';
import { standardTitle } from './first-start.ts';

/** What a form asks of a day, whether that is to come or was on paper. */
export const FACTS_FIELDS = {
	theme: v.picklist(THEMES),
	group: v.picklist(GROUPS),
	/** Empty while the day is not planned. */
	date: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
	place: v.string(),
	/** Empty for one made of theme and group. */
	title: v.string()
};

type Asked = v.InferOutput<v.StrictObjectSchema<typeof FACTS_FIELDS, undefined>>;

/** The facts of a day as a form gave them; whether they are allowed is for `factsFault`. */
export function factsAsked({ theme, group, date, place, title }: Asked, startsAt: string): Facts {
	return {
		title: title.trim() || standardTitle(theme, group),
		theme,
		group,
		date: date || null,
		startsAt,
		place
	};
}
