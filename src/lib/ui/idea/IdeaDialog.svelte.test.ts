import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { IdeaFacts } from '#lib/domain/choose/idea.ts';
import { IDEA_OWN_PART_LENGTH_MAX } from '#lib/domain/limits.ts';
import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import IdeaDialog from './IdeaDialog.svelte';
import type { NeedGroup } from './need-group.ts';

const NEEDS = ['Zekerheid over de wet', 'Tijd'];

const groups: readonly NeedGroup[] = [
	{
		roundId: 'r4',
		title: 'Ronde 4 · Behoeften',
		items: NEEDS.map((title, n) => ({
			key: `card:n${n}`,
			ref: { kind: 'card', id: `n${n}` },
			title
		}))
	}
];

const EXAMPLES = [
	{ id: 'e1', name: 'Adressen in beeld', summary: '', municipalities: ['GM0344'] },
	{ id: 'e2', name: 'Vroeg bellen', summary: '', municipalities: [] }
];

async function show(known: Partial<IdeaFacts> = {}, refusal: string | null = null) {
	const saved: IdeaFacts[] = [];
	await render(IdeaDialog, {
		title: 'Nieuw productidee',
		idea: { ...NEW_IDEA, ...known },
		needs: groups,
		examples: EXAMPLES,
		save: (idea: IdeaFacts) => {
			saved.push(idea);
			return Promise.resolve(refusal);
		},
		onclose: () => undefined
	});
	return saved;
}

const dialog = page.getByRole('dialog', { name: 'Nieuw productidee' });
const save = page.getByRole('button', { name: 'Bewaar' });

test('[D4] an idea is saved with its form, its needs and what a municipality does itself', async () => {
	const saved = await show();
	await page.getByLabelText('Wat moet er komen?').fill(' Voorbeeld van een toets ');
	await page.getByRole('radio', { name: /Datadeal/ }).click();
	await page.getByLabelText('Wat moet een gemeente zelf doen?').fill('Een jurist');
	await page.getByLabelText('Welke partijen?').fill('CBS en Utrecht');
	await page.getByRole('radio', { name: /Werkwijze/ }).click();
	await expect.element(page.getByLabelText('Welke partijen?')).not.toBeInTheDocument();
	await page.getByRole('radio', { name: /Datadeal/ }).click();
	await expect.element(page.getByLabelText('Welke partijen?')).toHaveValue('CBS en Utrecht');
	await page.getByLabelText('Is een privacytoets of grondslag nodig?').selectOptions('Ja, die is nodig');
	await page.getByRole('checkbox', { name: 'Tijd' }).click();
	await page.getByRole('checkbox', { name: 'Adressen in beeld Utrecht' }).click();
	await save.click();
	expect(saved).toEqual([
		{
			title: 'Voorbeeld van een toets',
			form: 'datadeal',
			summary: '',
			ownPart: 'Een jurist',
			nationalPart: '',
			privacyCheck: 'nodig',
			deal: { ...NO_DEAL, parties: 'CBS en Utrecht' },
			needs: [{ roundId: 'r4', item: { kind: 'card', id: 'n1' } }],
			examples: ['e1']
		}
	]);
	await expect.element(dialog).not.toBeInTheDocument();
});

test('[D4] what was known stays, and what is too long is said and not cut off', async () => {
	const saved = await show(
		{ title: 'Toets', ownPart: 'o'.repeat(IDEA_OWN_PART_LENGTH_MAX + 2) },
		'De tekst is te lang.'
	);
	await expect.element(page.getByText(/2 tekens te veel/)).toBeVisible();
	await save.click();
	await expect.element(page.getByText('De tekst is te lang.')).toBeVisible();
	expect(saved[0]?.title).toBe('Toets');
	await expect.element(dialog).toBeVisible();
});

test('[X9] a title goes when what it came from is taken away meanwhile, once, and what is typed then counts', async () => {
	const saved: IdeaFacts[] = [];
	const props = {
		title: 'Nieuw productidee',
		idea: { ...NEW_IDEA, title: 'Mevrouw Kanarie' },
		needs: groups,
		examples: EXAMPLES,
		save: (idea: IdeaFacts) => Promise.resolve(saved.push(idea) > 0 ? null : ''),
		onclose: () => undefined
	};
	const { rerender } = await render(IdeaDialog, props);
	const title = page.getByLabelText('Wat moet er komen?');
	const ownPart = page.getByLabelText('Wat moet een gemeente zelf doen?');
	await expect.element(title).toHaveValue('Mevrouw Kanarie');
	await ownPart.fill('Een jurist');
	await rerender({ ...props, gone: ['title'] as const });
	await expect.element(title).toHaveValue('');
	await expect.element(page.getByText('voorgoed weggehaald', { exact: false })).toBeVisible();
	await title.fill('Toets');
	await rerender({ ...props, gone: ['title'] as const });
	await expect.element(title).toHaveValue('Toets');
	await save.click();
	await expect.poll(() => saved).toMatchObject([{ title: 'Toets', ownPart: 'Een jurist' }]);
});

test('[I9] an example that goes from the day while the form is open is not saved with it', async () => {
	const saved: IdeaFacts[] = [];
	const props = {
		title: 'Nieuw productidee',
		idea: { ...NEW_IDEA, title: 'Toets', examples: ['e1', 'e2'] },
		needs: groups,
		examples: EXAMPLES,
		save: (idea: IdeaFacts) => Promise.resolve(saved.push(idea) > 0 ? null : ''),
		onclose: () => undefined
	};
	const { rerender } = await render(IdeaDialog, props);
	await expect.element(page.getByRole('checkbox', { name: /Adressen in beeld/ })).toBeChecked();
	await rerender({ ...props, examples: EXAMPLES.slice(1) });
	await save.click();
	await expect.poll(() => saved).toMatchObject([{ examples: ['e2'] }]);
});
