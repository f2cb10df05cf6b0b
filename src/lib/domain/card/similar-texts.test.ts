import { expect, test } from 'vitest';
import { similarTo } from './similar-texts.ts';

const TEXTS = [
	['delen', 'We mogen gegevens niet delen met de politie'],
	['deling', 'Gegevensdeling met politie mag niet van de jurist'],
	['tijd', 'Te weinig tijd voor analyse'],
	['uren', 'Er is geen tijd om te analyseren'],
	['adres', 'Adressen zijn overal anders geschreven'],
	['adres2', 'Elk systeem schrijft een adres anders'],
	['bestuur', 'De burgemeester staat er niet achter'],
	['de', 'De het een']
].map(([id = '', text = '']) => ({ id, text }));

test.each([
	['delen', 'deling'],
	['tijd', 'uren'],
	['adres', 'adres2']
])('%s is said in other words by %s, and they find each other first', (one, other) => {
	expect(similarTo(one, TEXTS)[0]).toBe(other);
	expect(similarTo(other, TEXTS)[0]).toBe(one);
});

test('what nobody else says has no hint, and a text of little words neither', () => {
	expect(similarTo('bestuur', TEXTS)).toEqual([]);
	expect(similarTo('de', TEXTS)).toEqual([]);
	expect(similarTo('gone', TEXTS)).toEqual([]);
});

test('case, accents and the order of words make no difference', () => {
	const texts = [
		{ id: 'a', text: 'Eén loket ontbreekt' },
		{ id: 'b', text: 'ONTBREEKT: een LOKET' },
		{ id: 'c', text: 'Te weinig mensen' }
	];
	expect(similarTo('a', texts)).toEqual(['b']);
});

test('never more than five, the most alike first', () => {
	const texts = Array.from({ length: 20 }, (_, index) => ({
		id: `t${index}`,
		text: index === 7 ? 'Te weinig capaciteit bij toezicht' : `Te weinig capaciteit bij afdeling ${index}`
	}));
	const found = similarTo('t7', [...texts, { id: 'same', text: 'Te weinig capaciteit bij toezicht' }]);
	expect(found).toHaveLength(5);
	expect(found[0]).toBe('same');
});

test('five hundred cards take no time that anybody notices', () => {
	const words = TEXTS.flatMap(({ text }) => text.split(' '));
	const texts = Array.from({ length: 500 }, (_, index) => ({
		id: `t${index}`,
		text: Array.from({ length: 25 }, (_, word) => words[(index * 7 + word * 3) % words.length]).join(' ')
	}));
	const start = performance.now();
	similarTo('t0', texts);
	expect(performance.now() - start).toBeLessThan(1000);
});
