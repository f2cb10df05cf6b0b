import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import { aCard, aRecord } from '../../../../tests/kit/record.ts';
import { anyText } from '../../../../tests/kit/texts.ts';
import { parseCsv } from '../csv.ts';
import { unguardFormula } from '../formula-guard.ts';
import { recordDocument } from '../document/record-document.ts';
import { sheetCsv } from '../sheet-csv.ts';
import { cardsSheet } from './cards.ts';

/** The rows below the headings, each as heading → cell. */
function rowsOf(csv: string): Record<string, string>[] {
	const [headings, ...rows] = parseCsv(csv).map(({ fields }) => fields ?? []);
	return rows.map((fields) => Object.fromEntries(fields.map((field, at) => [headings?.[at] ?? '', field])));
}

const bare = { withByteOrderMark: false };

function recordCsv(record: CodedRecord, wish: { readonly withByteOrderMark: boolean }): string {
	return [...sheetCsv(cardsSheet([record]), wish)].join('');
}

describe('the cards of a record as comma-separated values', () => {
	test('a card stands on one row with its round, municipalities, step, cluster and dots', () => {
		const rows = rowsOf(recordCsv(aRecord(), bare));
		expect(rows).toHaveLength(7);
		expect(rows[2]).toEqual({
			Werksessie: 'Opvallende adressen',
			Thema: 'ondermijning',
			Groep: 'volger',
			Datum: '2026-03-12',
			Status: 'gesloten',
			Proefsessie: 'ja',
			'Ronde nummer': '3',
			Ronde: 'knelpunten',
			Kaart: 'c3',
			Tekst: 'Niemand durft te delen',
			Gemeentecodes: 'XX0007',
			Gemeenten: 'Lindewaard',
			Organisatie: '',
			Tafel: 'Tafel 1',
			Herkomst: 'live',
			'Ingevoerd door': 'schrijver',
			Nagekeken: 'verbeterd',
			'Stap nummer': '2',
			Stap: 'Gegevens opvragen',
			Stapel: 'k1',
			'Titel van de stapel': 'Mag dit wel?',
			Soort: 'juridisch-privacy',
			'Tweede soort': '',
			Fase: '',
			Aard: 'weet-niet',
			'Soort behoefte': '',
			'Soort, later gekozen': '',
			'Tweede soort, later gekozen': '',
			'Eigen termen': '',
			'Fase, later gekozen': '',
			'Aard, later gekozen': '',
			'Soort behoefte, later gekozen': '',
			'Later gekozen op': '',
			'Later gekozen met codeboek versie': '',
			Geparkeerd: '',
			Nagekomen: 'nee',
			'Tekst weggehaald': '',
			Stippen: '',
			'Stippen van de stapel': '5',
			'Stippen in eerdere stemmingen': '',
			'Code werksessie': 'w1'
		});
	});

	test('what was assigned after the day stands beside what the room said, of the card or else of its stack', () => {
		const codes = { category: 'financiering', phase: null, nature: null, needType: null } as const;
		const said = { terms: ['DPIA ontbreekt'], isDoubtful: false, at: 0, bookVersion: 2 };
		const later = { 'cluster:k1': { ...codes, ...said, also: ['anders'] } } as const;
		const row = rowsOf(recordCsv({ ...aRecord(), later }, bare)).find(({ Kaart }) => Kaart === 'c3');
		expect(row).toMatchObject({
			Soort: 'juridisch-privacy',
			'Soort, later gekozen': 'financiering',
			'Tweede soort, later gekozen': 'anders',
			'Eigen termen': 'DPIA ontbreekt',
			'Later gekozen op': '1970-01-01T00:00:00.000Z'
		});
		const blocks = recordDocument({ ...aRecord(), later }).blocks.map((block) => JSON.stringify(block));
		expect(blocks.some((block) => block.includes('DPIA ontbreekt'))).toBe(true);
	});

	test('a second category that the room gave stands in a column of its own, and in words in a document', () => {
		const { classifications, ...record } = aRecord();
		const coded = classifications.map((codes) => ({ ...codes, also: ['anders', 'financiering'] as const }));
		const [row] = rowsOf(recordCsv({ ...record, classifications: coded }, bare)).filter(
			({ Kaart }) => Kaart === 'c3'
		);
		expect(row).toMatchObject({ Soort: 'juridisch-privacy', 'Tweede soort': 'anders, financiering' });
		const { blocks } = recordDocument({ ...record, classifications: coded });
		expect(JSON.stringify(blocks)).toContain('ook Geld');
	});

	test('a card tells its dots, or those of its cluster, in every vote before the last', () => {
		const vote = (order: number, ...results: readonly (readonly [item: string, dots: number])[]) => ({
			order,
			closedAt: '2026-03-12T12:00:00.000Z',
			budget: 3,
			budgetPer: 'persoon' as const,
			maxPerItem: 2,
			votedOn: null,
			results: results.map(([item, dots]) => ({ item, dots, municipalities: 1, people: 1 }))
		});
		const votes = [vote(1, ['cluster:k1', 4], ['card:c5', 2]), vote(2, ['card:c5', 1]), vote(3)];
		const { rounds, ...record } = aRecord();
		const again = rounds.map((round) => (round.id === 'r3' ? { ...round, votes } : round));
		const told = rowsOf(recordCsv({ ...record, rounds: again }, bare)).map(
			(row) => [row['Kaart'], row['Stippen in eerdere stemmingen']] as const
		);
		expect(told).toContainEqual(['c3', '4; 0']);
		expect(told).toContainEqual(['c1', '']);
	});

	test('a card of an anonymous worksession has empty municipalities', () => {
		const rows = rowsOf(recordCsv(aRecord({ cards: [aCard({ municipalities: null })] }), bare));
		expect(rows[0]).toMatchObject({ Gemeentecodes: '', Gemeenten: '' });
	});

	test('rows end in CRLF, and the byte order mark is there only when asked for', () => {
		const csv = recordCsv(aRecord(), bare);
		expect(csv.split('\r\n')).toHaveLength(9);
		expect(recordCsv(aRecord(), { withByteOrderMark: true })).toBe(`\uFEFF${csv}`);
	});

	test('any text comes back whole, and no cell begins a formula', () => {
		fc.assert(
			fc.property(anyText(), (text) => {
				const [row] = rowsOf(recordCsv(aRecord({ cards: [aCard({ text })] }), bare));
				const cell = row?.['Tekst'] ?? '';
				expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
				expect(unguardFormula(cell)).toBe(text);
			}),
			{ numRuns: 500 }
		);
	});
});
