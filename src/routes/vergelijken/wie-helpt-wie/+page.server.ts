import { judgedMatches, matchesOf } from '#lib/domain/matches.ts';
import { pairKey, type Judgement } from '#lib/domain/programme/judgements.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

/** So many proposals are shown at once; `aantal` of an address asks for more. */
const PROPOSALS_AT_ONCE = 20;
const PROPOSALS_MAX = 500;

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, theme, day } = await compared(event);
	const { judgements } = await event.locals.app.programmeDesk.programme();
	const said = Object.values(judgements);
	const proposals = matchesOf(records, day, new Set(Object.keys(judgements)));
	const judged = judgedMatches(
		records,
		day,
		said.map(({ pair }) => pair)
	).flatMap((match) => {
		const judgement = said.find(({ pair }) => pairKey(pair) === match.key);
		return judgement ? [{ match, judgement }] : [];
	});
	const shownCount = askedCount(event.url);
	return {
		account: shown(account),
		programme,
		theme,
		day,
		mayJudge: mayAskProgramme(account.role, 'JudgeMatch'),
		proposals: proposals.slice(0, shownCount),
		total: proposals.length,
		next: Math.min(shownCount + PROPOSALS_AT_ONCE, PROPOSALS_MAX),
		accepted: judged.filter(isJudged('accepted')),
		dismissed: judged.filter(isJudged('dismissed'))
	};
};

function isJudged(verdict: Judgement['verdict']) {
	return ({ judgement }: { readonly judgement: Judgement }) => judgement.verdict === verdict;
}

function askedCount({ searchParams }: URL): number {
	const asked = Number(searchParams.get('aantal'));
	return Number.isInteger(asked) && asked > 0 ? Math.min(asked, PROPOSALS_MAX) : PROPOSALS_AT_ONCE;
}
