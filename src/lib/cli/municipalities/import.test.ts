import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Municipality } from '#lib/domain/municipality/municipalities.ts';
import { MUNICIPALITY_HISTORY } from '#lib/domain/municipality/municipality-history.ts';
import { MUNICIPALITY_LIST, MUNICIPALITY_LIST_DATE } from '#lib/domain/municipality/municipality-list.ts';
import { importRegister } from './import.ts';
import { MUNICIPALITY_FOLDER, HISTORY_FILE, LIST_FILE, historyText, listText } from './module-text.ts';
import { RegisterFault } from './register.ts';

/** Fifteen real municipalities and three changes, two records of other types and the one about the list, in the register's shape. */
const FILE = new URL('../../../../tests/kit/register-gemeenten.json', import.meta.url);
const ONTOLOGY = 'https://identifier.overheid.nl/tooi/def/ont/';
const PROV = 'http://www.w3.org/ns/prov#';
const ADDRESS = 'https://identifier.overheid.nl/tooi/id/gemeente/';

type JsonRecord = Record<string, unknown>;

function records(): JsonRecord[] {
	return JSON.parse(readFileSync(FILE, 'utf8')) as JsonRecord[];
}

/** The file with some properties of one record changed; undefined leaves a property out. */
function changed(id: string, properties: JsonRecord): string {
	const all = records().map((record) =>
		record['@id'] === ADDRESS + id ? { ...record, ...properties } : record
	);
	return JSON.stringify(all);
}

function value(text: unknown): unknown {
	return [{ '@value': text }];
}

const register = JSON.stringify(records());
const inFile = new Set(records().map((record) => String(record['@id']).slice(-6).toUpperCase()));
const known = [...MUNICIPALITY_LIST, ...MUNICIPALITY_HISTORY].filter(({ code }) => inFile.has(code));

function named(list: readonly Municipality[], code: string): Municipality | undefined {
	return list.find((municipality) => municipality.code === code);
}

describe('importing the official register', () => {
	it('finds in it what the committed files say, and tells no difference', async () => {
		const { tables, report } = await importRegister(register, known);
		const committed = ({ code }: Municipality) => inFile.has(code);
		expect(tables.date).toBe('2026-01-29');
		expect(tables.list).toEqual(MUNICIPALITY_LIST.filter(committed));
		expect(tables.history).toEqual(MUNICIPALITY_HISTORY.filter(committed));
		expect(report).toEqual([
			`1 record van het soort ${ONTOLOGY}HistorischeVersie overgeslagen.`,
			'1 record van het soort http://www.w3.org/2004/02/skos/core#Concept overgeslagen.'
		]);
	});

	it('changes nothing the second time', async () => {
		const first = await importRegister(register, known);
		const second = await importRegister(register, [...first.tables.list, ...first.tables.history]);
		expect(second.files).toEqual(first.files);
		expect([...first.files.keys()]).toEqual([LIST_FILE, HISTORY_FILE]);
	});

	it('gives the same files whatever the order of the records', async () => {
		const first = await importRegister(register, known);
		const second = await importRegister(JSON.stringify(records().reverse()), known);
		expect(second.files).toEqual(first.files);
	});

	it('takes the everyday name, and leaves out what ended before 2018', async () => {
		const { tables } = await importRegister(register, known);
		expect(named(tables.list, 'GM0518')?.name).toBe('Den Haag');
		expect(named(tables.list, 'GM1948')).not.toHaveProperty('begin');
		expect(named([...tables.list, ...tables.history], 'GM0844')).toBeUndefined();
	});

	it('keeps the province where the register tells none', async () => {
		const { tables } = await importRegister(
			changed('gm0363', { [`${ONTOLOGY}ligtInProvincie`]: undefined }),
			known
		);
		expect(named(tables.list, 'GM0363')?.province).toBe('Noord-Holland');
	});

	it('tells what is new and what became otherwise', async () => {
		const before = known
			.filter(({ code }) => code !== 'GM0855')
			.map((one) => (one.code === 'GM0457' ? { code: 'GM0457', name: 'Weesp', province: 'Utrecht' } : one));
		const { report } = await importRegister(register, before);
		expect(report.slice(0, -2)).toEqual([
			'Nieuw: GM0855 Tilburg (… – …)',
			'GM0457 Weesp: Utrecht wordt Noord-Holland',
			'GM0457 Weesp: … – … wordt … – 2022-03-23',
			'GM0457 Weesp: – wordt GM0363'
		]);
	});

	it('takes a municipality that will end: still in the list, with where it goes', async () => {
		const end = { [`${ONTOLOGY}einddatum`]: value('2026-12-31') };
		const ending = JSON.parse(changed('gm0757', end)) as JsonRecord[];
		const change = {
			'@id': `${ADDRESS}wzg_9999`,
			'@type': [`${ONTOLOGY}Uitbreiding`],
			[`${PROV}invalidated`]: [{ '@id': `${ADDRESS}gm0757` }],
			[`${PROV}used`]: [{ '@id': `${ADDRESS}gm0865` }],
			[`${ONTOLOGY}tijdstipWijziging`]: value('2027-01-01T00:00:00')
		};
		const { tables } = await importRegister(JSON.stringify([...ending, change]), known);
		expect(named(tables.list, 'GM0757')).toMatchObject({ end: '2026-12-31', into: ['GM0865'] });
	});

	it('writes files that stand as they are committed, apart from the source above them', async () => {
		const written = new Map([
			[LIST_FILE, await listText(MUNICIPALITY_LIST_DATE, MUNICIPALITY_LIST, [])],
			[HISTORY_FILE, await historyText(MUNICIPALITY_HISTORY, [])]
		]);
		for (const [file, text] of written) {
			const committed = readFileSync(new URL(file, MUNICIPALITY_FOLDER), 'utf8');
			const belowSource = (whole: string) => whole.slice(whole.indexOf(' */\n'));
			expect(belowSource(text)).toBe(belowSource(committed));
		}
	});

	it('lets no key of the file become a property of every object', async () => {
		const hostile = register.replace('{"@id"', '{"__proto__":{"begin":"2025-01-01"},"constructor":1,"@id"');
		const { tables } = await importRegister(hostile, known);
		expect(named(tables.list, 'GM0363')).toEqual({
			code: 'GM0363',
			name: 'Amsterdam',
			province: 'Noord-Holland'
		});
		expect(Object.prototype).not.toHaveProperty('begin');
	});
});

