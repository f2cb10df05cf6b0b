import { singleKey } from '../primitives/single-key.ts';
import { askCodes, askLink, askPark, putAtStep, stack, takeApart, type HostDesk } from './host-desk.ts';

/** Keys of one character on the board of a table: those of the regie, as far as a host may do what they do. */

const ACTS: Readonly<Record<string, (desk: HostDesk) => void>> = {
	s: stack,
	u: takeApart,
	k: askCodes,
	l: askLink,
	r: askPark,
	'/': () => document.querySelector<HTMLElement>('[data-find]')?.focus()
};

/** Does what this key means; false when it means nothing here. */
export function actOnHostKey(desk: HostDesk, event: KeyboardEvent): boolean {
	const act = ACTS[singleKey(event) ?? ''];
	act?.(desk);
	return act !== undefined;
}

/** A digit puts what is chosen at a step, before it leads to that step as it does for everybody. Call while the event is captured. */
export function putOnDigit(desk: HostDesk, event: KeyboardEvent): void {
	const key = singleKey(event);
	if (key !== null && /^[0-9]$/.test(key) && putAtStep(desk, Number(key))) event.preventDefault();
}
