import { describe, expect, test } from 'vitest';
import { parseCardsCsv, parseCardsList } from './cards-csv.ts';

describe('reading a file of cards', () => {
	test('columns are found by name, in any order, and others are passed over', () => {
		const file =
			'id,text,category,round,theme\r\nK1," Ruim, en wel ",juridisch-privacy,knelpunten,ondermijning\r\n';
		expect(parseCardsCsv(file)).toEqual({
			ok: true,
			refused: [],
			cards: [
				{
					line: 2,
					themes: ['ondermijning'],
					round: 'bottlenecks',
					category: 'juridisch-privacy',
					text: ' Ruim, en wel ',
					municipalities: []
				}
			]
		});
	});

	test('each row that is no card is told with its line and reason', () => {
		const file = [
			'theme,round,category,text',
			'wonen,proces,,Tekst',
			'ondermijning,koffie,,Tekst',
			'ondermijning,proces,,"  "',
			`ondermijning,proces,,${'é'.repeat(281)}`,
			'ondermijning,proces,Tekst',
			'ondermijning,proces,,half"quote',
			`ondermijning,proces,,${'😀'.repeat(280)}`
		].join('\n');
		const result = parseCardsCsv(file);
		expect(result.ok && result.refused).toEqual([
			{ line: 2, reason: 'unknown-theme' },
			{ line: 3, reason: 'unknown-round' },
			{ line: 4, reason: 'text-empty' },
			{ line: 5, reason: 'text-too-long' },
			{ line: 6, reason: 'field-count' },
			{ line: 7, reason: 'quote-in-bare-field' }
		]);
		expect(result.ok && result.cards.map(({ line }) => line)).toEqual([8]);
	});

	test('a card may be for both themes, and its round may be named in the singular', () => {
		const file = 'theme,round,category,text\nbeide,knelpunt,,Een\narmoede-schulden,behoefte,,Twee\n';
		const result = parseCardsCsv(file);
		expect(result.ok && result.cards.map(({ themes, round }) => [themes, round])).toEqual([
			[['ondermijning', 'armoede-schulden'], 'bottlenecks'],
			[['armoede-schulden'], 'needs']
		]);
	});

	test('a file without its columns, or with one twice, is refused as a whole', () => {
		expect(parseCardsCsv('theme,round,kaart\n')).toEqual({
			ok: false,
			missing: ['category', 'text'],
			doubled: []
		});
		expect(parseCardsCsv('theme,round,category,text,text\n')).toEqual({
			ok: false,
			missing: [],
			doubled: ['text']
		});
		expect(parseCardsCsv('')).toMatchObject({ ok: false, missing: ['theme', 'round', 'category', 'text'] });
	});

	test('a list made by hand has Dutch headings, semicolons and perhaps no more than a text', () => {
		const file = '\uFEFFTekst;Gemeenten\r\n"Een; twee";"GM0014, GM0193"\r\n=1+1;\r\n';
		const result = parseCardsList(file);
		expect(result.ok && result.cards).toEqual([
			{
				line: 2,
				themes: ['ondermijning', 'armoede-schulden'],
				round: null,
				category: '',
				text: 'Een; twee',
				municipalities: ['GM0014', 'GM0193']
			},
			{
				line: 3,
				themes: ['ondermijning', 'armoede-schulden'],
				round: null,
				category: '',
				text: '=1+1',
				municipalities: []
			}
		]);
	});

	test('a column that may be left out may be empty in a row too, but not wrong', () => {
		const file = 'text,round,theme\nEen,,\nTwee,koffie,\nDrie,,wonen\nVier,proces,beide\n';
		const result = parseCardsList(file);
		expect(result.ok && result.cards.map(({ line, round }) => [line, round])).toEqual([
			[2, null],
			[5, 'process']
		]);
		expect(result.ok && result.refused).toEqual([
			{ line: 3, reason: 'unknown-round' },
			{ line: 4, reason: 'unknown-theme' }
		]);
	});

	test('one column under two names is one too many', () => {
		expect(parseCardsList('text,Tekst\nEen,Twee\n')).toEqual({
			ok: false,
			missing: [],
			doubled: ['text']
		});
	});
});
