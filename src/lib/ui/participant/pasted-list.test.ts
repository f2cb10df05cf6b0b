import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_TEXT_LENGTH_MAX } from '#lib/domain/limits.ts';
import { isList, LIST_CARDS_MAX, readPastedList } from './pasted-list.ts';

const cardsOf = (text: string) => readPastedList(text).cards;

describe('a pasted list', () => {
	test('is a card per line, whatever program it comes from; empty lines are none', () => {
		expect(cardsOf('een\r\ntwee\n\n  \n drie \rvier\u000bvijf')).toEqual([
			'een',
			'twee',
			'drie',
			'vier',
			'vijf'
		]);
	});

	test.each([
		['- te weinig tijd', 'te weinig tijd'],
		['•\tte weinig tijd', 'te weinig tijd'],
		['•te weinig tijd', 'te weinig tijd'],
		['\uf0b7\tte weinig tijd', 'te weinig tijd'],
		['o\tte weinig tijd', 'te weinig tijd'],
		['* te weinig tijd', 'te weinig tijd'],
		['12. te weinig tijd', 'te weinig tijd'],
		['3) te weinig tijd', 'te weinig tijd'],
		['(4) te weinig tijd', 'te weinig tijd'],
		['b) te weinig tijd', 'te weinig tijd'],
		['- [ ] te weinig tijd', 'te weinig tijd'],
		['[x] te weinig tijd', 'te weinig tijd']
	])('loses its bullet or number: %j', (line, card) => {
		expect(cardsOf(line)).toEqual([card]);
	});

	test.each([
		'-5% minder meldingen',
		'2 mensen doen dit',
		'2024.',
		'1.2 versie',
		'o nee',
		'art. 6 AVG',
		'*waar*'
	])('keeps what only looks like a mark: %s', (line) => {
		expect(cardsOf(line)).toEqual([line]);
	});

	test('says per line how much is too long, and leaves those lines as they are', () => {
		const long = 'x'.repeat(CARD_TEXT_LENGTH_MAX + 24);
		const list = readPastedList(`- een\n- ${long}\n- ${'😀'.repeat(CARD_TEXT_LENGTH_MAX)}`);
		expect(list.lines.map(({ over }) => over)).toEqual([0, 24, 0]);
		expect(list.cards).toHaveLength(2);
		expect(list.rest).toBe(long);
	});

	test('of more lines than the maximum leaves the others for the next time, in their order', () => {
		const lines = Array.from({ length: LIST_CARDS_MAX + 2 }, (_, index) => `regel ${index + 1}`);
		const list = readPastedList(lines.join('\n'));
		expect(list.cards).toEqual(lines.slice(0, LIST_CARDS_MAX));
		expect(list.rest).toBe(`regel ${LIST_CARDS_MAX + 1}\nregel ${LIST_CARDS_MAX + 2}`);
	});

	test('loses nothing: each line is a card or stays', () => {
		const line = fc.oneof(fc.string(), fc.constantFrom('- een', '1. twee', 'x'.repeat(300)));
		fc.assert(
			fc.property(fc.array(line, { maxLength: 70 }), (lines) => {
				const list = readPastedList(lines.join('\n'));
				const rest = list.rest === '' ? [] : list.rest.split('\n');
				expect([...list.cards, ...rest].sort()).toEqual(list.lines.map(({ text }) => text).sort());
			})
		);
	});

	test('is asked about from two cards on', () => {
		expect(isList('een')).toBe(false);
		expect(isList('een\n\n')).toBe(false);
		expect(isList(`een\n${'x'.repeat(300)}`)).toBe(false);
		expect(isList('een\ntwee')).toBe(true);
	});
});
