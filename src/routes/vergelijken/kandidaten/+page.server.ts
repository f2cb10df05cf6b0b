import { candidatesOf, choiceReach, rolesOf } from '#lib/domain/compare/candidates.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import { CANDIDATE_SORTS, sortedBy } from '#lib/ui/compare/candidate-sort.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, day } = await compared(event);
	const { app } = event.locals;
	const candidates = candidatesOf(records, await app.programmeDesk.programme(), day);
	const sort = CANDIDATE_SORTS.find((known) => known === event.url.searchParams.get('sorteer')) ?? 'keuze';
	return {
		account: shown(account),
		programme,
		now: app.system.now(),
		sessions: records.length,
		all: rolesOf(records, day),
		sort,
		candidates: sortedBy(sort, candidates),
		reach: choiceReach(records, candidates, day),
		mayPlace: mayAskProgramme(account.role, 'PlaceIdea')
	};
};
