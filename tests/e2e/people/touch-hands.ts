import { expect, type Locator, type Page } from '@playwright/test';
import { copy, watchSlips, type Hands } from './hands.ts';

/** Somebody with one finger, who taps and never drags; a field is filled by the keyboard of the device, which sends no keys. */
export class TouchHands implements Hands {
	readonly page: Page;
	readonly slips: readonly string[];

	private constructor(page: Page, slips: readonly string[]) {
		this.page = page;
		this.slips = slips;
	}

	static async on(page: Page): Promise<TouchHands> {
		return new TouchHands(page, await watchSlips(page, noteDrag));
	}

	async press(target: Locator): Promise<void> {
		await target.tap();
	}

	async act(_key: string, button: Locator): Promise<void> {
		await button.tap();
	}

	async goTo(_key: string, target: Locator): Promise<void> {
		await target.scrollIntoViewIfNeeded();
	}

	async type(field: Locator, text: string): Promise<void> {
		await field.tap();
		await field.fill(text);
	}

	/** As from the menu of the device. */
	async paste(field: Locator, text: string): Promise<void> {
		await field.tap();
		await copy(this.page, text);
		const device = await this.page.context().newCDPSession(this.page);
		await device.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'] });
		await device.detach();
	}

	async check(input: Locator): Promise<void> {
		if (!(await input.isChecked())) await input.tap();
		await expect(input).toBeChecked();
	}

	/** The list itself is the device's. */
	async choose(select: Locator, label: string): Promise<void> {
		await select.selectOption({ label });
	}

	async find(combobox: Locator, part: string, option: string): Promise<void> {
		await this.type(combobox, part);
		await this.page.getByRole('option', { name: option }).first().tap();
	}

	async pick(opener: Locator, item: string): Promise<void> {
		await opener.tap();
		await this.page.getByRole('menuitem', { name: item, exact: true }).tap();
	}

	async select(piece: Locator): Promise<void> {
		await piece.tap();
		await expect(piece).toHaveAttribute('aria-selected', 'true');
	}

	/** A stack opens from the bar for what is chosen. */
	async unfold(stack: Locator): Promise<void> {
		await this.select(stack);
		await this.page.getByRole('button', { name: 'Open stapel' }).tap();
		await stack.tap();
		await expect(stack).toHaveAttribute('aria-selected', 'false');
	}
}

/** Runs in the page. Pasting from the menu of the device is a key without a name. */
function noteDrag(): void {
	const { noteSlip } = globalThis as unknown as { noteSlip: (slip: string) => void };
	let isDown = false;
	const note = (slip: string, event: Event) => {
		if (event.isTrusted) noteSlip(slip);
	};
	addEventListener(
		'pointerdown',
		(event) => {
			isDown = true;
			if (event.pointerType === 'mouse') note('a mouse', event);
		},
		true
	);
	for (const type of ['pointerup', 'pointercancel'] as const)
		addEventListener(type, () => (isDown = false), true);
	addEventListener('pointermove', (event) => isDown && note('a drag', event), true);
	addEventListener('dragstart', (event) => note('a drag', event), true);
	addEventListener('keydown', (event) => event.key !== '' && note(`the key ${event.key}`, event), true);
}
