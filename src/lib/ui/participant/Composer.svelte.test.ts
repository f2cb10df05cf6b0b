import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RoomInPage from '../../../../tests/kit/RoomInPage.svelte';
import { roomOf } from '../../../../tests/kit/room-of.ts';
import { anOpenWorksession } from '../../../../tests/kit/worksession.ts';
import { letterKeys } from '../primitives/letter-keys.svelte.ts';

const field = () => page.getByLabelText('Jouw kaart', { exact: true });
const cards = () =>
	page
		.getByRole('list', { name: 'Jouw kaarten' })
		.getByRole('listitem')
		.elements()
		.map((element) => element.querySelector('.card__text')?.textContent.trim());

/** Anna writes at her bottlenecks, without a connection: what she posts waits in the outbox of this browser. */
async function show() {
	const story = anOpenWorksession({ steps: ['Signaal', 'Opvragen', 'Actie'] }).at('bottlenecks', 'writing');
	const client = roomOf(story, 'anna');
	onTestFinished(client.start());
	await render(RoomInPage, { client });
	await userEvent.click(field());
	return client;
}

function paste(text: string): void {
	const area = field().element() as HTMLTextAreaElement;
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', text);
	area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
	area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}

beforeEach(async () => {
	localStorage.clear();
	letterKeys.set(true);
	await page.viewport(1280, 900);
});

describe('a card without my municipality', () => {
	const without = () => page.getByRole('checkbox', { name: 'Anoniem: zonder mijn gemeente erbij' });

	test('is asked for beside the field, stays asked for, and says who sees what', async () => {
		const client = await show();
		await userEvent.click(without());
		await expect
			.element(page.getByText('Niemand in de zaal ziet dat hij van jou is.', { exact: false }))
			.toBeVisible();
		await userEvent.fill(field(), 'Liever niet');
		await userEvent.keyboard('{Enter}');
		expect(client.pending).toMatchObject([{ command: { text: 'Liever niet', isWithoutOrigin: true } }]);
		await expect.element(without()).toBeChecked();
		await expect.element(page.getByRole('listitem').getByText('Anoniem')).toBeVisible();
	});
});

describe('a pasted list', () => {
	const question = (count: number) => page.getByRole('dialog', { name: `${count} kaarten maken?` });

	test('becomes a card per line, without bullets and in its order, also without a connection', async () => {
		const client = await show();
		paste('- te weinig tijd\n- te weinig mensen\n- geen grondslag');
		await userEvent.click(question(3).getByRole('button', { name: '3 kaarten' }));
		await expect.poll(cards).toEqual(['geen grondslag', 'te weinig mensen', 'te weinig tijd']);
		expect(client.pending.map(({ command }) => command.type)).toEqual(['PostCard', 'PostCard', 'PostCard']);
		await expect.element(field()).toHaveValue('');
		await expect.element(field()).toHaveFocus();
	});

	test('stays in the field as one card, by the button and by Escape', async () => {
		const client = await show();
		paste('een\ntwee');
		await userEvent.click(question(2).getByRole('button', { name: 'Eén kaart' }));
		await expect.element(field()).toHaveValue('een\ntwee');
		await userEvent.clear(field());
		paste('een\ntwee');
		await expect.element(question(2)).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.element(question(2)).not.toBeInTheDocument();
		await expect.element(field()).toHaveValue('een\ntwee');
		expect(client.pending).toEqual([]);
	});

	test('says per line what is too long, and that line stays in the field', async () => {
		await show();
		const long = 'lang '.repeat(60).trim();
		paste(`een\n${long}\ntwee`);
		const line = question(2).getByRole('listitem').nth(1);
		await expect.element(line.getByText(/^19 tekens te veel/)).toBeVisible();
		await userEvent.click(question(2).getByRole('button', { name: '2 kaarten' }));
		await expect.poll(cards).toEqual(['twee', 'een']);
		await expect.element(field()).toHaveValue(long);
	});

	test('is not asked about when it is one line, nor while somebody types lines', async () => {
		await show();
		paste('te weinig tijd');
		await userEvent.keyboard('{Shift>}{Enter}{/Shift}en mensen');
		await expect.element(field()).toHaveValue('te weinig tijd\nen mensen');
		await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	});
});

describe('what looks like data of a person', () => {
	const question = (what: string) => page.getByText(`Staat hier ${what}?`);

	test('is asked about while typing; the card can be posted as it is', async () => {
		const client = await show();
		await userEvent.keyboard('Bel 06-12345678 of mail jan@rietmond.nl');
		await expect.element(question('een telefoonnummer of een e-mailadres')).toBeVisible();
		await expect.element(field()).toHaveAccessibleDescription(/Schrijf geen gegevens van personen/);
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => client.pending.length).toBe(1);
		await expect.element(page.getByText(/^Staat hier/)).not.toBeInTheDocument();
	});

	test('is selected to change it', async () => {
		await show();
		await userEvent.keyboard('Bel 06-12345678 morgen');
		await userEvent.click(page.getByRole('button', { name: 'Pas de tekst aan' }));
		await expect.element(field()).toHaveFocus();
		await userEvent.keyboard('de wijkagent');
		await expect.element(field()).toHaveValue('Bel de wijkagent morgen');
	});

	test('is let go of for this text once its writer says it is nobody; other data and other texts are asked about again', async () => {
		await show();
		await userEvent.keyboard('Bel 06-12345678');
		await userEvent.click(page.getByRole('button', { name: 'Het is geen persoon' }));
		await expect.element(field()).toHaveFocus();
		await expect.element(question('een telefoonnummer')).not.toBeInTheDocument();
		await userEvent.keyboard(' of jan@rietmond.nl');
		await expect.element(question('een e-mailadres')).toBeVisible();
		await userEvent.keyboard('{Enter}Bel 06-12345678');
		await expect.element(question('een telefoonnummer')).toBeVisible();
	});
});

describe('a digit', () => {
	const step = (number: number) => page.getByRole('radio', { name: new RegExp(`^Stap ${number},`) });

	test('chooses the step outside the text, and is text in it', async () => {
		await show();
		await userEvent.keyboard('2');
		await expect.element(field()).toHaveValue('2');
		(document.activeElement as HTMLElement).blur();
		await userEvent.keyboard('2');
		await expect.element(step(2)).toBeChecked();
		await userEvent.keyboard('0');
		await expect.element(page.getByRole('radio', { name: 'Geen stap' })).toBeChecked();
	});

	test('chooses the step inside the text with the keys that the hint names', async () => {
		await show();
		const held = navigator.platform.startsWith('Mac') ? '{Control>}' : '{Control>}{Alt>}';
		await userEvent.keyboard(`Bel${held}[Digit3]${held.replaceAll('{', '{/').replaceAll('>', '')}`);
		await expect.element(step(3)).toBeChecked();
		await expect.element(field()).toHaveValue('Bel');
		await expect.element(field()).toHaveFocus();
	});

	test('alone does nothing while single keys are switched off', async () => {
		letterKeys.set(false);
		await show();
		(document.activeElement as HTMLElement).blur();
		await userEvent.keyboard('2');
		await expect.element(step(2)).not.toBeChecked();
	});
});
