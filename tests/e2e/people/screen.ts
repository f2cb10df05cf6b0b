import { expect, type Page } from '@playwright/test';
import { Traffic } from './traffic.ts';

/** The projector of the hall. */
export class Screen {
	readonly page: Page;
	readonly traffic: Traffic;

	constructor(page: Page) {
		this.page = page;
		this.traffic = new Traffic(page);
	}

	/** By the link with its secret, as another device would. */
	async open(address: string): Promise<void> {
		await this.page.goto(address);
		await expect(this.page).toHaveURL(/\/sessie\/[^/]+\/scherm$/);
	}

	async shows(text: string | RegExp): Promise<void> {
		await expect(this.page.getByRole('main')).toContainText(text);
	}

	async hides(text: string | RegExp): Promise<void> {
		await expect(this.page.getByRole('main')).not.toContainText(text);
	}
}
