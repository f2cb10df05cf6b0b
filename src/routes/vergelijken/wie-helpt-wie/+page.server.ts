import { cardsOfNoRole } from '#lib/domain/compare/compared-cards.ts';
import { judgedMatches, matchesOf, type JudgedMatch } from '#lib/domain/compare/matches.ts';
import type { Verdict } from '#lib/domain/programme/programme-acts.ts';
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
	const proposals = matchesOf(records, day, new Set(Object.keys(judgements)));
	const judged = judgedMatches(records, day, judgements);
	const shownCount = askedCount(event.url);
	return {
		account: shown(account),
		programme,
		theme,
		day,
		mayJudge: mayAskProgramme(account.role, 'JudgeMatch'),
		proposals: proposals.slice(0, shownCount),
		total: proposals.length,
		leftOut: records.flatMap((record) => {
			const cards = cardsOfNoRole(record, day);
			return cards > 0 ? [{ title: record.session.title, cards }] : [];
		}),
		next: Math.min(shownCount + PROPOSALS_AT_ONCE, PROPOSALS_MAX),
		accepted: judged.filter(isJudged('accepted')),
		dismissed: judged.filter(isJudged('dismissed'))
	};
};

function isJudged(verdict: Verdict): (of: JudgedMatch) => boolean {
	return ({ judgement }) => judgement.verdict === verdict;
}

function askedCount({ searchParams }: URL): number {
	const asked = Number(searchParams.get('aantal'));
	return Number.isInteger(asked) && asked > 0 ? Math.min(asked, PROPOSALS_MAX) : PROPOSALS_AT_ONCE;
}
