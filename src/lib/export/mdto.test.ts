import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aRecord } from '../../../tests/kit/record.ts';
import { mdtoFaults } from '../../../tests/kit/mdto-structure.ts';
import { unzipped } from '../../../tests/kit/unzipped.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { CSV_FORMAT, JSON_FORMAT, mdtoPackage, PDF_FORMAT } from './mdto.ts';
import { recordFile } from './record-files.ts';

const ARCHIVE = { organisation: 'VNG & partners', madeAt: '2026-11-23T10:00:00.000Z' };

async function partsOf(
	pieces: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>
): Promise<ReadonlyMap<string, Uint8Array>> {
	const chunks: Uint8Array[] = [];
	for await (const piece of pieces)
		chunks.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
	return unzipped(Buffer.concat(chunks));
}

const words = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('an archive gets each file with its size, format and SHA-256, and the worksession as a dossier of them', async () => {
	const record = aRecord();
	const json = recordJson(record);
	const made = await recordFile(
		'intakeverslag-mdto.zip',
		{ record, json },
		{ withByteOrderMark: true, compile: null, archive: ARCHIVE }
	);
	const parts = await partsOf(made?.pieces ?? []);
	expect([...parts.keys()]).toEqual([
		'w1.mdto.xml',
		'intakeverslag.json',
		'intakeverslag.json.bestand.mdto.xml',
		'kaarten.csv',
		'kaarten.csv.bestand.mdto.xml'
	]);
	expect(words(parts.get('intakeverslag.json'))).toBe(json);
	for (const name of ['intakeverslag.json', 'kaarten.csv']) {
		const bytes = parts.get(name) ?? new Uint8Array();
		const told = words(parts.get(`${name}.bestand.mdto.xml`));
		expect(told).toContain(
			`<checksumWaarde>${createHash('sha256').update(bytes).digest('hex')}</checksumWaarde>`
		);
		expect(told).toContain(`<omvang>${bytes.byteLength}</omvang>`);
		expect(told).toContain(`<identificatieKenmerk>w1/${name}</identificatieKenmerk>`);
	}
	const dossier = words(parts.get('w1.mdto.xml'));
	for (const told of [
		'<verwijzingNaam>VNG &amp; partners</verwijzingNaam>',
		'<dekkingInTijdBegindatum>2026-03-12</dekkingInTijdBegindatum>',
		'<begripLabel>Dossier</begripLabel>',
		'<verwijzingNaam>kaarten.csv</verwijzingNaam>'
	])
		expect(dossier).toContain(told);
});

test('what people typed is text in it, whatever they typed', async () => {
	const { session, ...rest } = aRecord();
	const title = '</naam><naam>&\u0000\ud83d "x"\nregel';
	const record = { ...rest, session: { ...session, title } };
	const file = { name: 'a.json', bytes: new Uint8Array([1]), format: JSON_FORMAT };
	const parts = await partsOf(mdtoPackage(record, [file], ARCHIVE));
	const dossier = words(parts.get('w1.mdto.xml'));
	expect(dossier.match(/<naam>/g)).toHaveLength(1);
	expect(dossier).toContain('<naam>&lt;/naam&gt;&lt;naam&gt;&amp;\ufffd\ufffd &quot;x&quot; regel</naam>');
});

describe('every description has the elements of MDTO-XML 1.0.1, in their order and as often as they may stand there', () => {
	const aDay = aRecord();
	const onPaper = aRecord({
		session: { ...aDay.session, date: null, title: '<b>&"' },
		participation: { ...aDay.participation, municipalities: [] }
	});

	test.each([
		['a day', aDay],
		['a day without a date or municipalities', onPaper]
	])('%s', async (_, record) => {
		const files = [JSON_FORMAT, CSV_FORMAT, PDF_FORMAT].map((format, index) => ({
			name: `bestand-${index}`,
			bytes: new Uint8Array([index]),
			format
		}));
		const parts = await partsOf(mdtoPackage(record, files, ARCHIVE));
		const described = [...parts].filter(([name]) => name.endsWith('.mdto.xml'));
		expect(described).toHaveLength(4);
		expect(described.map(([name, bytes]) => [name, mdtoFaults(words(bytes))])).toEqual(
			described.map(([name]) => [name, []])
		);
	});

	test('the check finds what is missing, out of order, twice, unknown or in no list', async () => {
		const parts = await partsOf(mdtoPackage(aDay, [], ARCHIVE));
		const xml = words(parts.get('w1.mdto.xml'));
		const without = (pattern: RegExp) => mdtoFaults(xml.replace(pattern, ''));
		expect(without(/<naam>.*<\/naam>/)).toEqual(['informatieobject has 0 × naam']);
		expect(without(/<begripCode>N<\/begripCode>/)).toEqual([
			'informatieobject/waardering is not in its list'
		]);
		const language = '<taal>nl</taal>';
		expect(mdtoFaults(xml.replace(language, `${language}<begin>nu</begin>`))).toContain(
			'informatieobject has no begin'
		);
		expect(mdtoFaults(xml.replace(language, '').replace('<naam>', `${language}<naam>`))).toEqual([
			'informatieobject has its elements in another order'
		]);
		expect(mdtoFaults(xml.replace(/<naam>.*<\/naam>/, '$&$&'))).toEqual(['informatieobject has 2 × naam']);
		expect(mdtoFaults(xml.replace('2026-03-12', '12 maart'))).toEqual([
			'informatieobject/dekkingInTijd/dekkingInTijdBegindatum is no date: 12 maart'
		]);
	});
});
