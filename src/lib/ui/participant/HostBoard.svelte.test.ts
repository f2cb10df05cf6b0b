import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import RoomInPage from '../../../../tests/kit/RoomInPage.svelte';
import { roomOf } from '../../../../tests/kit/room-of.ts';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import { letterKeys } from '../primitives/letter-keys.svelte.ts';

const ROUND = roundId('bottlenecks');

beforeEach(async () => {
	letterKeys.set(true);
	await page.viewport(1280, 900);
});

/** Anna leads a table with one card, on a board with two steps of the room. */
function atTable(): { readonly day: Story; readonly cardId: string } {
	const day = anOpenWorksession({ steps: ['Signaal', 'Actie'] });
	day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel 1', exampleId: null } });
	const tableId = day.state.tables[0]?.id ?? '';
	day.act('anna', { type: 'TakeSeat', tableId });
	day.act('facilitator', { type: 'SetHost', tableId, participationId: participationId('anna') });
	const cardId = day.at('bottlenecks', 'writing').card('anna', 'Te weinig tijd');
	return { day: day.at('bottlenecks', 'arranging'), cardId };
}

const tick = () => page.getByRole('checkbox', { name: 'Te weinig tijd' });
const moveBar = () => page.getByRole('group', { name: 'Verplaatsen' });

/** What another did, as this page hears of it. */
function hear(client: WorksessionClient, day: Story): void {
	client.shared = day.shared('participant');
	client.own = day.own('anna');
}

test('M takes up the card with focus, arrows carry it, and Escape puts it back with focus where it was', async () => {
	const client = roomOf(atTable().day, 'anna');
	await render(RoomInPage, { client });
	tick().element().focus();
	await userEvent.keyboard('m');
	await expect.element(moveBar().getByText('Boven: nog zonder stap')).toBeVisible();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(moveBar().getByText('Boven stap 2: Actie')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(moveBar()).not.toBeInTheDocument();
	await expect.element(tick()).toHaveFocus();
	await expect.element(tick()).toBeChecked();
});

test('M does nothing where nothing is chosen and no card has focus', async () => {
	await render(RoomInPage, { client: roomOf(atTable().day, 'anna') });
	await userEvent.keyboard('m');
	await expect.element(tick()).not.toBeChecked();
	await expect.element(moveBar()).not.toBeInTheDocument();
});

test('S asks what the stack of two chosen cards is called, and U and digits act on what is chosen alone', async () => {
	const { day } = atTable();
	day.at('bottlenecks', 'writing').card('anna', 'Wie mag wat?');
	await render(RoomInPage, { client: roomOf(day.at('bottlenecks', 'arranging'), 'anna') });
	await userEvent.keyboard('su1');
	await expect.element(page.getByRole('heading', { name: /^1 Signaal/ })).toHaveFocus();
	await userEvent.click(tick());
	await userEvent.keyboard('s');
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	await userEvent.click(page.getByRole('checkbox', { name: 'Wie mag wat?' }));
	await userEvent.keyboard('s');
	await expect.element(page.getByLabelText('Titel van de stapel')).toHaveFocus();
});

test('L ties the chosen need to a bottleneck of the table, and to none that lies elsewhere', async () => {
	const { day } = atTable();
	day.act('facilitator', { type: 'AddTable', table: { name: 'Tafel 2', exampleId: null } });
	day.act('bram', { type: 'TakeSeat', tableId: day.state.tables[1]?.id ?? null });
	day.at('bottlenecks', 'writing').card('bram', 'Van een andere tafel');
	day.at('needs', 'writing').card('anna', 'Een collega erbij');
	await render(RoomInPage, { client: roomOf(day.at('needs', 'arranging'), 'anna') });
	await userEvent.click(page.getByRole('checkbox', { name: 'Een collega erbij' }));
	await userEvent.keyboard('l');
	const dialog = page.getByRole('dialog', { name: 'Welk knelpunt lost dit op?' });
	await expect.element(dialog.getByRole('checkbox', { name: 'Te weinig tijd' })).toBeVisible();
	await expect.element(dialog.getByText('Van een andere tafel')).not.toBeInTheDocument();
});

test('the sheet of keys tells a host how to carry', async () => {
	await render(RoomInPage, { client: roomOf(atTable().day, 'anna') });
	await userEvent.keyboard('?');
	const sheet = page.getByRole('dialog', { name: 'Toetsen' });
	await expect.element(sheet.getByText('Verplaats: pijlen, Enter zet neer, Esc zet terug')).toBeVisible();
	await expect.element(sheet.getByText('Zet wat je koos bij stap 1 tot 9')).toBeVisible();
});

test('with nothing of their own left, a host is asked whether to undo what somebody else did at their table', async () => {
	const { day, cardId } = atTable();
	const client = roomOf(day, 'anna');
	client.connection = 'online';
	await render(RoomInPage, { client });
	const items = [{ kind: 'card', id: cardId } as const];
	day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' });
	hear(client, day);
	await expect.element(page.getByRole('heading', { name: /^1 Signaal/ })).toHaveTextContent('1 Signaal 1');
	await userEvent.keyboard('{Control>}z{/Control}');
	const dialog = page.getByRole('alertdialog', { name: 'Dit deed een ander. Maak je het ongedaan?' });
	await expect.element(dialog.getByText(/‘Te weinig tijd’/)).toBeVisible();
	await userEvent.click(dialog.getByRole('button', { name: 'Maak ongedaan' }));
	// There is no connection in this test.
	await expect.element(dialog.getByRole('alert')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
});
