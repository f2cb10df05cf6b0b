import { REDACTED_TEXT, taken, takenReason } from '../card/redacted-text.ts';
import {
	DOSSIER_TEXT_MAX,
	resultOf,
	type DossierFacts,
	type DossierResult,
	type DossierText
} from './dossier-facts.ts';
import type { TermFacts } from './programme-acts.ts';

/** How words that people left with the programme go, and whether any are left. */

/** Parts of a dossier that hold words. */
export const DOSSIER_WORDS = [
	...(Object.keys(DOSSIER_TEXT_MAX) as readonly DossierText[]),
	'dataSources',
	'results'
] as const;
export type DossierWords = (typeof DOSSIER_WORDS)[number];

/** Addresses: what stands in their place would be an address too, so nothing does. */
const ADDRESSES: ReadonlySet<string> = new Set<DossierWords>(['dpiaLink']);

/** One part of a dossier without a word of anybody; what was chosen from a list stays. */
export function takenPart(facts: Partial<DossierFacts>, part: DossierWords): Partial<DossierFacts> {
	if (part === 'dataSources')
		return (
			(facts.dataSources && {
				dataSources: facts.dataSources.map((source) => ({
					...source,
					name: taken(source.name),
					owner: taken(source.owner)
				}))
			}) ??
			{}
		);
	if (part === 'results') return facts.results ? { results: facts.results.map(takenResult) } : {};
	const text = facts[part];
	if (text === undefined) return {};
	return { [part]: ADDRESSES.has(part) ? '' : taken(text) };
}

function takenResult(result: DossierResult): DossierResult {
	const { claim, evidence } = resultOf(result);
	return { claim: taken(claim), evidence: evidence.map(({ kind }) => ({ kind, link: '' })) };
}

/** What somebody said with a reason, without that. */
export const takenKept = takenReason;

export function takenTerm<T extends TermFacts>(term: T): T {
	return { ...term, label: taken(term.label), definition: taken(term.definition) };
}

/** Whether any text in it says something still. */
export function hasWords(value: unknown): boolean {
	if (typeof value === 'string') return value !== '' && value !== REDACTED_TEXT;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasWords);
}
