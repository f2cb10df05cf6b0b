import { expect, type Locator, type Page } from '@playwright/test';
import { copy, watchSlips, type Hands } from './hands.ts';
import { Keyboard } from './keyboard.ts';

/** Somebody with nothing but keys: Tab, arrows, Enter, Space and the letters of the key map. */
export class KeyHands implements Hands {
	readonly page: Page;
	readonly slips: readonly string[];
	readonly #keyboard: Keyboard;

	private constructor(page: Page, slips: readonly string[]) {
		this.page = page;
		this.slips = slips;
		this.#keyboard = new Keyboard(page);
	}

	static async on(page: Page): Promise<KeyHands> {
		return new KeyHands(page, await watchSlips(page, notePointer));
	}

	async press(target: Locator): Promise<void> {
		await this.#keyboard.enter(target);
	}

	async act(key: string, button: Locator): Promise<void> {
		await expect(button).toBeVisible();
		await this.#keyboard.press(key);
	}

	async goTo(key: string, target: Locator): Promise<void> {
		await this.#keyboard.press(key);
		await expect(target).toBeFocused();
	}

	async type(field: Locator, text: string): Promise<void> {
		await this.#keyboard.type(field, text);
		await expect(field).toHaveValue(text);
	}

	async paste(field: Locator, text: string): Promise<void> {
		await this.#keyboard.to(field);
		await copy(this.page, text);
		await this.#keyboard.press('ControlOrMeta+V');
	}

	async check(input: Locator): Promise<void> {
		if (await input.isChecked()) return;
		await this.#keyboard.walk('Tab', input, isInGroup);
		await this.#keyboard.walk('ArrowDown', input);
		if (!(await input.isChecked())) await this.#keyboard.press('Space');
		await expect(input).toBeChecked();
	}

	async choose(select: Locator, label: string): Promise<void> {
		await this.#keyboard.to(select);
		await this.page.keyboard.type(label);
		await expect(select.locator('option:checked')).toHaveText(label);
	}

	async find(combobox: Locator, part: string, option: string): Promise<void> {
		await this.#keyboard.type(combobox, part);
		await expect(this.page.getByRole('option', { name: option }).first()).toBeVisible();
		await this.#keyboard.press('Enter');
	}

	async pick(opener: Locator, item: string): Promise<void> {
		const entry = this.page.getByRole('menuitem', { name: item, exact: true });
		await this.#keyboard.enter(opener);
		await this.#keyboard.walk('ArrowDown', entry);
		await this.#keyboard.press('Enter');
	}

	async select(piece: Locator): Promise<void> {
		await this.#goTo(piece);
		await this.#keyboard.press('Space');
		await expect(piece).toHaveAttribute('aria-selected', 'true');
	}

	async unfold(stack: Locator): Promise<void> {
		await this.#goTo(stack);
		await this.#keyboard.press('Enter');
	}

	/** A list is one stop for Tab; in it arrows go on. */
	async #goTo(piece: Locator): Promise<void> {
		await this.#keyboard.walk('Tab', piece, isInList);
		await this.#keyboard.press('Home');
		await this.#keyboard.walk('ArrowDown', piece);
	}
}

/** A group of radios is one stop for Tab. */
async function isInGroup(radio: Locator): Promise<boolean> {
	return radio.evaluate(
		(element: HTMLInputElement) =>
			element === document.activeElement ||
			(element.type === 'radio' &&
				document.activeElement instanceof HTMLInputElement &&
				element.name === document.activeElement.name)
	);
}

async function isInList(piece: Locator): Promise<boolean> {
	return piece.evaluate(
		(element) => element.closest('[role=listbox]')?.contains(document.activeElement) ?? false
	);
}

/** Runs in the page. A click that a key made has no count. */
function notePointer(): void {
	const { noteSlip } = globalThis as unknown as { noteSlip: (slip: string) => void };
	for (const type of ['pointerdown', 'click'] as const)
		addEventListener(
			type,
			(event) => {
				if (event.isTrusted && (type === 'pointerdown' || event.detail > 0)) noteSlip(type);
			},
			true
		);
}
