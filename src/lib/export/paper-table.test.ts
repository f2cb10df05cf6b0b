import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aCard, aRecord } from '../../../tests/kit/record.ts';
import { csvRows } from '../../../tests/kit/csv-rows.ts';
import { csvText } from './csv.ts';
import { paperCards, readPaperTable, suggestedMapping, type Mapping, type ReadPaper } from './paper-table.ts';
import { cardsSheet } from './sheets/cards.ts';

const day = { date: '2020-03-12', roundWithout: 'bottlenecks' } as const;

function read(file: string, mapping?: Partial<Mapping>): ReadPaper {
	const table = readPaperTable(file);
	if (!table) throw new Error('no table');
	return paperCards(table, { ...suggestedMapping(table), ...mapping }, day);
}

describe('a table of cards from paper', () => {
	test('columns with a known name are found; municipalities and categories may stand in words', () => {
		const file =
			'Ronde;Kaart;Gemeente;Soort\r\nBehoeften;Een voorbeeld;Groningen, gemeente Utrecht;Privacy en wet\r\n';
		expect(read(file)).toEqual({
			cards: [
				{
					kind: 'needs',
					text: 'Een voorbeeld',
					municipalities: ['GM0014', 'GM0344'],
					category: 'juridisch-privacy',
					step: null,
					dots: null
				}
			],
			refused: []
		});
	});

	test('any column can be chosen, and a row without a round is of the one that was chosen', () => {
		const file = 'nr,wat\r\n1,Geen tijd\r\n';
		expect(read(file, { text: 1, round: null }).cards).toEqual([
			{ kind: 'bottlenecks', text: 'Geen tijd', municipalities: [], category: null, step: null, dots: null }
		]);
	});

	test('every row that can be no card is told with its line, and the others stay', () => {
		const rows = [
			['tekst', 'ronde', 'gemeente', 'soort'],
			['', 'knelpunten', '', ''],
			['x'.repeat(281), 'knelpunten', '', ''],
			['a', 'pauze', '', ''],
			['a', 'knelpunt', 'Atlantis', ''],
			['a', 'knelpunt', 'Groningen (provincie)', ''],
			['a', 'knelpunt', '', 'weer'],
			['goed', 'knelpunt', 'GM0014', 'anders']
		];
		const { cards, refused } = read(`${csvText(rows)}"half\r\n`);
		expect(cards.map(({ text }) => text)).toEqual(['goed']);
		expect(refused).toEqual([
			{ line: 2, reason: 'text-empty' },
			{ line: 3, reason: 'text-too-long' },
			{ line: 4, reason: 'unknown-round' },
			{ line: 5, reason: 'unknown-municipality' },
			{ line: 6, reason: 'unknown-municipality' },
			{ line: 7, reason: 'unknown-category' },
			{ line: 9, reason: 'quote-not-closed' }
		]);
	});

	test('a municipality counts as it was on the day', () => {
		const file = 'tekst,gemeente\r\na,Appingedam\r\n';
		expect(read(file).cards[0]?.municipalities).toEqual(['GM0003']);
		const table = readPaperTable(file);
		const later = table && paperCards(table, suggestedMapping(table), { ...day, date: '2026-03-12' });
		expect(later?.cards.map(({ municipalities }) => municipalities)).not.toEqual([['GM0003']]);
	});

	test('our own file of cards comes back, also a text that looks like a formula', () => {
		const record = aRecord({ cards: [aCard({ text: '=1+1', municipalities: ['GM0014'] })] });
		const [headings = [], ...rows] = csvRows(cardsSheet, record);
		const { cards, refused } = read(csvText([headings, ...rows]));
		expect(refused).toEqual([]);
		expect(cards).toEqual([
			{
				kind: 'bottlenecks',
				text: '=1+1',
				municipalities: ['GM0014'],
				category: null,
				step: null,
				dots: null
			}
		]);
	});

	test('a card hangs at the step that its row names, and a process has twelve', () => {
		const rows = Array.from({ length: 14 }, (_, index) => [`kaart ${index}`, `Stap ${index % 13}`]);
		const { cards, refused } = read(csvText([['kaart', 'processtap'], ...rows, ['lang', 'x'.repeat(101)]]));
		expect(cards.map(({ step }) => step)).toEqual([...rows.slice(0, 12), rows[13]].map((row) => row?.[1]));
		expect(refused).toEqual([
			{ line: 14, reason: 'steps-too-many' },
			{ line: 16, reason: 'step-too-long' }
		]);
	});

	test('dots are whole numbers that a room can have given; a row with anything else is refused', () => {
		const said = ['3', '0', '', ' 12 ', '20000', '20001', '-1', '1,5', '1.5', 'drie', '1e3', '9'.repeat(12)];
		const rows = said.map((dots, index) => [`kaart ${index}`, dots]);
		const { cards, refused } = read(csvText([['kaart', 'Stippen'], ...rows]));
		expect(cards.map(({ dots }) => dots)).toEqual([3, 0, null, 12, 20_000]);
		expect(refused).toEqual([7, 8, 9, 10, 11, 12, 13].map((line) => ({ line, reason: 'dots-wrong' })));
	});

	test('the example that people download is read without a word about it', () => {
		const example = new URL('../../../static/bestanden/kaarten-van-papier.csv', import.meta.url);
		const { cards, refused } = read(readFileSync(example, 'utf8'));
		expect(refused).toEqual([]);
		expect(cards.map(({ kind }) => kind)).toEqual(['strengths', 'bottlenecks', 'needs']);
		expect(cards[0]).toMatchObject({ category: 'juridisch-privacy', step: 'Gegevens opvragen', dots: 6 });
	});

	test('a file without a row is no table', () => {
		expect(readPaperTable('')).toBeNull();
		expect(readPaperTable('tekst\r\n')).toBeNull();
	});
});
