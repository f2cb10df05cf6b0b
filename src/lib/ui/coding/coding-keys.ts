import { letterKeys } from '../primitives/letter-keys.svelte.ts';
import { isTaken, singleKey } from '../primitives/single-key.ts';
import type { CodingDesk } from './coding-desk.svelte.ts';
import { categoryOfLetter } from './coding-words.ts';

/** What the keys of the coding screen do beside its buttons. */
export interface CodingActs {
	readonly chooseFirst: (letter: string) => void;
	readonly chooseAlso: (letter: string) => void;
	readonly chooseDigit: (digit: string) => void;
	readonly takeHint: () => void;
	readonly toggleDoubt: () => void;
	readonly toggleOpened: () => void;
	readonly choosePhase: () => void;
	readonly next: () => void;
	readonly previous: () => void;
	readonly undo: () => void;
	readonly help: () => void;
}

/** Keys anywhere but in a field, a menu or a dialog. Letters that write can be switched off; Enter and the arrow go on and back. */
export function actOnKey(desk: CodingDesk, event: KeyboardEvent, acts: CodingActs): void {
	if (event.defaultPrevented || isTaken(event.target)) return;
	if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey)
		return run(event, acts.undo);
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const isOnControl = event.target instanceof Element && event.target.closest('a, button, [role=option]');
	if (event.key === 'Enter' && !isOnControl && desk.next) return run(event, acts.next);
	if (event.key === 'ArrowLeft' && desk.previous) return run(event, acts.previous);
	const key = letterKeys.areOn ? singleKey(event) : null;
	const act = key === null ? null : actOf(key, event.shiftKey, acts);
	if (act) run(event, act);
}

function actOf(key: string, isShifted: boolean, acts: CodingActs): (() => void) | null {
	if (/^[0-9]$/.test(key)) return () => acts.chooseDigit(key);
	const byName: Readonly<Record<string, () => void>> = {
		'=': acts.takeHint,
		'?': acts.help,
		t: acts.toggleDoubt,
		o: acts.toggleOpened,
		f: acts.choosePhase
	};
	const named = byName[key];
	if (named) return named;
	if (!categoryOfLetter(key)) return null;
	return () => (isShifted ? acts.chooseAlso(key) : acts.chooseFirst(key));
}

function run(event: KeyboardEvent, act: () => void): void {
	event.preventDefault();
	act();
}
