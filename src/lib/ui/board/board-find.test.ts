import { expect, test } from 'vitest';
import type { AuthorView, CardView } from '#lib/domain/visibility/card-view.ts';
import type { BoardItem } from './board-columns.ts';
import { ALL_WANTED, isSearch, isWanted, placesOn, roundFound, type Wanted } from './board-find.ts';

const GRONINGEN: AuthorView = { name: null, municipalities: ['GM0014'], organisation: '' };
const BOTH: AuthorView = { name: null, municipalities: ['GM0193', 'GM0014'], organisation: '' };
const POLICE: AuthorView = { name: null, municipalities: [], organisation: 'Politie Oost' };

const aCard = (text: string, author: AuthorView | null): CardView => ({ id: text, text, author }) as CardView;
const loose = (card: CardView): BoardItem => ({
	ref: { kind: 'card', id: card.id },
	key: `card:${card.id}`,
	title: card.text,
	stepId: null,
	cards: [card]
});
const STACK: BoardItem = {
	ref: { kind: 'cluster', id: 's' },
	key: 'cluster:s',
	title: 'Onzeker over regels',
	stepId: null,
	cards: [aCard('Wat mag er', GRONINGEN), aCard('Geen tijd', POLICE)]
};

function isFound(item: BoardItem, wanted: Partial<Wanted>, parked: readonly string[] = []): boolean {
	return isWanted(item, { ...ALL_WANTED, ...wanted }, new Set(parked));
}

test('words are found in a card, in the title of a stack and in the cards of it', () => {
	const one = loose(aCard('Eén collega kan dit', null));
	expect(isFound(one, { text: 'een coll', from: '' })).toBe(true);
	expect(isFound(one, { text: 'regels', from: '' })).toBe(false);
	for (const text of ['REGELS', 'geen tijd', '']) expect(isFound(STACK, { text, from: '' })).toBe(true);
});

test('a municipality finds its cards and the stacks that hold one; what is anonymous comes from nowhere', () => {
	expect(isFound(STACK, { text: '', from: 'Groningen' })).toBe(true);
	expect(isFound(STACK, { text: '', from: 'Zwolle' })).toBe(false);
	expect(isFound(loose(aCard('Anoniem', null)), { text: '', from: 'Zwolle' })).toBe(false);
});

test('with both, the words are of a card from there', () => {
	expect(isFound(STACK, { text: 'geen tijd', from: 'Groningen' })).toBe(false);
	expect(isFound(STACK, { text: 'geen tijd', from: 'Politie Oost' })).toBe(true);
});

test('what is parked finds its cards and the stacks that hold one, and no stack for its title alone', () => {
	const one = loose(aCard('Los', null));
	expect(isFound(one, { isParked: true }, ['Los'])).toBe(true);
	expect(isFound(one, { isParked: true, text: 'vast' }, ['Los'])).toBe(false);
	expect(isFound(STACK, { isParked: true }, ['Geen tijd'])).toBe(true);
	expect(isFound(STACK, { isParked: true, text: 'onzeker' })).toBe(false);
	expect([ALL_WANTED, { ...ALL_WANTED, isParked: true }].map(isSearch)).toEqual([false, true]);
});

test('a round is left with what is found, a stack whole', () => {
	const cards = {
		a: { ...aCard('a', GRONINGEN), clusterId: 's' },
		b: { ...aCard('b', POLICE), clusterId: 's' },
		c: { ...aCard('c', POLICE), clusterId: null }
	};
	const round = { cards, clusters: { s: { id: 's', title: 'Stapel', stepId: null } } };
	expect(roundFound(round, ALL_WANTED, new Set())).toBe(round);
	const found = roundFound(round, { ...ALL_WANTED, from: 'Groningen' }, new Set());
	expect([Object.keys(found.cards), Object.keys(found.clusters)]).toEqual([['a', 'b'], ['s']]);
	const loose = roundFound(round, { ...ALL_WANTED, isParked: true }, new Set(['c']));
	expect([Object.keys(loose.cards), Object.keys(loose.clusters)]).toEqual([['c'], []]);
});

test('lists where cards come from once, in the order of the alphabet', () => {
	const items = [loose(aCard('a', BOTH)), STACK, loose(aCard('b', null))];
	expect(placesOn(items)).toEqual(['Groningen', 'Politie Oost', 'Zwolle']);
});
