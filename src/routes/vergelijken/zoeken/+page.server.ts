import { shown, signedIn } from '#lib/server/entrance.ts';
import { searchAsked, searched } from '#lib/server/searched.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const { app } = event.locals;
	const asked = searchAsked(event.url);
	const programme = await app.store.programme();
	return {
		account: shown(account),
		programme: programme?.name ?? '',
		asked,
		found: await searched(app, account, asked)
	};
};
