import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import Results from './Results.svelte';

afterEach(() => {
	delete document.documentElement.dataset.theme;
});

test.each(['light', 'dark'])(
	'in %s, what is in the spotlight has all its words in one colour',
	async (theme) => {
		const story = anOpenWorksession().at('bottlenecks', 'writing');
		const id = story.card('anna', 'Te weinig tijd');
		story.at('bottlenecks', 'voting');
		story.act('bram', { type: 'PlaceDot', roundId: roundId('bottlenecks'), item: { kind: 'card', id } });
		const round = story.at('bottlenecks', 'closed').shared('participant').rounds[roundId('bottlenecks')];
		if (!round) throw new Error('The round is there');
		document.documentElement.dataset.theme = theme;
		await render(Results, { look: '', round, municipalityCount: 2, litKey: `card:${id}` });

		const item = page.getByRole('listitem').first().element();
		const colours = ['h2', '.card__meta', '.value', '.value b'].map((part) => {
			const element = item.querySelector(part);
			return element && getComputedStyle(element).color;
		});
		expect(new Set(colours)).toEqual(new Set([getComputedStyle(item).color]));
	}
);
