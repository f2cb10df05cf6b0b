import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import { sideChoice } from '#lib/ui/compare/compare-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, openSessions, day } = await compared(event);
	return { account: shown(account), programme, openSessions, day, choices: records.map(sideChoice) };
};
