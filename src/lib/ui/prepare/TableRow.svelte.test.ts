import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { TableFacts } from '#lib/domain/people/table.ts';
import { Draft } from '../primitives/draft.svelte.ts';
import TableRow from './TableRow.svelte';

test('who changes a table that another facilitator changed meanwhile sees both, and chooses', async () => {
	let kept: TableFacts = { name: 'Tafel 1', exampleId: null };
	const asked: TableFacts[] = [];
	const draft = new Draft<TableFacts>(
		{
			current: () => kept,
			command: (table, _, over) => ({ type: 'ChangeTable', tableId: 't', table, over }),
			clash: 'facts-changed'
		},
		{
			act: (command) => {
				if (command.type === 'ChangeTable') asked.push(command.table);
				return Promise.resolve({ ok: true });
			},
			wouldRefuse: () => null
		},
		{ after: () => () => undefined, every: () => () => undefined }
	);
	draft.change({ name: 'Jeugd' });
	kept = { name: 'Zorg', exampleId: 'e' };
	await draft.save();
	expect(asked).toEqual([]);
	const examples = [{ id: 'e', name: 'Adressen' }];
	const props = { draft, examples, seated: null, onhost: () => undefined, onremove: () => undefined };
	await render(TableRow, props);
	const alert = page.getByRole('alert');
	await expect.element(alert.getByText('Zorg')).toBeVisible();
	await page.getByRole('button', { name: 'Bij ‘Naam’: wat ik invulde' }).click();
	await expect.element(alert).toHaveTextContent('');
	await expect.element(alert).toHaveFocus();
	expect(asked).toEqual([{ name: 'Jeugd', exampleId: 'e' }]);
});
