import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import RoomInPage from '../../../../tests/kit/RoomInPage.svelte';
import { roomOf } from '../../../../tests/kit/room-of.ts';
import { anOpenWorksession, participationId, roundId } from '../../../../tests/kit/worksession.ts';

const WHO = ['anna', 'bram'] as const;

/** Anna leads table 1 and Bram sits at table 2; each wrote a need that their table has an idea for. */
function twoTables() {
	const day = anOpenWorksession({ kinds: ['needs'] });
	for (const name of ['Tafel 1', 'Tafel 2'])
		day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
	const tables = day.state.tables.map(({ id }) => id);
	WHO.forEach((who, n) => day.act(who, { type: 'TakeSeat', tableId: tables[n] ?? null }));
	const host = { tableId: tables[0] ?? '', participationId: participationId('anna') };
	day.act('facilitator', { type: 'SetHost', ...host });
	day.at('needs', 'sharing');
	for (const [n, who] of WHO.entries()) {
		const item = { kind: 'card', id: day.card(who, `Behoefte van ${who}`) } as const;
		const needs = [{ roundId: roundId('needs'), item }];
		const idea = { ...NEW_IDEA, title: `Idee van ${who}`, needs };
		day.act('facilitator', { type: 'AddIdea', idea, tableId: tables[n] ?? null, from: [] });
	}
	return day.at('needs', 'arranging');
}

test('[I5] a host reads every product idea, and changes those of their own table with needs from there', async () => {
	await render(RoomInPage, { client: roomOf(twoTables(), 'anna') });
	await page.getByRole('button', { name: 'Productideeën' }).click();
	const list = page.getByRole('dialog', { name: 'Productideeën' });
	for (const who of WHO) await expect.element(list.getByText(`Behoefte van ${who}`)).toBeVisible();
	await expect.element(list.getByText('Instrument · Tafel 2')).toBeVisible();
	await expect.element(list.getByRole('button', { name: 'Verwijder Idee van anna' })).toBeVisible();
	await expect.element(list.getByRole('button', { name: /Idee van bram/ })).not.toBeInTheDocument();
	await list.getByRole('button', { name: 'Nieuw productidee' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nieuw productidee' });
	await expect.element(dialog.getByRole('checkbox', { name: 'Behoefte van anna' })).toBeVisible();
	await expect.element(dialog.getByRole('checkbox', { name: 'Behoefte van bram' })).not.toBeInTheDocument();
});

test('[I5] a need that a host chooses on the board is what the new product idea is for', async () => {
	await render(RoomInPage, { client: roomOf(twoTables(), 'anna') });
	await page.getByRole('checkbox', { name: 'Behoefte van anna' }).click();
	await page.getByRole('button', { name: 'Maak productidee' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nieuw productidee' });
	await expect.element(dialog.getByRole('checkbox', { name: 'Behoefte van anna' })).toBeChecked();
});

test('[I5] whoever leads no table has no product ideas to change', async () => {
	await render(RoomInPage, { client: roomOf(twoTables(), 'bram') });
	await expect.element(page.getByText('Behoefte van bram').first()).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Productideeën' })).not.toBeInTheDocument();
});
