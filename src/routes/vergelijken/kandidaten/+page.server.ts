import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { choiceOf } from '#lib/server/choice.ts';
import { shown } from '#lib/server/entrance.ts';
import { CANDIDATE_SORTS, sortedBy } from '#lib/ui/compare/candidate-sort.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account, candidates, ...choice } = await choiceOf(event);
	const sort = CANDIDATE_SORTS.find((known) => known === event.url.searchParams.get('sorteer')) ?? 'keuze';
	return {
		...choice,
		account: shown(account),
		sort,
		candidates: sortedBy(sort, candidates),
		mayPlace: mayAskProgramme(account.role, 'PlaceIdea')
	};
};
