import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const STOPS_MAX = 80;

/** Somebody without a mouse. At every stop it must be visible where they are. */
export class Keyboard {
	readonly #page: Page;
	/** How many stops were passed. */
	stops = 0;

	constructor(page: Page) {
		this.#page = page;
	}

	/** Tabs on until this has focus. */
	async to(target: Locator): Promise<void> {
		await this.walk('Tab', target);
	}

	/** Presses this key until the target has focus, or what `arrived` says of it is so. */
	async walk(key: 'Tab' | 'ArrowDown', target: Locator, arrived = isFocused): Promise<void> {
		await expect(target).toBeVisible();
		for (let stop = 0; stop < STOPS_MAX; stop += 1) {
			if (await arrived(target)) return;
			await this.#page.keyboard.press(key);
			this.stops += 1;
			await this.#seesFocus();
		}
		throw new Error(`${target.toString()} is not reached by ${key} within ${STOPS_MAX} stops`);
	}

	/** Tabs to this and presses Enter. */
	async enter(target: Locator): Promise<void> {
		await this.to(target);
		await this.#page.keyboard.press('Enter');
	}

	/** Tabs to this and types over what it holds. */
	async type(target: Locator, text: string): Promise<void> {
		await this.to(target);
		await this.#page.keyboard.press('ControlOrMeta+A');
		await this.#page.keyboard.type(text);
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) await this.#page.keyboard.press(key);
	}

	async #seesFocus(): Promise<void> {
		const unseen = await this.#page.evaluate(unseenFocus);
		expect(unseen, 'has focus without an outline').toBeNull();
	}
}

async function isFocused(target: Locator): Promise<boolean> {
	return target.evaluate((element) => element === document.activeElement);
}

/**
 * Runs in the page. The element with focus when nothing shows that it has: no outline on it, on its label or frame, or on what stands for
 * a hidden input. Null when it shows, and when focus is with the browser itself.
 */
function unseenFocus(): string | null {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return null;
	const around = [focused.parentElement, focused.closest('label'), focused.closest('form.composer')];
	const shown = [focused, focused.nextElementSibling, ...around];
	const isSeen = shown.some((element) => {
		if (!element) return false;
		const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
		const isTransparent = outlineColor === 'rgba(0, 0, 0, 0)';
		return outlineStyle !== 'none' && !isTransparent && Number.parseFloat(outlineWidth) >= 2;
	});
	// The yellow button is slanted: its line is drawn behind it.
	const behind = getComputedStyle(focused, '::after');
	if (focused.matches('.btn--next') && Number.parseFloat(behind.borderTopWidth) >= 2) return null;
	return isSeen ? null : focused.outerHTML.slice(0, 200);
}
