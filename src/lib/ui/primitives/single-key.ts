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
	if (event.target instanceof Element && event.target.closest(TAKEN)) return null;
	return event.key.toLowerCase();
}
