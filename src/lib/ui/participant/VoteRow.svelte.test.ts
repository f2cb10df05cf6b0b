import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { letterKeys } from '../primitives/letter-keys.svelte.ts';
import type { BallotRow } from './ballot.ts';
import VoteRow from './VoteRow.svelte';

const ROW: BallotRow = {
	key: 'card:c1',
	ref: { kind: 'card', id: 'c1' },
	title: 'Te weinig tijd',
	stepId: null,
	cards: [],
	stepNumber: 0,
	dots: 1,
	othersDots: 0,
	placeRefusal: null,
	takeRefusal: null
};

let acts: string[];

beforeEach(() => {
	acts = [];
	letterKeys.set(true);
});

/** A card on the ballot, with the focus on one of its buttons. */
async function focusOn(row: Partial<BallotRow> = {}): Promise<void> {
	await render(VoteRow, {
		row: { ...ROW, ...row },
		tables: [],
		itemMax: 3,
		isShared: false,
		mine: false,
		onplace: () => acts.push('place'),
		ontake: () => acts.push('take')
	});
	const button = page.getByRole('button', { name: /Zet een stip op/ }).element();
	if (button instanceof HTMLElement) button.focus();
}

test('plus puts a dot on the card that has focus, minus takes one away', async () => {
	await focusOn();
	await userEvent.keyboard('++-');
	expect(acts).toEqual(['place', 'place', 'take']);
});

test('nothing happens to another card, nor where the rules refuse it', async () => {
	await focusOn({ placeRefusal: 'budget-spent' });
	await userEvent.keyboard('+');
	if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	await userEvent.keyboard('-');
	expect(acts).toEqual([]);
});

test('the keys rest while single keys are switched off; the buttons do not', async () => {
	letterKeys.set(false);
	await focusOn();
	await userEvent.keyboard('+-');
	expect(acts).toEqual([]);
	await userEvent.keyboard('{Enter}');
	expect(acts).toEqual(['place']);
});
