import { proposedText } from '#lib/domain/card/proposed-text.ts';
import { ideaFrom } from '../idea/idea-start.ts';
import { selectedItems } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** Asks for a new product idea, with what is chosen on the board filled in. */
export function askIdea(regie: Regie): void {
	const { round } = regie;
	if (!round) return;
	const text = regie.selectedClusters[0]?.title ?? proposedText(regie.selectedCards[0]);
	regie.question = { kind: 'ideas', start: ideaFrom(round, selectedItems(regie), text) };
}
