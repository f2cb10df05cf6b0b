import { expect, type Locator, type Page } from '@playwright/test';
import { Traffic } from './traffic.ts';

export interface NewSession {
	readonly theme: string;
	readonly group: string;
	readonly title: string;
	readonly place: string;
}

export interface Example {
	readonly name: string;
	readonly municipality: string;
}

/** The facilitator at the laptop: from the one-time link to the closed session, with the words on the screen. */
export class Facilitator {
	readonly page: Page;
	readonly traffic: Traffic;

	constructor(page: Page) {
		this.page = page;
		this.traffic = new Traffic(page);
	}

	async signIn(link: string, name: string): Promise<void> {
		await this.page.goto(link);
		await this.page.getByLabel('Je naam').fill(name);
		await this.page.getByRole('button', { name: 'Log in' }).click();
		await expect(this.page).toHaveURL(/\/sessies$/);
	}

	/** Makes a session and ends on the page that prepares it; gives its id. */
	async makeSession({ theme, group, title, place }: NewSession): Promise<string> {
		await this.page.getByRole('link', { name: 'Nieuwe sessie' }).click();
		await this.#choose('Thema', theme);
		await this.#choose('Groep', group);
		await this.page.getByLabel('Plaats').fill(place);
		await this.page.getByLabel('Naam van de sessie').fill(title);
		await this.page.getByRole('button', { name: 'Maak de sessie' }).click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title);
		return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
	}

	async #choose(group: string, option: string): Promise<void> {
		await this.page
			.getByRole('group', { name: group })
			.getByRole('radio', { name: option, exact: true })
			.check();
	}

	/** Changes a field of the preparation and waits until it is saved. */
	async prepare(label: string, value: string): Promise<void> {
		const field = this.page.getByLabel(label, { exact: true });
		await field.fill(value);
		await field.blur();
		await this.#allSaved();
	}

	async openRound(name: string): Promise<void> {
		await this.page.getByRole('button', { name: `Pas aan: ${name}` }).click();
	}

	async addExample({ name, municipality }: Example): Promise<void> {
		await this.page.getByRole('button', { name: 'Voorbeeld', exact: true }).click();
		await this.page.getByLabel('Naam van het voorbeeld').fill(name);
		await this.page.getByRole('combobox', { name: 'Van welke gemeente?' }).fill(municipality);
		await this.page.keyboard.press('Enter');
		await this.page.getByRole('button', { name: 'Voeg toe' }).click();
		await expect(this.page.getByText('1 voorbeeld, 0 tafels', { exact: true })).toBeVisible();
	}

	async #allSaved(): Promise<void> {
		await expect(this.page.getByText('Alles bewaard')).toBeVisible();
	}

	/** Opens the doors from the preparation and comes to the regie; gives the code on its bar. */
	async openDoors(): Promise<string> {
		await this.page.getByRole('button', { name: 'Open de zaal' }).click();
		await expect(this.page).toHaveURL(/\/regie$/);
		await expect(this.page.getByText('Verbonden, alles bewaard')).toBeVisible();
		return this.page.locator('.code').first().innerText();
	}

	/** The address behind the button for the screen of the hall, with its secret. */
	async screenAddress(): Promise<string> {
		const link = this.page.getByRole('link', { name: /Zaalscherm/ });
		return new URL((await link.getAttribute('href')) ?? '', this.page.url()).href;
	}

	get next(): Locator {
		return this.page.locator('[data-next-action]');
	}

	/** Presses the yellow button as often as it takes for it to move on from these words: a second press too soon is ignored. */
	async press(...labels: readonly string[]): Promise<void> {
		for (const label of labels) {
			const button = this.next.filter({ hasText: label });
			await expect(button).toBeVisible();
			await expect(async () => {
				if (await button.isVisible()) await button.click({ timeout: 1000 });
				await expect(button).toBeHidden({ timeout: 150 });
			}).toPass({ intervals: [50] });
		}
	}

	async stepBack(): Promise<void> {
		await this.page.getByRole('button', { name: /^Terug naar/ }).click();
	}

	/** A card or stack on the board. */
	piece(text: string): Locator {
		return this.page.getByRole('option').filter({ hasText: text });
	}

	async choose(...texts: readonly string[]): Promise<void> {
		for (const text of texts) {
			await this.piece(text).click();
			await expect(this.piece(text)).toHaveAttribute('aria-selected', 'true');
		}
	}

	async makeStep(text: string): Promise<void> {
		await this.choose(text);
		await this.#press('Maak stap van kaart');
		await this.#dialog('Maak stap van kaart', 'Maak stap');
		await expect(this.step(text)).toBeVisible();
	}

	/** The column of a step. */
	step(title: string): Locator {
		return this.page.getByRole('list', { name: 'Stappen van het proces' }).getByText(title).first();
	}

	async makeStack(title: string, texts: readonly string[]): Promise<void> {
		await this.choose(...texts);
		await this.#press('Maak stapel');
		await this.page.getByLabel('Titel van de stapel').fill(title);
		await this.#dialog('Maak stapel', 'Maak stapel');
		await expect(this.piece(title)).toBeVisible();
	}

	async takeApart(title: string): Promise<void> {
		await this.choose(title);
		await this.#press('Haal stapel uit elkaar');
		await expect(this.piece(title)).toBeHidden();
	}

	async putAtStep(texts: readonly string[], number: number, title: string): Promise<void> {
		await this.choose(...texts);
		await this.#press('Zet bij stap');
		await this.page.getByRole('menuitem', { name: `${number} ${title}` }).click();
		const column = this.page.getByRole('listbox', { name: new RegExp(`^Stap ${number} `) });
		for (const text of texts)
			await expect(column.getByRole('option').filter({ hasText: text })).toBeVisible();
	}

	/** Ties a need to the bottleneck that it solves. */
	async link(need: string, bottleneck: string): Promise<void> {
		await this.choose(need);
		await this.#press('Koppel aan knelpunt');
		const dialog = this.page.getByRole('dialog', { name: 'Welk knelpunt lost dit op?' });
		await dialog.getByRole('checkbox', { name: bottleneck }).check();
		await dialog.getByRole('button', { name: 'Klaar' }).click();
		await expect(this.piece(need)).toContainText('1 knelpunt');
		await this.#press('Wis keuze');
	}

	async #press(label: string): Promise<void> {
		await this.page
			.getByRole('toolbar', { name: 'Gekozen kaarten' })
			.getByRole('button', { name: label })
			.click();
	}

	async #dialog(title: string, confirm: string): Promise<void> {
		const dialog = this.page.getByRole('dialog', { name: title });
		await dialog.getByRole('button', { name: confirm, exact: true }).click();
		await expect(dialog).toBeHidden();
	}

	async closeSession(): Promise<void> {
		await expect(async () => {
			await this.next.filter({ hasText: 'Sluit de sessie' }).click({ timeout: 1000 });
			await expect(this.page.getByRole('alertdialog')).toBeVisible({ timeout: 500 });
		}).toPass({ intervals: [100] });
		await this.page.getByRole('button', { name: 'Sluit en leg vast' }).click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('De sessie is dicht');
	}

	/** The record page, from the yellow button after closing. */
	async readRecord(): Promise<void> {
		await this.next.click();
		await expect(this.page).toHaveURL(/\/verslag$/);
	}

	/** A file of the record as this browser downloads it. */
	async recordFile(name: 'intakeverslag.json' | 'intakeverslag.csv'): Promise<string> {
		const response = await this.page.request.get(`${this.page.url()}/${name}`);
		expect(response.status()).toBe(200);
		return response.text();
	}
}
