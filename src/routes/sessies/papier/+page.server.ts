import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	CARD_TEXT_LENGTH_MAX,
	COUNTED_DOTS_MAX,
	ID_LENGTH_MAX,
	MUNICIPALITIES_PER_PERSON_MAX,
	TITLE_LENGTH_MAX
} from '#lib/domain/limits.ts';
import { factsFault } from '#lib/domain/day/preparation.ts';
import { CATEGORIES, ROUND_KINDS } from '#lib/domain/vocabulary.ts';
import { PAPER_CARDS_MAX } from '#lib/export/paper-table.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { FACTS_FIELDS, factsAsked } from '#lib/server/asked-facts.ts';
import { maker, shown } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

/** A text of so many code points is at most twice as long in units of JavaScript. */
const text = v.pipe(v.string(), v.maxLength(2 * CARD_TEXT_LENGTH_MAX));
const card = v.strictObject({
	kind: v.picklist(ROUND_KINDS),
	text,
	municipalities: v.pipe(
		v.array(v.pipe(v.string(), v.maxLength(ID_LENGTH_MAX))),
		v.maxLength(MUNICIPALITIES_PER_PERSON_MAX)
	),
	category: v.nullable(v.picklist(CATEGORIES)),
	step: v.nullable(v.pipe(v.string(), v.maxLength(2 * TITLE_LENGTH_MAX))),
	dots: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNTED_DOTS_MAX)))
});

const Paper = v.strictObject({
	/** Made by the browser, once per form. */
	sessionId: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
	...FACTS_FIELDS,
	cards: v.pipe(
		v.string(),
		v.parseJson(),
		v.pipe(v.array(card), v.minLength(1), v.maxLength(PAPER_CARDS_MAX))
	)
});

/** The record asks when a day began; of a day on paper nobody asks the minute. */
const STARTS_AT = '09:30';

export const load: PageServerLoad = async (event) => {
	const account = await maker(event);
	const programme = await event.locals.app.store.programme();
	return { programme: programme?.name ?? '', account: shown(account) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = await maker(event);
		const parsed = v.safeParse(Paper, Object.fromEntries(await event.request.formData()));
		if (!parsed.success) return fail(400, { refused: rejectionText('text-empty') });
		const { sessionId, cards } = parsed.output;
		const facts = factsAsked(parsed.output, STARTS_AT);
		const fault = factsFault(facts);
		if (fault) return fail(400, { refused: rejectionText(fault) });
		const outcome = await event.locals.app.bringingIn.paper({ sessionId, facts, cards }, account.id);
		// Sent twice it is one worksession, which stands there.
		if (!outcome.ok && outcome.rejection !== 'already-there')
			return fail(409, { refused: rejectionText(outcome.rejection) });
		redirect(303, `/sessies/${sessionId}/verslag`);
	}
};
