import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Facts } from '#lib/domain/day/facts.ts';
import { Draft } from '../primitives/draft.svelte.ts';
import FactsSection from './FactsSection.svelte';

const FACTS: Facts = {
	title: 'Dag',
	theme: 'ondermijning',
	group: 'follower',
	date: null,
	startsAt: '09:30',
	place: 'Utrecht'
};

test('who changes a fact that another facilitator changed meanwhile sees both, and chooses', async () => {
	const kept: Facts = { ...FACTS, place: 'Almere' };
	let facts = FACTS;
	const asked: Facts[] = [];
	const draft = new Draft<Facts>(
		{ current: () => facts, command: (value, _, over) => ({ type: 'ChangeFacts', facts: value, over }) },
		{
			act: (command) => {
				if (command.type === 'ChangeFacts') asked.push(command.facts);
				return Promise.resolve({ ok: false, rejection: 'facts-changed' });
			},
			wouldRefuse: () => null
		},
		{ after: () => () => undefined, every: () => () => undefined }
	);
	draft.change({ place: 'Zwolle' });
	facts = kept;
	await render(FactsSection, { draft, kept });
	const alert = page.getByRole('alert');
	await expect
		.element(alert.getByText(/Een andere gespreksleider paste ‘Plaats’ intussen aan/))
		.toBeVisible();
	await expect.element(alert.getByText('Almere')).toBeVisible();
	await expect.element(page.getByLabelText('Plaats', { exact: true })).toHaveValue('Zwolle');
	await page.getByRole('button', { name: 'Bij ‘Plaats’: wat de ander invulde' }).click();
	await expect.element(page.getByLabelText('Plaats', { exact: true })).toHaveValue('Almere');
	await expect.element(alert).toHaveTextContent('');
	await expect.element(page.getByRole('heading', { name: 'Feiten' })).toHaveFocus();
	expect(asked).toEqual([]);
});
