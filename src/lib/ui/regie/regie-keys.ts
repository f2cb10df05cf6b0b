import { directionOf } from '../board/step-through.ts';
import { isTaken } from '../primitives/single-key.ts';
import {
	askCodes,
	askLink,
	askPark,
	putAtStep,
	stack,
	stepBack,
	takeApart,
	toggleHidden,
	toggleSpotlight
} from './board-acts.ts';
import { startMove } from './carrying.ts';
import type { Regie } from './regie.svelte.ts';

const MINUTE_MS = 60_000;

/** Keys of one character, anywhere but in a field, a menu or a dialog. The yellow button is reached by a key and never fired by one. */
export function actOnKey(regie: Regie, event: KeyboardEvent, areLettersOn: boolean): void {
	if (stepOnKey(regie, event)) return;
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
	if (regie.question || isTaken(event.target)) return;
	if (event.key === 'Escape') regie.selection.clear();
	else if (areLettersOn && !event.repeat && actOnCharacter(regie, event.key.toLowerCase()))
		event.preventDefault();
}

function stepOnKey(regie: Regie, event: KeyboardEvent): boolean {
	const direction = regie.question ? null : directionOf(event);
	if (!direction) return false;
	event.preventDefault();
	void stepBack(regie, direction);
	return true;
}

function actOnCharacter(regie: Regie, key: string): boolean {
	if (/^[0-9]$/.test(key)) {
		void putAtStep(regie, Number(key));
		return true;
	}
	const act = ACTS[key];
	if (!act) return false;
	act(regie);
	return true;
}

const ACTS: Readonly<Record<string, (regie: Regie) => void>> = {
	s: (regie) => void stack(regie),
	u: (regie) => void takeApart(regie),
	m: startMove,
	k: askCodes,
	l: askLink,
	r: askPark,
	x: (regie) => void toggleHidden(regie),
	b: (regie) => void toggleSpotlight(regie),
	n: () => focusOn('[data-next-action]'),
	t: () => focusOn('[data-time-controls] button'),
	'/': () => focusOn('[data-find]'),
	p: toggleClock,
	'+': (regie) => {
		if (regie.client.shared.doors === 'open') void regie.perform({ type: 'AdjustTimer', deltaMs: MINUTE_MS });
	},
	'?': (regie) => {
		regie.question = { kind: 'keys' };
	}
};

function focusOn(selector: string): void {
	document.querySelector<HTMLElement>(selector)?.focus();
}

function toggleClock(regie: Regie): void {
	const { timer, doors } = regie.client.shared;
	if (timer.kind === 'off' || doors !== 'open') return;
	void regie.perform({ type: timer.kind === 'running' ? 'PauseTimer' : 'ResumeTimer' });
}
