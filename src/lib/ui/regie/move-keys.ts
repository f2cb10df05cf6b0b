import type { Hold } from '#lib/domain/board/holding.ts';
import { m } from '#lib/i18n/words.ts';
import { stepNumber } from '../board/board-tables.ts';
import { isStageFor, putAt, selectedItems, stepsForChoice } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** Moving cards and stacks to another step without dragging: M takes them up, arrows carry, Enter puts down, Escape puts back. */

/** Takes up what is chosen, or the piece that has focus. */
export function startMove(regie: Regie): void {
	const { round, selection, lastFocused } = regie;
	const focused = document.activeElement?.closest<HTMLElement>('[data-piece]')?.dataset['piece'];
	if (selection.size === 0 && focused !== undefined && focused === lastFocused) selection.add([focused]);
	if (!round || !isStageFor(round, 'PinItems') || selectedItems(regie).length === 0) return;
	if (stepsForChoice(regie).length === 0) return;
	const [piece] = [...regie.selectedClusters, ...regie.selectedCards];
	regie.moving.start(piece?.stepId ?? null);
	regie.say(moveText(regie));
}

/** What is dragged or carried now. */
export function inHand(regie: Regie): Hold | null {
	const items = regie.hand.isFull ? regie.hand.items : regie.moving.isOn ? selectedItems(regie) : [];
	return regie.round && items.length > 0 ? { roundId: regie.round.id, items } : null;
}

/** While something is carried its keys come before those of the board. */
export function moveOnKey(regie: Regie, event: KeyboardEvent): void {
	const { moving, round } = regie;
	if (!moving.isOn) return;
	if (!round || !isStageFor(round, 'PinItems') || selectedItems(regie).length === 0) {
		moving.stop();
		return;
	}
	if (event.ctrlKey || event.metaKey || event.altKey || !carries(regie, event.key)) return;
	event.preventDefault();
	event.stopPropagation();
}

/** Over which step it is held, for the bar and for who listens. */
export function moveText({ steps, moving }: Pick<Regie, 'steps' | 'moving'>): string {
	const step = steps.find((candidate) => candidate.id === moving.stepId);
	if (!step) return m.regie_move_over_none();
	return m.regie_move_over({ number: stepNumber(steps, step), title: step.title });
}

/** Puts what is carried down where it is held. */
export async function putDown(regie: Regie): Promise<void> {
	const { stepId } = regie.moving;
	regie.moving.stop();
	if (stepId !== undefined) await putAt(regie, regie.steps.find((step) => step.id === stepId) ?? null);
}

export function putBack(regie: Regie): void {
	regie.moving.stop();
	regie.say(m.regie_move_back());
}

function carries(regie: Regie, key: string): boolean {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowDown':
		case 'ArrowLeft':
		case 'ArrowUp':
			regie.moving.step(stepsForChoice(regie), key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
			regie.say(moveText(regie));
			return true;
		case 'Enter':
			void putDown(regie);
			return true;
		case 'Escape':
			putBack(regie);
			return true;
		default:
			return false;
	}
}
