import { GROUP_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { searchedSession, type SearchedSession } from '#lib/domain/compare/search-hits.ts';
import { askedWords } from '#lib/domain/compare/search.ts';
import {
	GROUPS,
	ROUND_KINDS,
	THEMES,
	type Group,
	type RoundKind,
	type Theme
} from '#lib/domain/vocabulary.ts';
import { MUNICIPALITY_LIST_DATE } from '#lib/domain/municipality/municipalities.ts';
import type { App } from './app.ts';
import { readableRecords } from './compared.ts';
import type { Account } from './store/store.ts';

/** What an address asks to find. */
export interface SearchAsked {
	/** As it was typed. */
	readonly question: string;
	/** Null is every one. */
	readonly theme: Theme | null;
	readonly group: Group | null;
	readonly round: RoundKind | null;
}

export interface Searched {
	/** Also of what is past the limit. */
	readonly total: number;
	readonly sessions: readonly SearchedSession[];
}

/** So many hits are shown of one question. */
const HITS_MAX = 100;

/** Reads `q`, `thema`, `groep` and `ronde` of an address; what is not known counts as not asked. */
export function searchAsked({ searchParams }: URL): SearchAsked {
	return {
		question: searchParams.get('q') ?? '',
		theme: THEMES.find((known) => known === searchParams.get('thema')) ?? null,
		group: GROUPS.find((known) => known === searchParams.get('groep')) ?? null,
		round: ROUND_KINDS.find((known) => known === searchParams.get('ronde')) ?? null
	};
}

/** Finds texts in the records of closed worksessions that this account may read; null for a question without words. */
export async function searched(
	{ store, records }: Pick<App, 'store' | 'records'>,
	account: Account,
	{ question, theme, group, round }: SearchAsked
): Promise<Searched | null> {
	const words = askedWords(question);
	if (words.length === 0) return null;
	const known = (await readableRecords({ store, records }, account)).filter(
		({ session }) =>
			(theme === null || session.theme === theme) && (group === null || session.group === GROUP_CODES[group])
	);
	const { total, hits } = await store.search({
		words,
		sessionIds: known.map(({ session }) => session.id),
		rounds: round && [ROUND_CODES[round]],
		limit: HITS_MAX
	});
	const perSession = Map.groupBy(hits, ({ sessionId }) => sessionId);
	const tell = (record: IntakeRecord) => {
		const found = perSession.get(record.session.id);
		return found ? [searchedSession(record, { found, words, day: MUNICIPALITY_LIST_DATE })] : [];
	};
	return { total, sessions: known.flatMap(tell) };
}
