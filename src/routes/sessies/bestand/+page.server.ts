import { fail, redirect } from '@sveltejs/kit';
import { RECORD_FIELD } from '#lib/export/record-file.ts';
import { recordRefusalText } from '#lib/i18n/record-refusal.ts';
import { reachOf } from '#lib/server/access/rights.ts';
import { maker, shown } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await maker(event);
	const programme = await event.locals.app.store.programme();
	return { programme: programme?.name ?? '', account: shown(account) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = await maker(event);
		const { bringingIn, store } = event.locals.app;
		const file = (await event.request.formData()).get(RECORD_FIELD);
		if (!(file instanceof File)) return fail(400, { refused: recordRefusalText('no-record'), there: null });
		const brought = await bringingIn.record(new Uint8Array(await file.arrayBuffer()), account.id);
		if (brought.ok) redirect(303, `/sessies/${brought.value}/verslag`);
		const refused = recordRefusalText(brought.rejection);
		if (brought.rejection !== 'already-there') return fail(400, { refused, there: null });
		const isOwn = await reachOf(store, account);
		return fail(409, { refused, there: isOwn(brought.sessionId) ? brought.sessionId : null });
	}
};
