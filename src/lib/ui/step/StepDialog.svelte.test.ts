import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { StepDetails } from '#lib/domain/board/step.ts';
import { DETAIL_LENGTHS_MAX, NO_DETAILS } from '#lib/domain/board/step-details.ts';
import StepDialog from './StepDialog.svelte';

async function show(known: Partial<StepDetails> = {}, refusal: string | null = null) {
	const saved: StepDetails[] = [];
	const step = { id: 's', title: 'Signaal', tableId: null, details: { ...NO_DETAILS, ...known } };
	await render(StepDialog, {
		step,
		number: 2,
		save: (details: StepDetails) => {
			saved.push(details);
			return Promise.resolve(refusal);
		},
		onclose: () => undefined
	});
	return saved;
}

const dialog = page.getByRole('dialog', { name: 'Stap 2: Signaal' });
const save = page.getByRole('button', { name: 'Bewaar' });

test('what is filled in is saved as codes and texts, and what was known stays', async () => {
	const saved = await show({ tool: 'Excel' });
	await page.getByLabelText('Fase').selectOptions('Duiding');
	await page.getByRole('checkbox', { name: 'Jurist' }).click();
	await page.getByLabelText('Gegevens erin').fill('Adressen');
	await save.click();
	const asked = { ...NO_DETAILS, tool: 'Excel', phase: 'duiding', doneBy: ['jurist'], dataIn: 'Adressen' };
	expect(saved).toEqual([asked]);
	await expect.element(dialog).not.toBeInTheDocument();
});

test('an agreement alone asks for the law that belongs to it, until a law is chosen', async () => {
	await show();
	const question = page.getByText(/Welke wet hoort erbij/);
	await page.getByRole('checkbox', { name: 'Convenant' }).click();
	await expect.element(question).toBeVisible();
	await page.getByRole('checkbox', { name: 'Gemeentewet' }).click();
	await expect.element(question).not.toBeInTheDocument();
});

test('it stays open with its text when it is refused, and says how much is too much', async () => {
	await show({ remark: 'r'.repeat(DETAIL_LENGTHS_MAX.remark + 3) }, 'De tekst is te lang.');
	await expect.element(page.getByText(/3 tekens te veel/)).toBeVisible();
	await save.click();
	await expect.element(page.getByText('De tekst is te lang.')).toBeVisible();
	await expect.element(dialog).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
});
