import { tick } from 'svelte';

/**
 * Call just before an element leaves its list by an act of the reader: focus then goes to the next one, else the one before it, else to
 * `otherwise`, instead of getting lost.
 */
export async function focusBeside(element: HTMLElement, otherwise: HTMLElement | undefined): Promise<void> {
	const beside = element.nextElementSibling ?? element.previousElementSibling;
	await tick();
	const target = beside?.querySelector<HTMLElement>('button') ?? otherwise;
	target?.focus();
}
