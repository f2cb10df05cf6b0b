import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { factsFault } from '#lib/domain/preparation.ts';
import { GROUPS, THEMES } from '#lib/domain/vocabulary.ts';
import { maker, shown } from '#lib/server/entrance.ts';
import { standardTitle } from '#lib/server/first-start.ts';
import type { Actions, PageServerLoad } from './$types';

const NewSession = v.strictObject({
	theme: v.picklist(THEMES),
	group: v.picklist(GROUPS),
	date: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
	startsAt: v.pipe(v.string(), v.isoTime()),
	place: v.string(),
	title: v.string()
});

export const load: PageServerLoad = async (event) => {
	const account = await maker(event);
	const programme = await event.locals.app.store.programme();
	return { programme: { name: programme?.name ?? '' }, account: shown(account) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = await maker(event);
		const form = Object.fromEntries(await event.request.formData());
		const parsed = v.safeParse(NewSession, { date: '', place: '', title: '', startsAt: '09:30', ...form });
		if (!parsed.success) return fail(400, { error: 'form-invalid' as const });
		const { theme, group, date, startsAt, place, title } = parsed.output;
		const facts = {
			title: title.trim() || standardTitle(theme, group),
			theme,
			group,
			date: date || null,
			startsAt,
			place
		};
		if (factsFault(facts)) return fail(400, { error: 'form-invalid' as const });
		const id = await event.locals.app.worksessions.prepare({
			facts,
			authorVisibility: 'municipality',
			isTrial: false,
			madeBy: account.id,
			plan: null
		});
		redirect(303, `/sessies/${id}`);
	}
};
