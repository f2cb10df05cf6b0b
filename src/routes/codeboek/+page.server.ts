import { bookHistory } from '#lib/domain/programme/book-history.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { shown, signedIn } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const { store, programmeDesk } = event.locals.app;
	const [{ codeBook }, facts, accounts, programme] = await Promise.all([
		programmeDesk.programme(),
		store.readProgramme(0),
		store.accounts(),
		store.programme()
	]);
	const names = new Map(accounts.map(({ id, name }) => [id, name]));
	return {
		account: shown(account),
		programme: programme?.name ?? '',
		codeBook,
		history: bookHistory(facts).map(({ by, ...change }) => ({ ...change, who: names.get(by) ?? null })),
		mayChange: mayAskProgramme(account.role, 'AddTerm')
	};
};
