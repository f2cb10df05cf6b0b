import type { Candidate } from '#lib/domain/compare/candidates.ts';
import { m } from '#lib/i18n/words.ts';

/** By what the sheet can be read; as addresses ask it. There is no total score. */
export const CANDIDATE_SORTS = ['gemeenten', 'waarde', 'moeite', 'opschalen', 'keuze'] as const;
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];

export function sortName(sort: CandidateSort): string {
	switch (sort) {
		case 'gemeenten':
			return m.compare_sheet_asking();
		case 'waarde':
			return m.compare_sheet_worth();
		case 'moeite':
			return m.compare_sheet_effort();
		case 'opschalen':
			return m.compare_sheet_scaling();
		case 'keuze':
			return m.compare_sheet_choice();
	}
}

export function sortHref(sort: CandidateSort): string {
	return `/vergelijken/kandidaten?sorteer=${sort}`;
}

/** The highest first, what was not rated last; by choice they come as they are. */
export function sortedBy(sort: CandidateSort, candidates: readonly Candidate[]): readonly Candidate[] {
	if (sort === 'keuze') return candidates;
	return candidates.toSorted((one, other) => valueOf(sort, other) - valueOf(sort, one));
}

function valueOf(sort: Exclude<CandidateSort, 'keuze'>, candidate: Candidate): number {
	switch (sort) {
		case 'gemeenten':
			return candidate.municipalities.length;
		case 'waarde':
			return candidate.worth ?? -1;
		case 'moeite':
			return candidate.effort ?? -1;
		case 'opschalen':
			return candidate.scalingYes ?? -1;
	}
}
