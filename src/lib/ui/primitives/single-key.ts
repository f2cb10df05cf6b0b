import { letterKeys } from './letter-keys.svelte.ts';

/** Where a character is text, or chooses in a list; a radio button or tick takes none. */
const TAKEN = [
	'input:not([type=radio], [type=checkbox])',
	'textarea',
	'select',
	'dialog',
	'[popover]',
	'[role=menu]'
].join(', ');

/**
 * The character that was pressed by itself, in lower case: a key that acts. Null where it is part of a text or of a combination,
 * when it repeats, and when single keys are switched off.
 */
export function singleKey(event: KeyboardEvent): string | null {
	if (!letterKeys.areOn || event.defaultPrevented || event.repeat || event.isComposing) return null;
	if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return null;
	return isTaken(event.target) ? null : event.key.toLowerCase();
}

/** Whether keys are for something else than the page: a field, a dialog or a menu. An open menu gets its focus a moment after it shows. */
export function isTaken(target: EventTarget | null): boolean {
	if (target instanceof Element && target.closest(TAKEN)) return true;
	return document.querySelector('[popover=auto]:popover-open') !== null;
}
