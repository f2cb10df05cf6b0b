import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare } from '#lib/domain/compare/comparison.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { candidatesOf } from '#lib/domain/compare/candidates.ts';
import { judgedMatches, matchesOf } from '#lib/domain/compare/matches.ts';
import { ideaKey } from '#lib/domain/programme/placements.ts';
import { EMPTY_PROGRAMME } from '#lib/domain/programme/programme.ts';
import { fourDaysWithIdeas } from '../../../tests/kit/programme.ts';
import { readOds, readXlsx, type ReadSheets } from '../../../tests/kit/spreadsheets.ts';
import { collected, unzipped } from '../../../tests/kit/unzipped.ts';
import { parseCsv } from './csv.ts';
import { termsSheet } from './sheets/terms.ts';
import { programmeFile, type RecordsTogether } from './programme-files.ts';

const TODAY = '2026-01-01';
const records = fourDaysWithIdeas();
const comparison = compare(records, TODAY);
const said = { reason: 'Zelfde jurist', at: Date.UTC(2026, 2, 19, 12), by: 'noor' };
const judgements = Object.fromEntries(
	matchesOf(records, TODAY).map(({ key, pair }) => [key, { ...said, pair, verdict: 'accepted' as const }])
);
const placements = {
	[ideaKey({ sessionId: 'w2', ideaId: 'i1' })]: { ...said, place: 'chosen' as const, earlier: [] }
};
const together: RecordsTogether = {
	title: 'Opschaling',
	records,
	comparison,
	day: TODAY,
	matches: judgedMatches(records, TODAY, judgements),
	candidates: candidatesOf(records, { ...EMPTY_PROGRAMME, placements }, TODAY),
	jsonOf: (sessionId) => {
		const record = records.find(({ session }) => session.id === sessionId);
		return record ? Promise.resolve(recordJson(record)) : Promise.reject(new Error('no such record'));
	}
};

async function fileOf(name: string): Promise<Uint8Array> {
	const made = programmeFile(name, together);
	if (!made) throw new Error(`there is no ${name}`);
	return collected(made.pieces);
}

function rowsOf(sheets: ReadSheets, title: string): readonly Readonly<Record<string, unknown>>[] {
	const [headings = [], ...rows] = sheets.get(title) ?? [];
	return rows.map((row) =>
		Object.fromEntries<unknown>(headings.map((heading, at) => [String(heading), row[at] ?? null]))
	);
}

describe('several worksessions in one file', () => {
	test.each([
		{ name: 'werksessies.xlsx', read: readXlsx },
		{ name: 'werksessies.ods', read: readOds }
	])(
		'$name holds the comparison with what each number is of, and every card of every day',
		async ({ name, read }) => {
			const sheets = read(await fileOf(name));
			expect([...sheets.keys()][0]).toBe('Vergelijking');
			for (const kind of ['bottlenecks', 'strengths', 'needs'] as const)
				for (const { category, cells } of comparison.rows[kind])
					for (const [index, { theme, group, municipalities }] of comparison.columns.entries()) {
						const round = { bottlenecks: 'knelpunten', strengths: 'ging-goed', needs: 'behoeften' }[kind];
						const groups = { frontrunner: 'koploper', follower: 'volger', mixed: 'gemengd' };
						const row = rowsOf(sheets, 'Vergelijking').find(
							(one) =>
								one['Ronde'] === round &&
								one['Soort'] === category &&
								one['Thema'] === theme &&
								one['Groep'] === groups[group]
						);
						expect(row).toMatchObject({
							Gemeenten: cells[index]?.municipalities.length,
							'Van hoeveel gemeenten': municipalities.length,
							Kaarten: cells[index]?.cards,
							Stippen: cells[index]?.dots
						});
					}
			const visits = rowsOf(sheets, 'Wie helpt wie').map((row) => [
				row['Oordeel'],
				row['Wie gaat'],
				row['Waarheen']
			]);
			expect(visits).toEqual(
				['Almere', 'Stadskanaal', 'Veendam', 'Zeewolde', 'Zwolle', 'Eemsdelta'].map((from) => [
					'gekoppeld',
					from,
					'Groningen'
				])
			);
			expect(rowsOf(sheets, 'Kandidaten')[0]).toMatchObject({
				Productidee: 'Leerkring',
				Keuze: 'gekozen',
				Reden: 'Zelfde jurist',
				'Gemeenten die het vragen': 6,
				'Van hoeveel gemeenten': 8,
				Kaarten: 2
			});
			const cards = rowsOf(sheets, 'Kaarten').map((row) => [row['Code werksessie'], row['Kaart']]);
			expect(cards).toEqual(
				records.flatMap((record) => record.cards.map(({ id }) => [record.session.id, id]))
			);
		}
	);

	test('own terms of the programme are counted as categories are', () => {
		const [first, ...others] = records;
		if (!first) throw new Error('There are four days');
		const codes = { category: null, phase: null, nature: null, needType: null, also: [] } as const;
		const said = { ...codes, isDoubtful: false, at: 0, bookVersion: 2, terms: ['DPIA ontbreekt'] };
		// A stack of two cards of two municipalities, with four dots, and a card of one of them with two.
		const coded = { ...first, later: { 'cluster:k1': said, 'card:a1': said } };
		const { columns, rows } = termsSheet([coded, ...others], TODAY, comparison);
		expect([...rows()]).toHaveLength(1);
		const [row = []] = rows();
		const cells = Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index]]));
		expect(cells).toMatchObject({
			'Eigen termen': 'DPIA ontbreekt',
			Ronde: 'knelpunten',
			Thema: 'ondermijning',
			Groep: 'koploper',
			Kaarten: 3,
			Stippen: 6
		});
		expect(cells['Gemeenten']).toBe(2);
	});

	test('the archive holds each record as it was hashed, and each sheet as CSV', async () => {
		const parts = unzipped(await fileOf('werksessies.zip'));
		const json = [...parts].filter(([name]) => name.startsWith('json/'));
		expect(json.map(([, bytes]) => Buffer.from(bytes).toString('utf8'))).toEqual(records.map(recordJson));
		for (const [name] of json) expect(name).toMatch(/^json\/[a-z0-9-]+\.json$/);
		const later = Buffer.from(parts.get('later-gekozen-soorten.json') ?? []).toString('utf8');
		expect(JSON.parse(later)).toEqual([]);
		const cards = Buffer.from(parts.get('csv/Kaarten.csv') ?? []).toString('utf8');
		expect(parseCsv(cards)).toHaveLength(1 + records.flatMap((record) => record.cards).length);
	});

	test('twenty thousand cards cost at most 150 MB of memory', () => {
		const script = fileURLToPath(new URL('../../../tests/kit/large-export.ts', import.meta.url));
		const said = execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' });
		const { cards, growthMb } = JSON.parse(said) as { cards: number; growthMb: number };
		expect(cards).toBe(20_000);
		expect(growthMb).toBeLessThanOrEqual(150);
	});

	test.each(['werksessies.xlsx', 'werksessies.ods', 'werksessies.zip'])(
		'%s knows how much of it is made: from nothing to all, and never back',
		async (name) => {
			const many = { ...together, records: Array.from({ length: 60 }, () => records).flat() };
			const made = programmeFile(name, many);
			const shares = [made?.share?.() ?? -1];
			for await (const _ of made?.pieces ?? []) shares.push(made?.share?.() ?? -1);
			expect(shares[0]).toBe(0);
			expect(shares.at(-1)).toBe(1);
			expect(shares).toEqual(shares.toSorted((a, b) => a - b));
			expect(new Set(shares).size).toBeGreaterThan(4);
		}
	);
});
