import { askLink, putAtStep, stack, takeApart, toggleSpotlight } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** Keys of one character, anywhere but in a field, a menu or a dialog. The yellow button is reached by a key and never fired by one. */
export function actOnKey(regie: Regie, event: KeyboardEvent, areLettersOn: boolean): void {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
	if (regie.question || isTaken(event.target)) return;
	if (event.key === 'Escape') regie.selection.clear();
	else if (areLettersOn && actOnCharacter(regie, event.key.toLowerCase())) event.preventDefault();
}

function actOnCharacter(regie: Regie, key: string): boolean {
	if (/^[0-9]$/.test(key)) {
		void putAtStep(regie, Number(key));
		return true;
	}
	switch (key) {
		case 's':
			void stack(regie);
			return true;
		case 'u':
			void takeApart(regie);
			return true;
		case 'l':
			askLink(regie);
			return true;
		case 'b':
			void toggleSpotlight(regie);
			return true;
		case 'n':
			document.querySelector<HTMLElement>('[data-next-action]')?.focus();
			return true;
		case '?':
			regie.question = { kind: 'keys' };
			return true;
		default:
			return false;
	}
}

/** Where keys mean letters, or choose in a menu. */
function isTaken(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select, [role=menu], dialog') !== null;
}