describe('a file that is refused', () => {
	const name = `${ONTOLOGY}voorkeursnaamExclSoort`;
	const digits = `${ONTOLOGY}gemeentecode`;
	const end = `${ONTOLOGY}einddatum`;
	const begin = `${ONTOLOGY}begindatum`;

	it.each([
		['half a file', register.slice(0, 5000), /^Het bestand is geen JSON: .+/],
		['nothing', '', /^Het bestand is geen JSON/],
		['one record', JSON.stringify(records()[0]), /^Het bestand is geen waardelijst/],
		['null', 'null', /^Het bestand is geen waardelijst/],
		['an empty list', '[]', /zichtdatum/],
		['two lists in one', JSON.stringify([...records(), records().at(-1)]), /zichtdatum/],
		['something else than records', '[1]', /^Record 1 \(\?\) klopt niet/],
		['a record about nothing', '[{"@type":["x"]}]', /^Record 1 \(\?\) klopt niet\. @id ontbreekt\.$/],
		['a record twice', JSON.stringify([...records(), records()[0]]), /^Record 22 \(.+gm0363\) staat dubbel/],
		[
			'another code than the address',
			changed('gm0363', { [digits]: value('0364') }),
			/gemeentecode staat: "0364"$/
		],
		[
			'a code that is none',
			changed('gm0363', { [digits]: value('363') }),
			/^Record 1 .+gemeentecode staat: "363"$/
		],
		[
			'a code twice in a record',
			changed('gm0363', { [digits]: [{ '@value': '0363' }, { '@value': '0363' }] }),
			/gemeentecode/
		],
		['a value of the wrong kind', changed('gm0363', { [digits]: value(363) }), /gemeentecode staat: 363$/],
		['no name', changed('gm0363', { [name]: undefined }), /voorkeursnaamExclSoort ontbreekt\.$/],
		[
			'code as a name',
			changed('gm0363', { [name]: value("' }]; process.exit(); //") }),
			/voorkeursnaamExclSoort staat/
		],
		['an endless name', changed('gm0363', { [name]: value('a'.repeat(100_000)) }), /staat: "a{79}$/],
		[
			'signs that steer a terminal',
			changed('gm0363', { [name]: value('\u001b[2J\u202e') }),
			/staat: "\?\[2J\?"$/
		],
		[
			'a day that does not exist',
			changed('gm0457', { [end]: value('2022-02-30') }),
			/einddatum staat: "2022-02-30"$/
		],
		[
			'an end before the begin',
			changed('gm0457', { [begin]: value('2023-01-01') }),
			/einddatum staat: "2022-03-23"$/
		],
		[
			'an end without a successor',
			changed('gm0518', { [end]: value('2025-12-31') }),
			/^GM0518 hield op na 2025-12-31, maar/
		],
		[
			'a successor from before the end',
			changed('wzg_2700', { [`${ONTOLOGY}tijdstipWijziging`]: value('2022-03-01T00:00:00') }),
			/^GM0457 hield op na 2022-03-23 en ging .+ GM0363/
		],
		[
			'a successor that is not there',
			changed('wzg_2700', { [`${PROV}used`]: [{ '@id': `${ADDRESS}gm9999` }] }),
			/GM9999/
		],
		[
			'a municipality that goes into itself',
			changed('wzg_2700', { [`${PROV}used`]: [{ '@id': `${ADDRESS}gm0457` }] }),
			/op in GM0457/
		],
		[
			'an unknown province for a new code',
			changed('gm0844', {
				'@id': `${ADDRESS}gm2000`,
				[digits]: value('2000'),
				[end]: undefined,
				[`${ONTOLOGY}ligtInProvincie`]: undefined
			}),
			/^Van GM2000 is de provincie/
		]
	])('%s', async (_, json, reason) => {
		const attempt = importRegister(json, known);
		await expect(attempt).rejects.toThrow(RegisterFault);
		await expect(attempt).rejects.toThrow(reason);
	});

	it('one that lacks municipalities we know, such as a list of today only', async () => {
		await expect(importRegister(register, [...known, ...MUNICIPALITY_LIST])).rejects.toThrow(
			/^In het bestand ontbreken \d+ gemeenten die al bekend zijn, zoals GM0014, GM0034/
		);
	});

	it('one that is nested without end', async () => {
		const deep = `[${'['.repeat(200_000)}${']'.repeat(200_000)}]`;
		await expect(importRegister(deep, known)).rejects.toThrow(RegisterFault);
		await expect(importRegister(`[{"@id":${deep},"@type":["x"]}]`, known)).rejects.toThrow(RegisterFault);
	});
});
