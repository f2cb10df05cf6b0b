import type { Hold } from '#lib/domain/board/holding.ts';
import { takeUp, type MovePort } from '../board/move-keys.ts';
import { isStageFor, putAt, selectedItems, stepsForChoice } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** What carrying by keys needs of the regie; read live. */
export function movePort(regie: Regie): MovePort {
	return {
		moving: regie.moving,
		get steps() {
			return regie.steps;
		},
		get goals() {
			return stepsForChoice(regie);
		},
		get carried() {
			const { round, selectedClusters, selectedCards } = regie;
			return round && isStageFor(round, 'PinItems') ? [...selectedClusters, ...selectedCards] : [];
		},
		putAt: (step) => putAt(regie, step),
		say: (text) => regie.say(text)
	};
}

/** Takes up what is chosen, or the piece that has focus. */
export function startMove(regie: Regie): void {
	const { selection, lastFocused } = regie;
	const focused = document.activeElement?.closest<HTMLElement>('[data-piece]')?.dataset['piece'];
	if (selection.size === 0 && focused !== undefined && focused === lastFocused) selection.add([focused]);
	takeUp(movePort(regie));
}

/** What is dragged or carried now. */
export function inHand(regie: Regie): Hold | null {
	const items = regie.hand.isFull ? regie.hand.items : regie.moving.isOn ? selectedItems(regie) : [];
	return regie.round && items.length > 0 ? { roundId: regie.round.id, items } : null;
}
