import type { ProcessStep } from '#lib/domain/board/step.ts';
import { m } from '#lib/i18n/words.ts';
import { isTaken } from '../primitives/single-key.ts';
import { stepNumber } from './board-tables.ts';
import type { MoveMode } from './move-mode.svelte.ts';

/** Moving cards and stacks to another step without dragging: M takes them up, arrows carry, Enter puts down, Escape puts back. */

/** What carrying needs of the page on which somebody arranges; read live. */
export interface MovePort {
	readonly moving: MoveMode;
	/** The steps of the board, in their order. */
	readonly steps: readonly ProcessStep[];
	/** Those of them at which all that is carried may lie. */
	readonly goals: readonly ProcessStep[];
	/** What is chosen; nothing where it may not be moved now. */
	readonly carried: readonly { readonly stepId: string | null }[];
	/** Puts what is chosen at a step, or at none with null. */
	readonly putAt: (step: ProcessStep | null) => Promise<void>;
	readonly say: (text: string) => void;
}

/** Takes up what is chosen. */
export function takeUp({ moving, steps, goals, carried, say }: MovePort): void {
	const [piece] = carried;
	if (!piece || goals.length === 0) return;
	moving.start(piece.stepId);
	say(moveText({ moving, steps }));
}

/** While something is carried its keys come before those of the board; a field, a menu or a dialog keeps its own. */
export function carryOnKey(port: MovePort, event: KeyboardEvent): void {
	if (!port.moving.isOn) return;
	if (port.carried.length === 0) {
		port.moving.stop();
		return;
	}
	if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
	if (!carries(port, event.key)) return;
	event.preventDefault();
	event.stopPropagation();
}

/** Over which step it is held, for the bar and for who listens. */
export function moveText({ steps, moving }: Pick<MovePort, 'steps' | 'moving'>): string {
	const step = steps.find((candidate) => candidate.id === moving.stepId);
	if (!step) return m.regie_move_over_none();
	return m.regie_move_over({ number: stepNumber(steps, step), title: step.title });
}

/** Over the next (1) or previous (-1) step at which it may lie. */
export function carry(port: MovePort, direction: 1 | -1): void {
	port.moving.step(port.goals, direction);
	port.say(moveText(port));
}

/** Puts what is carried down where it is held. */
export async function putDown({ moving, steps, putAt }: MovePort): Promise<void> {
	const { stepId } = moving;
	moving.stop();
	if (stepId !== undefined) await putAt(steps.find((step) => step.id === stepId) ?? null);
}

export function putBack({ moving, say }: MovePort): void {
	moving.stop();
	say(m.regie_move_back());
}

function carries(port: MovePort, key: string): boolean {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowDown':
			carry(port, 1);
			return true;
		case 'ArrowLeft':
		case 'ArrowUp':
			carry(port, -1);
			return true;
		case 'Enter':
			void putDown(port);
			return true;
		case 'Escape':
			putBack(port);
			return true;
		default:
			return false;
	}
}
