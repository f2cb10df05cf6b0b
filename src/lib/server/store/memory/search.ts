import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { matches, searchedTexts, wordsOf } from '#lib/domain/compare/search.ts';
import { promised } from '../promised.ts';
import type { Found, FoundText, SearchQuery, SearchStore } from '../store.ts';
import { parsed, type KeptById } from './kept.ts';

/** Reads every fixed record again for every question. */
export function memorySearch(kept: KeptById): SearchStore {
	return { search: (query) => promised(() => found(kept, query)) };
}

function found(kept: KeptById, { words, sessionIds, rounds, limit }: SearchQuery): Found {
	const hits = sessionIds.flatMap((sessionId): readonly FoundText[] => {
		const fixed = kept.get(sessionId)?.fixedRecord;
		if (!fixed) return [];
		return searchedTexts(parsed<IntakeRecord>(fixed.json))
			.filter(({ round, text }) => (!rounds || rounds.includes(round)) && matches(wordsOf(text), words))
			.map(({ kind, id }) => ({ sessionId, kind, id }));
	});
	return { total: hits.length, hits: hits.slice(0, limit) };
}
