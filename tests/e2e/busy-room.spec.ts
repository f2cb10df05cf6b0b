import type { Page } from '@playwright/test';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { listenIn, said } from './people/ears.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';
import { Participant } from './people/participant.ts';

const PEOPLE = 20;
/** Twice so many turns of everybody, of four events each: more than a thousand events. */
const TURNS = 7;
const MUNICIPALITIES = ['GM0014', 'GM0034', 'GM0037', 'GM0047', 'GM0050'] as const;
/** At most one polite announcement in this time; a browser's timer may be a little early. */
const POLITE_GAP_MS_MIN = 4_900;

const SENTENCE =
	'Wij zoeken elke week met de hand in vier systemen, en dan weten we nog niet of het adres klopt.';

/** Everybody has their turns, side by side. */
async function stir(roundId: string, people: readonly VisitorSocket[], turns: number): Promise<void> {
	await Promise.all(
		people.map(async (person, index) => {
			for (let turn = 0; turn < turns; turn += 1) await takeTurn(roundId, person, `Kaart van ${index}`);
		})
	);
}

/** A card comes and is said better; whoever wrote it is ready, and is not. */
async function takeTurn(roundId: string, person: VisitorSocket, text: string): Promise<void> {
	await insist(person, { type: 'PostCard', roundId, text, stepId: null });
	const { own } = await person.when((view) => newOf(view.own, text) !== undefined);
	const card = newOf(own, text);
	await insist(person, {
		type: 'EditCard',
		roundId,
		cardId: card?.id ?? '',
		text: `${text}, beter gezegd`,
		stepId: null
	});
	for (const isReady of [true, false]) await insist(person, { type: 'SetReady', roundId, isReady });
}

/** The own card that still says just this. */
function newOf(own: OwnView | null, text: string): OwnView['cards'][string] | undefined {
	return Object.values(own?.cards ?? {}).find((card) => card.text === text);
}

interface Place {
	readonly focused: string;
	readonly value: string;
	readonly caret: number | null;
	readonly scrolled: readonly number[];
}

/** Where somebody is on a page: what has focus, what is in it, where the caret stands, and how far everything above it is scrolled. */
function placeOn(page: Page): Promise<Place> {
	return page.evaluate(() => {
		const focused = document.activeElement ?? document.body;
		const field =
			focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : null;
		const scrolled: number[] = [];
		for (let at: Element | null = focused; at; at = at.parentElement) scrolled.push(Math.round(at.scrollTop));
		return {
			focused: field ? field.outerHTML.slice(0, 80) : (focused.textContent ?? '').trim().slice(0, 80),
			value: field?.value ?? '',
			caret: field?.selectionStart ?? null,
			scrolled
		};
	});
}

/** Whatever happens meanwhile leaves this page as it was. */
async function isUnmoved(page: Page, meanwhile: () => Promise<void>): Promise<void> {
	const before = await placeOn(page);
	await meanwhile();
	expect(await placeOn(page)).toEqual(before);
}

/** Nothing interrupts, and what is told comes at ease. */
async function isToldAtEase(page: Page): Promise<void> {
	await expect
		.poll(async () => (await said(page)).some(({ text }) => /\d+ nieuwe kaarten, \d+ in totaal\./.test(text)))
		.toBe(true);
	const all = await said(page);
	expect(all.filter(({ politeness }) => politeness === 'assertive')).toEqual([]);
	const times = all.filter(({ politeness }) => politeness === 'polite').map(({ at }) => at);
	for (const [index, at] of times.slice(1).entries())
		expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(POLITE_GAP_MS_MIN);
}

test(
	'[D3] a thousand things that others do move nobody’s focus, caret, text or page, and are told in few words',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'OpenDoors' });
		const { web } = await hall.join('Anna de Wit', 'GM0014');
		const people: VisitorSocket[] = [];
		for (let index = 0; index < PEOPLE; index += 1) {
			const municipality = MUNICIPALITIES[index % MUNICIPALITIES.length] ?? 'GM0014';
			people.push((await hall.join(`Persoon ${index}`, municipality)).socket);
		}
		await hall.moveTo('bottlenecks', 'sharing');
		const { id: roundId } = hall.round('bottlenecks');
		await stir(roundId, people, 1);

		const regie = await pageFor(browser, organiser);
		await listenIn(regie.context());
		await regie.goto(`/sessies/${hall.id}/regie`);
		const anna = new Participant(await pageFor(browser, web));
		await listenIn(anna.page.context());
		await anna.page.goto(`/sessie/${hall.id}`);
		await anna.isConnected();

		await test.step('in a text', async () => {
			const step = regie.getByLabel('Nieuwe stap');
			await step.fill('Signaal duiden');
			for (let back = 0; back < 6; back += 1) await step.press('ArrowLeft');
			await anna.page.getByRole('button', { name: 'Schrijf nog een kaart' }).click();
			await isUnmoved(regie, async () => {
				const typed = anna.composer.pressSequentially(SENTENCE);
				await Promise.all([stir(roundId, people, TURNS), typed]);
			});
			await expect(anna.composer).toBeFocused();
			await expect(anna.composer).toHaveValue(SENTENCE);
		});

		await test.step('on a card', async () => {
			const card = regie.getByRole('listbox').getByRole('option').filter({ hasText: 'Kaart van 7,' }).first();
			await card.focus();
			for (let back = 0; back < 10; back += 1) await anna.composer.press('ArrowLeft');
			await isUnmoved(regie, () => isUnmoved(anna.page, () => stir(roundId, people, TURNS)));
			const total = PEOPLE * (1 + 2 * TURNS);
			await expect(regie.getByRole('listbox').getByRole('option')).toHaveCount(total);
		});

		for (const page of [regie, anna.page]) await isToldAtEase(page);
		hall.leave();
	}
);
