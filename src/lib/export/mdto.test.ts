import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aRecord } from '../../../tests/kit/record.ts';
import { unzipped } from '../../../tests/kit/unzipped.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { JSON_FORMAT, mdtoPackage } from './mdto.ts';
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
