import { MUNICIPALITIES } from '#lib/domain/municipality/municipalities.ts';
import { tookPartNamed, whoTookPart } from '#lib/domain/record/took-part.ts';
import { reachOf } from '#lib/server/access/rights.ts';
import { shown, signedIn } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

/** Which municipality took part where; `q` looks for one, `volgorde=naam` lists them by name and not per province. */
export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const { store } = event.locals.app;
	const isOwn = await reachOf(store, account);
	const rows = (await store.worksessions()).filter(({ id, isTrial }) => isOwn(id) && !isTrial);
	const programme = await store.programme();
	const { searchParams } = event.url;
	const question = searchParams.get('q') ?? '';
	const all = whoTookPart(rows);
	return {
		account: shown(account),
		programme: programme?.name ?? '',
		question,
		isByName: searchParams.get('volgorde') === 'naam',
		all,
		found: tookPartNamed(all, question),
		total: MUNICIPALITIES.length
	};
};
