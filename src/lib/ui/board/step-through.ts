import type { Command } from '#lib/domain/commands.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { m } from '#lib/i18n/words.ts';
import { isTaken } from '../primitives/single-key.ts';
import type { ActHistory } from './act-history.svelte.ts';

export type Direction = 'undo' | 'redo';

/** What taking back needs of the page on which somebody arranges. */
export interface StepThroughPort {
	readonly history: ActHistory;
	readonly shared: SharedView;
	/** Asks the server, and says why not; whether it is done. */
	readonly perform: (command: Command) => Promise<boolean>;
	readonly say: (text: string) => void;
}

/** Takes one's last act on the board back, or does what was taken back again. What somebody changed since stays as it is. */
export async function stepThrough(
	{ history, shared, perform, say }: StepThroughPort,
	direction: Direction
): Promise<void> {
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

/** Ctrl or Cmd with Z, with Shift or Y the other way; null for any other key, and in a field, where these are the field's own. */
export function directionOf(event: KeyboardEvent): Direction | null {
	const key = event.key.toLowerCase();
	if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(key)) return null;
	if (event.defaultPrevented || isTaken(event.target)) return null;
	return key === 'y' || event.shiftKey ? 'redo' : 'undo';
}
