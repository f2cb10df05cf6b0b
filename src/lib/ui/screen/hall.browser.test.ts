import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import HallInPage from '../../../../tests/kit/HallInPage.svelte';
import { HallDay, LONGEST, USUAL, type Texts } from '../../../../tests/kit/hall-day.ts';
import { coveredTexts, cutTexts, fontSizeOf, smallTexts } from '../../../../tests/kit/ten-metres.ts';
import { BREAK_ID } from '../../../../tests/kit/worksession.ts';

const SCENES: Readonly<Record<string, (day: HallDay) => HallDay>> = {
	'the lobby': (day) => day,
	'the welcome': (day) => day.welcome(),
	'a locked lobby': (day) => day.facilitate({ type: 'SetLobbyLocked', isLocked: true }),
	'taking seats': (day) => day.at('bottlenecks', 'waiting'),
	writing: (day) => day.at('bottlenecks', 'writing'),
	'a pause for all input': (day) =>
		day.at('bottlenecks', 'writing').facilitate({ type: 'SetFrozen', isFrozen: true }),
	'an introduction': (day) => day.at('introduction', 'sharing'),
	sharing: (day) => day.at('bottlenecks', 'sharing'),
	arranging: (day) => day.at('bottlenecks', 'arranging'),
	'the spotlight': (day) => day.at('bottlenecks', 'sharing').light('bottlenecks'),
	voting: (day) => day.at('bottlenecks', 'voting'),
	'a result': (day) => day.at('bottlenecks', 'closed'),
	'a process': (day) => day.at('process', 'closed'),
	'a rating': (day) => day.at('rating', 'closed'),
	'ideas that are rated': (day) => day.rate('worth'),
	'value and effort': (day) => day.rate('worth').result(),
	'value and effort of one idea': (day) => day.rate('worth').result({ ofOne: true }),
	'scaling up': (day) => day.rate('scaling').result(),
	'a check-out': (day) => day.at('checkout', 'closed'),
	'a break': (day) => day.at('strengths', 'closed').facilitate({ type: 'StartItem', itemId: BREAK_ID }),
	'looking back': (day) => day.at('process', 'closed').facilitate({ type: 'StartWrapUp' }),
	'who is going to do what': (day) => day.at('process', 'closed').outcomes(),
	'the end': (day) => day.at('process', 'closed').facilitate({ type: 'CloseWorksession' })
};

beforeEach(() => page.viewport(1920, 1080));

/** What the hall sees once the letters are there and the pages are filled. */
async function show(day: HallDay): Promise<HTMLElement> {
	const { container } = await render(HallInPage, { client: day.client() });
	await document.fonts.ready;
	await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
	const hall = container.querySelector<HTMLElement>('.hall');
	if (!hall) throw new Error('The page has a hall screen');
	return hall;
}

describe.each(Object.entries(SCENES))('%s', (_, come) => {
	test.each<readonly [string, Texts]>([
		['usual', USUAL],
		['longest', LONGEST]
	])('can be read from ten metres with the %s texts', async (_kind, texts) => {
		const hall = await show(come(new HallDay(texts)));
		expect(hall.innerText.length).toBeGreaterThan(20);
		expect({ small: smallTexts(hall), cut: cutTexts(hall), covered: coveredTexts(hall) }).toEqual({
			small: [],
			cut: [],
			covered: []
		});
	});
});

test('a short question stands at 136 pixels and the time at 168', async () => {
	const hall = await show(new HallDay(USUAL).at('bottlenecks', 'writing'));
	expect(fontSizeOf(hall, 'h1')).toBe(136);
	expect(fontSizeOf(hall, '.timer__digits')).toBe(168);
});
