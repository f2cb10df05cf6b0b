import type { Locator, Page } from '@playwright/test';

/** What somebody can do on a page, whatever they do it with. */
export interface Hands {
	readonly page: Page;
	/** What no such hands can do, as the page met it; stays empty. */
	readonly slips: readonly string[];
	press(target: Locator): Promise<void>;
	/** Something that has a key as well as a button. */
	act(key: string, button: Locator): Promise<void>;
	/** Goes to what has a key that leads to it. */
	goTo(key: string, target: Locator): Promise<void>;
	/** Types over what the field holds. */
	type(field: Locator, text: string): Promise<void>;
	/** Pastes into the field. */
	paste(field: Locator, text: string): Promise<void>;
	/** Chooses a radio or ticks a box. */
	check(input: Locator): Promise<void>;
	/** Chooses in a list of the browser. */
	choose(select: Locator, label: string): Promise<void>;
	/** Finds an option by typing a part of it. */
	find(combobox: Locator, part: string, option: string): Promise<void>;
	/** Opens a menu and takes this from it. */
	pick(opener: Locator, item: string): Promise<void>;
	/** Chooses a card or stack on a board, beside what is chosen. */
	select(piece: Locator): Promise<void>;
	/** Opens a stack on the board, or shuts it. */
	unfold(stack: Locator): Promise<void>;
}

/** Tells a list of what happens in every page of this context that should not; `watch` runs in the page. */
export async function watchSlips(page: Page, watch: () => void): Promise<readonly string[]> {
	const slips: string[] = [];
	await page.exposeBinding('noteSlip', (_source, slip: string) => slips.push(slip));
	await page.addInitScript(watch);
	return slips;
}

/** Puts it where pasting takes it from. The context must have been given the clipboard. */
export async function copy(page: Page, text: string): Promise<void> {
	await page.evaluate(async (copied) => navigator.clipboard.writeText(copied), text);
}
