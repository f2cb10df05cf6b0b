import { expect, test } from 'vitest';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import { anOpenWorksession } from '../../../../tests/kit/worksession.ts';
import { heldWords } from './held-words.ts';

/** Femke holds a card of a stack, and a host another card of it. */
function aHeldStack() {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const [one, two] = ['een', 'twee'].map((text) => day.card('anna', text));
	const stackId = day.cluster('Stapel', one ?? '', two ?? '');
	const round = day.at('bottlenecks', 'arranging').shared('facilitator').rounds[day.round('bottlenecks').id];
	const holding = (id: string | undefined, name: string): HeldView => ({
		roundId: round?.id ?? '',
		items: [{ kind: 'card', id: id ?? '' }],
		name,
		isByFacilitator: name !== ''
	});
	return { round: round ?? null, one, stackId, held: [holding(one, 'Femke'), holding(two, '')] };
}

test('[I1] a closed stack tells who has cards of it in hand, each once', () => {
	const { round, one, stackId, held } = aHeldStack();
	const words = heldWords([...held, ...held], round);
	expect(words.get(`card:${one}`)).toBe('bij Femke');
	expect(words.get(`cluster:${stackId}`)).toBe('bij Femke en bij iemand anders');
});

test('[I1] an open stack leaves it to its cards, and another round says nothing', () => {
	const { round, stackId, held } = aHeldStack();
	expect(heldWords(held, round, (id) => id === stackId).has(`cluster:${stackId}`)).toBe(false);
	expect(heldWords(held, null).size).toBe(0);
	expect(heldWords(held, { id: 'another', cards: {} }).size).toBe(0);
});
