import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordJson } from '#lib/domain/record/record.ts';
import { aCard, aRecord } from '../../../tests/kit/record.ts';
import { anyText } from '../../../tests/kit/texts.ts';
import {
	readCardsFile,
	readList,
	readRecord,
	textOf,
	type CardSource,
	type ForWorksession
} from './cards-beforehand.ts';

const FACTS = {
	title: 'Een dag',
	theme: 'ondermijning',
	group: 'follower',
	date: '2026-09-15',
	startsAt: '09:30',
	place: ''
} as const;
const REAL: ForWorksession = { isTrial: false, facts: FACTS };
const TRIAL: ForWorksession = { isTrial: true, facts: FACTS };

/** What a source comes to: per group the texts that are taken, and every line that is not. */
function told(source: CardSource) {
	if (!source.ok) return source.fault;
	return {
		groups: Object.fromEntries(source.groups.map(({ key, cards }) => [key, cards.map(({ text }) => text)])),
		refused: [...source.refused, ...source.groups.flatMap(({ refused }) => refused)].map(
			({ line, reason }) => `${line} ${reason}`
		)
	};
}

describe('a list that somebody pastes', () => {
	test('gives a card per line, and tells the line and reason of what is none', () => {
		const list = `Een\r\n  Twee  \n\n${'x'.repeat(281)}\r${'😀'.repeat(280)}\n\n\n`;
		expect(told(readList(list))).toEqual({
			groups: { list: ['Een', 'Twee', '😀'.repeat(280)] },
			refused: ['3 text-empty', '4 text-too-long']
		});
	});

	test('that holds nothing but space is empty', () => {
		expect([told(readList('')), told(readList(' \n\t\n'))]).toEqual(['empty', 'empty']);
	});

	test('takes or refuses every line up to the last card, whatever it holds', () => {
		fc.assert(
			fc.property(fc.array(anyText(), { minLength: 1 }), (texts) => {
				const list = texts.join('\n');
				const source = readList(list);
				fc.pre(source.ok);
				const taken = source.groups.flatMap(({ cards, refused }) => [...cards, ...refused]).length;
				expect(taken).toBe(list.trimEnd().split(/\r\n|\n|\r/).length);
			})
		);
	});
});

describe('a file of cards', () => {
	test('gives a group per round it names, with the municipalities of each card', () => {
		const file = 'text,round,gemeenten\nEen,knelpunt,GM0014 GM0193\nTwee,,\nDrie,knelpunten,\n';
		const source = readCardsFile(file, REAL);
		expect(told(source)).toEqual({ groups: { none: ['Twee'], bottlenecks: ['Een', 'Drie'] }, refused: [] });
		expect(source.ok && source.groups[1]?.cards[0]?.municipalities).toEqual(['GM0014', 'GM0193']);
	});

	test('tells every row that cannot go into this worksession with its line', () => {
		const file = [
			'theme;text;gemeenten',
			'beide;Goed;GM0014',
			'armoede-schulden;Ander thema;',
			'ondermijning;Geen gemeente;GM9999',
			'ondermijning;"half "quote";',
			'ondermijning;Verzonnen gemeente;XX0001'
		].join('\n');
		expect(told(readCardsFile(file, REAL))).toEqual({
			groups: { none: ['Goed'] },
			refused: ['3 other-theme', '5 text-after-quote', '4 unknown-municipality', '6 unknown-municipality']
		});
	});

	test('a formula is a text like any other', () => {
		const file = 'text\n"=HYPERLINK(""http://evil.example"")"\n@SUM(1)\n';
		expect(told(readCardsFile(file, REAL))).toEqual({
			groups: { none: ['=HYPERLINK("http://evil.example")', '@SUM(1)'] },
			refused: []
		});
	});

	test('without a column of texts it is refused as a whole', () => {
		expect(told(readCardsFile('a,b\n1,2\n', REAL))).toBe('columns');
		expect(told(readCardsFile('', REAL))).toBe('columns');
		expect(told(readCardsFile('text\n', REAL))).toBe('empty');
	});

	test('what is no text in UTF-8 is seen before it is read', () => {
		const latin = new Uint8Array([0x74, 0x65, 0x78, 0x74, 0x0a, 0xe9]);
		expect(textOf(latin)).toBeNull();
		expect(textOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]))).toBeNull();
		expect(textOf(new TextEncoder().encode('text\né'))).toBe('text\né');
	});
});

describe('the record of an earlier worksession', () => {
	const json = recordJson(aRecord());

	test('gives its cards by round, with the municipalities that it tells', () => {
		const source = readRecord(json, 'cards', TRIAL);
		const texts = aRecord().cards.filter(({ round }) => round === 'r3');
		const group = source.ok ? source.groups.find(({ key }) => key === 'r3') : undefined;
		expect(group).toMatchObject({ kind: 'bottlenecks', question: 'Waar liep het vast?', refused: [] });
		expect(group?.cards).toEqual(
			texts.map(({ text, municipalities }) => ({ text, municipalities: municipalities ?? [] }))
		);
	});

	test('or the titles of its clusters instead', () => {
		const titles = aRecord().clusters.map(({ title }) => title);
		const source = readRecord(json, 'clusters', TRIAL);
		expect(source.ok && source.groups.flatMap(({ cards }) => cards.map(({ text }) => text))).toEqual(titles);
	});

	test('an anonymous record gives cards without a municipality', () => {
		const cards = [aCard({ round: 'r3', text: 'Van niemand', municipalities: null })];
		const source = readRecord(recordJson(aRecord({ cards })), 'cards', REAL);
		expect(source.ok && source.groups[0]?.cards).toEqual([{ text: 'Van niemand', municipalities: [] }]);
	});

	test('a municipality that went into another one since is that one now', () => {
		const cards = [aCard({ round: 'r3', text: 'Uit Weesp', municipalities: ['GM0457'] })];
		const source = readRecord(recordJson(aRecord({ cards })), 'cards', REAL);
		expect(source.ok && source.groups[0]?.cards[0]?.municipalities).toEqual(['GM0363']);
	});

	test('invented municipalities of a trial stay out of a real worksession', () => {
		const cards = [aCard({ round: 'r3', text: 'Verzonnen', municipalities: ['XX0003'] })];
		expect(told(readRecord(recordJson(aRecord({ cards })), 'cards', REAL))).toEqual({
			groups: { r3: [] },
			refused: ['1 unknown-municipality']
		});
	});

	test('any other file is refused as a whole', () => {
		for (const other of ['', '{', '[]', '{"schemaVersion":"0.1"}', json.replace('"rounds"', '"ronden"')])
			expect(told(readRecord(other, 'cards', TRIAL))).toBe('not-a-record');
		expect(told(readRecord(recordJson(aRecord({ cards: [] })), 'cards', TRIAL))).toBe('empty');
	});
});
