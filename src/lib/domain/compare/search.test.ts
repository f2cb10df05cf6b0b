import { expect, test } from 'vitest';
import { aCard, aRecord } from '../../../../tests/kit/record.ts';
import { askedWords, markedParts, matches, searchedTexts, wordsOf } from './search.ts';

/** With what is marked in brackets. */
function marked(text: string, question: string): string {
	return markedParts(text, askedWords(question))
		.map((part) => (part.isFound ? `[${part.text}]` : part.text))
		.join('');
}

test('words are folded: no capitals, no accents, and whatever is no letter or digit parts them', () => {
	expect(wordsOf("Eén coördinator, foto's en 2 DPIA's")).toEqual([
		'een',
		'coordinator',
		'foto',
		's',
		'en',
		'2',
		'dpia',
		's'
	]);
	expect(wordsOf('\ud83d \u0000 👍 […]')).toEqual([]);
});

test('a text is found when each asked word begins one of its words', () => {
	const words = wordsOf('Niemand durft gegevens te delen');
	expect(matches(words, askedWords('GEGEV durf'))).toBe(true);
	expect(matches(words, askedWords('gegevens wet'))).toBe(false);
	expect(matches(words, askedWords('even'))).toBe(false);
});

test('found words are marked as they were written, whole, with their accents', () => {
	expect(marked('Coo\u0308rdinatie: één COÖRDINATOR!', 'coord')).toBe(
		'[Coo\u0308rdinatie]: één [COÖRDINATOR]!'
	);
	expect(marked('De wet e\u0301', 'e wet')).toBe('De [wet] [e\u0301]');
	expect(marked('Niets hiervan', 'wet')).toBe('Niets hiervan');
	expect(marked('', 'wet')).toBe('');
});

test('of a record the stacks, cards and ideas can be found, each in its round', () => {
	const known = aRecord();
	const record = { ...known, session: { ...known.session, isTrial: false } };
	const texts = searchedTexts(record);
	expect(texts.filter(({ kind }) => kind !== 'card')).toEqual([
		{ kind: 'cluster', id: 'k1', round: 'knelpunten', text: 'Mag dit wel?' },
		{
			kind: 'idea',
			id: 'i1',
			round: 'productideeen',
			text: 'Voorbeeld van een toets\nEen ingevuld formulier met uitleg.\nEen jurist, twee dagen\nDe toets zelf'
		},
		{ kind: 'idea', id: 'i2', round: 'productideeen', text: 'Vast belmoment' }
	]);
	expect(texts.filter(({ kind }) => kind === 'card')).toHaveLength(record.cards.length);
	expect(texts.find(({ id }) => id === 'c6')?.round).toBe('behoeften');
	expect(searchedTexts({ ...record, cards: [aCard({ round: 'nergens' })] })).toHaveLength(3);
});

test('of a trial session nothing can be found', () => {
	expect(searchedTexts(aRecord())).toEqual([]);
});
