import type { Command } from '#lib/domain/commands.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { m } from '#lib/i18n/words.ts';
import { isTaken } from '../primitives/single-key.ts';
import type { ActHistory, Undoing } from './act-history.svelte.ts';

export type Direction = 'undo' | 'redo';

/** What taking back needs of the page on which somebody arranges. */
export interface StepThroughPort {
	readonly history: ActHistory;
	readonly shared: SharedView;
	/** Asks the server, and says why not; whether it is done. */
	readonly perform: (command: Command) => Promise<boolean>;
	/** Asks whether to undo what somebody else did last. */
	readonly askTheirs: (command: Undoing) => void;
	readonly say: (text: string) => void;
}

/**
 * Takes one's last act on the board back, or does what was taken back again. What somebody changed since stays as it is. With nothing of
 * one's own left it asks about what somebody else did last.
 */
export async function stepThrough(
	{ history, shared, perform, askTheirs, say }: StepThroughPort,
	direction: Direction
): Promise<void> {
	const theirs = direction === 'undo' ? history.undoTheirs(shared) : null;
	if (theirs) {
		askTheirs(theirs);
		return;
	}
	const command = history.next(direction, shared);
	if (!command) {
		say(direction === 'undo' ? m.regie_undo_none() : m.regie_redo_none());
		return;
	}
	if (!(await perform(command))) {
		history.drop(direction);
		return;
	}
	history.moved(direction, command);
	say(direction === 'undo' ? m.regie_undone() : m.regie_redone());
}

/** Undoes what somebody else did last, once it is confirmed; the answer is why not, or null. */
export async function undoTheirs(
	{ history, say }: Pick<StepThroughPort, 'history' | 'say'>,
	ask: () => Promise<string | null>
): Promise<string | null> {
	const refused = await ask();
	history.movedTheirs(refused === null);
	if (refused === null) say(m.regie_undone());
	return refused;
}

/** Ctrl or Cmd with Z, with Shift or Y the other way; null for any other key, and in a field, where these are the field's own. */
export function directionOf(event: KeyboardEvent): Direction | null {
	const key = event.key.toLowerCase();
	if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(key)) return null;
	if (event.defaultPrevented || isTaken(event.target)) return null;
	return key === 'y' || event.shiftKey ? 'redo' : 'undo';
}
