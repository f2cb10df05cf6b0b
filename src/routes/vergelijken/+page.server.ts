import { compare, patternsOf } from '#lib/domain/compare/comparison.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, openSessions, theme, day } = await compared(event);
	const comparison = compare(records, day);
	return {
		account: shown(account),
		programme,
		openSessions,
		theme,
		day,
		comparison,
		patterns: patternsOf(comparison)
	};
};
