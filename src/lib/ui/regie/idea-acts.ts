import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import { NEW_IDEA } from '#lib/domain/ideas.ts';
import type { RoundView } from '#lib/domain/visibility.ts';
import { selectedItems } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** Whether what is chosen in this round can become a product idea: an idea itself, or a need that asks for one. */
export function canMakeIdea({ kind }: Pick<RoundView, 'kind'>): boolean {
	return kind === 'ideas' || kind === 'needs';
}

/** Asks for a new product idea, with what is chosen on the board filled in. */
export function askIdea(regie: Regie): void {
	const { round } = regie;
	const items = selectedItems(regie).map((item) => ({ roundId: round?.id ?? '', item }));
	const isIdeas = round?.kind === 'ideas';
	const needs = round?.kind === 'needs' ? items : [];
	const text = regie.selectedClusters[0]?.title ?? regie.selectedCards[0]?.text ?? '';
	const title = isIdeas ? [...text].slice(0, TITLE_LENGTH_MAX).join('') : '';
	regie.question = { kind: 'new-idea', idea: { ...NEW_IDEA, title, needs }, from: isIdeas ? items : [] };
}
