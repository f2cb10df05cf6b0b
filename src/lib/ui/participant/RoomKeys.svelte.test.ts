import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RoomInPage from '../../../../tests/kit/RoomInPage.svelte';
import { roomOf } from '../../../../tests/kit/room-of.ts';
import { anOpenWorksession, participationId, type Story } from '../../../../tests/kit/worksession.ts';
import { letterKeys } from '../primitives/letter-keys.svelte.ts';

const sheet = () => page.getByRole('dialog', { name: 'Toetsen' });

beforeEach(async () => {
	letterKeys.set(true);
	await page.viewport(1280, 900);
});

/** Anna looks on; the group is at its bottlenecks. */
async function show(story: Story): Promise<void> {
	await render(RoomInPage, { client: roomOf(story, 'anna') });
}

function writing(): Story {
	const story = anOpenWorksession({ steps: ['Signaal', 'Actie'] }).at('bottlenecks', 'writing');
	story.card('anna', 'Te weinig tijd', 'step-2');
	return story;
}

function arranging(): Story {
	return writing().at('bottlenecks', 'arranging');
}

/** The name of the part in which the focus is; of a bare part its tag. */
function region(): string | undefined {
	const part = document.activeElement?.closest('[data-region]');
	const title = document.getElementById(part?.getAttribute('aria-labelledby') ?? '');
	return part?.getAttribute('aria-label') ?? title?.textContent ?? part?.tagName.toLowerCase();
}

async function walk(keys: string, times: number): Promise<readonly (string | undefined)[]> {
	const stops: (string | undefined)[] = [];
	for (let stop = 0; stop < times; stop += 1) {
		await userEvent.keyboard(keys);
		stops.push(region());
	}
	return stops;
}

describe('F6', () => {
	test('goes from the field to the own cards to the information, and round', async () => {
		await show(writing());
		expect(await walk('{F6}', 4)).toEqual(['main', 'Jouw kaarten', 'Over deze ronde', 'main']);
		await expect.element(page.getByLabelText('Jouw kaart', { exact: true })).toHaveFocus();
	});

	test('comes past the cards of the round once these are open, and back with Shift', async () => {
		await show(arranging());
		expect(await walk('{F6}', 2)).toEqual(['main', 'Kaarten van deze ronde']);
		expect(await walk('{Shift>}{F6}{/Shift}', 2)).toEqual(['main', 'Over deze ronde']);
	});

	test('takes a host from the cards they chose to what can be done with them', async () => {
		const story = anOpenWorksession();
		story.act('facilitator', { type: 'AddTable', table: { name: 'Tafel 1', exampleId: null } });
		const tableId = story.state.tables[0]?.id ?? '';
		story.act('anna', { type: 'TakeSeat', tableId });
		story.act('facilitator', { type: 'SetHost', tableId, participationId: participationId('anna') });
		story.at('bottlenecks', 'writing').card('anna', 'Te weinig tijd');
		await show(story.at('bottlenecks', 'arranging'));
		await userEvent.click(page.getByRole('checkbox', { name: 'Te weinig tijd' }));
		expect(await walk('{F6}', 2)).toEqual(['Wat je met je keuze doet', 'Over deze ronde']);
	});

	test('also acts while single keys are off, and inside a text', async () => {
		letterKeys.set(false);
		await show(writing());
		await userEvent.click(page.getByLabelText('Jouw kaart', { exact: true }));
		expect(await walk('{F6}', 1)).toEqual(['Jouw kaarten']);
	});
});

describe('a question mark', () => {
	test('shows the keys, and gives focus back', async () => {
		await show(arranging());
		await userEvent.keyboard('{F6}');
		const before = document.activeElement;
		await userEvent.keyboard('?');
		await expect.element(sheet().getByRole('heading', { name: 'Toetsen' })).toHaveFocus();
		await expect.element(sheet().getByText(/^Steek je hand op/)).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.element(sheet()).not.toBeInTheDocument();
		expect(document.activeElement).toBe(before);
	});

	test('is text in a field', async () => {
		await show(writing());
		const field = page.getByLabelText('Jouw kaart', { exact: true });
		await userEvent.click(field);
		await userEvent.keyboard('Hoe?');
		await expect.element(field).toHaveValue('Hoe?');
		await expect.element(sheet()).not.toBeInTheDocument();
	});

	test('does nothing once single keys are switched off in the sheet; its button in the settings still opens it', async () => {
		await show(arranging());
		await userEvent.keyboard('?');
		await userEvent.click(sheet().getByRole('checkbox', { name: 'Losse toetsen aan' }));
		await userEvent.click(sheet().getByRole('button', { name: 'Sluit' }));
		await userEvent.keyboard('?2');
		await expect.element(sheet()).not.toBeInTheDocument();
		await expect.element(page.getByRole('heading', { name: /^2 Actie/ })).not.toHaveFocus();
		await userEvent.click(page.getByRole('button', { name: /Naam van anna/ }));
		await userEvent.click(page.getByRole('button', { name: 'Toetsen' }));
		await expect.element(sheet()).toBeVisible();
	});
});

test('a digit goes to the step with this number, and nowhere when there is none', async () => {
	await show(arranging());
	await userEvent.keyboard('2');
	await expect.element(page.getByRole('heading', { name: /^2 Actie/ })).toHaveFocus();
	await userEvent.keyboard('7');
	await expect.element(page.getByRole('heading', { name: /^2 Actie/ })).toHaveFocus();
});

test('an observer is told no keys for what observers cannot do', async () => {
	const story = anOpenWorksession();
	story.act('oda', {
		type: 'Join',
		role: 'observer',
		organisation: '',
		municipalities: [],
		functionName: '',
		noticeVersion: '2026-09'
	});
	await render(RoomInPage, { client: roomOf(story.at('bottlenecks', 'writing'), 'oda') });
	await userEvent.keyboard('?');
	await expect.element(sheet().getByText(/^Naar het volgende of vorige deel/)).toBeVisible();
	await expect.element(sheet().getByText(/^Steek je hand op/)).not.toBeInTheDocument();
	await expect.element(sheet().getByText(/^Plaats je kaart/)).not.toBeInTheDocument();
});
