import { compare } from '#lib/domain/compare/comparison.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, openSessions, theme, day } = await compared(event);
	const { codeBook } = await event.locals.app.programmeDesk.programme();
	return {
		account: shown(account),
		programme,
		openSessions,
		theme,
		day,
		comparison: compare(records, day, codeBook.terms)
	};
};
