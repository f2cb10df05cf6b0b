import { expect, test } from 'vitest';
import type { AuthorView, CardView } from '#lib/domain/visibility.ts';
import type { BoardItem } from '../board/board-columns.ts';
import { isWanted, placesOn } from './board-find.ts';

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

test('words are found in a card, in the title of a stack and in the cards of it', () => {
	const one = loose(aCard('Eén collega kan dit', null));
	expect(isWanted(one, { text: 'een coll', from: '' })).toBe(true);
	expect(isWanted(one, { text: 'regels', from: '' })).toBe(false);
	for (const text of ['REGELS', 'geen tijd', '']) expect(isWanted(STACK, { text, from: '' })).toBe(true);
});

test('a municipality finds its cards and the stacks that hold one; what is anonymous comes from nowhere', () => {
	expect(isWanted(STACK, { text: '', from: 'Groningen' })).toBe(true);
	expect(isWanted(STACK, { text: '', from: 'Zwolle' })).toBe(false);
	expect(isWanted(loose(aCard('Anoniem', null)), { text: '', from: 'Zwolle' })).toBe(false);
});

test('with both, the words are of a card from there', () => {
	expect(isWanted(STACK, { text: 'geen tijd', from: 'Groningen' })).toBe(false);
	expect(isWanted(STACK, { text: 'geen tijd', from: 'Politie Oost' })).toBe(true);
});

test('lists where cards come from once, in the order of the alphabet', () => {
	const items = [loose(aCard('a', BOTH)), STACK, loose(aCard('b', null))];
	expect(placesOn(items)).toEqual(['Groningen', 'Politie Oost', 'Zwolle']);
});
