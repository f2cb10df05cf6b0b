import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { factsFault } from '#lib/domain/day/preparation.ts';
import { FACTS_FIELDS, factsAsked } from '#lib/server/asked-facts.ts';
import { maker, shown } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

const NewSession = v.strictObject({
	...FACTS_FIELDS,
	startsAt: v.pipe(v.string(), v.isoTime()),
	/** Empty for the programme's own day. */
	template: v.string()
});

/** What a form may leave out. */
const BLANK = { date: '', place: '', title: '', template: '', startsAt: '09:30' };

export const load: PageServerLoad = async (event) => {
	const account = await maker(event);
	const { store, templates } = event.locals.app;
	const [programme, kept] = await Promise.all([store.programme(), templates.list(account)]);
	return {
		programme: { name: programme?.name ?? '' },
		account: shown(account),
		templates: kept
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = await maker(event);
		const form = Object.fromEntries(await event.request.formData());
		const parsed = v.safeParse(NewSession, { ...BLANK, ...form });
		if (!parsed.success) return fail(400, { error: 'form-invalid' as const });
		const { startsAt, template } = parsed.output;
		const facts = factsAsked(parsed.output, startsAt);
		if (factsFault(facts)) return fail(400, { error: 'form-invalid' as const });
		const { templates, worksessions } = event.locals.app;
		const plan = template === '' ? null : await templates.plan(template);
		if (plan === null && template !== '') return fail(400, { error: 'template-gone' as const });
		const id = await worksessions.prepare({
			facts,
			authorVisibility: 'municipality',
			isTrial: false,
			madeBy: account.id,
			plan
		});
		redirect(303, `/sessies/${id}`);
	}
};
