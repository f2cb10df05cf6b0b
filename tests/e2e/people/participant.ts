import { expect, type Locator, type Page } from '@playwright/test';
import { Traffic } from './traffic.ts';

export interface Person {
	readonly name: string;
	readonly municipality: string;
	readonly functionName: string;
}

/** Somebody in the hall with a phone or a laptop. */
export class Participant {
	readonly page: Page;
	readonly traffic: Traffic;

	constructor(page: Page) {
		this.page = page;
		this.traffic = new Traffic(page);
	}

	/** Goes in by the code on the start page and the form after it. */
	async join(code: string, person: Person): Promise<void> {
		await this.page.goto('/');
		await this.enter(code, person);
	}

	/** From the start page, on whatever address it was opened. */
	async enter(code: string, { name, municipality, functionName }: Person): Promise<void> {
		await this.page.getByLabel('Code van de sessie').fill(code);
		await this.page.getByRole('button', { name: 'Ga verder' }).click();
		await this.page.getByLabel('Je naam').fill(name);
		await this.page.getByRole('combobox', { name: 'Je gemeente' }).fill(municipality);
		await this.page.keyboard.press('Enter');
		await expect(this.page.getByRole('button', { name: `Haal ${municipality} weg` })).toBeVisible();
		await this.page.getByLabel('Je functie').fill(functionName);
		await this.page.getByRole('button', { name: 'Doe mee' }).click();
		await expect(this.page).toHaveURL(/\/sessie\//);
		await this.isConnected();
	}

	async isConnected(): Promise<void> {
		await expect(this.page.getByText('Verbonden', { exact: true })).toBeVisible();
	}

	get composer(): Locator {
		return this.page.getByLabel('Jouw kaart', { exact: true });
	}

	/** Own cards, in writing and wherever they are shown as a card. */
	card(text: string): Locator {
		return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text });
	}

	/** Posts a card by Enter; does not wait for the server. */
	async post(text: string): Promise<void> {
		await this.composer.fill(text);
		await this.composer.press('Enter');
		await expect(this.composer).toHaveValue('');
		await expect(this.card(text)).toBeVisible();
	}

	/** Posts cards and waits until each is saved. */
	async write(...texts: readonly string[]): Promise<void> {
		for (const text of texts) await this.post(text);
		for (const text of texts) await expect(this.card(text)).toContainText('Bewaard');
	}

	async edit(text: string, changed: string): Promise<void> {
		await this.#menu(text, 'Pas aan');
		const field = this.page.getByLabel('Pas je kaart aan');
		await field.fill(changed);
		await field.press('Enter');
		await expect(this.card(changed)).toContainText('Bewaard');
	}

	async withdraw(text: string): Promise<void> {
		await this.#menu(text, 'Haal weg');
		await expect(this.card(text)).toBeHidden();
	}

	async #menu(text: string, item: string): Promise<void> {
		await this.page.getByRole('button', { name: `Kaart aanpassen of weghalen: ${text}` }).click();
		await this.page.getByRole('menuitem', { name: item }).click();
	}

	/** The button that puts a dot on a card or stack. */
	placing(title: string): Locator {
		return this.page.getByRole('button', { name: `Zet een stip op: ${title}` });
	}

	/** Puts dots on a card or stack, each when the one before is counted. */
	async vote(title: string, dots: number): Promise<void> {
		const row = this.page.getByRole('group', { name: `Stippen op: ${title}` });
		for (let count = 1; count <= dots; count += 1) {
			await this.placing(title).click();
			await expect(row).toContainText(`${count} van hoogstens`);
		}
	}

	async sees(text: string | RegExp): Promise<void> {
		await expect(this.page.getByRole('main')).toContainText(text);
	}

	async seesNot(text: string): Promise<void> {
		await expect(this.page.getByRole('main')).not.toContainText(text);
	}

	async isAtStage(stage: string): Promise<void> {
		const stages = this.page.getByRole('list', { name: 'Fase van deze ronde' });
		await expect(stages.locator('[aria-current=step]')).toContainText(stage);
	}
}
