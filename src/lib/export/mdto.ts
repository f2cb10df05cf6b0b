import { createHash } from 'node:crypto';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { writableText, xmlText } from './xml.ts';
import { zipped, type ZipPart } from './zip.ts';

/**
 * The record as an archive takes it over: MDTO (Metagegevens voor duurzaam toegankelijke overheidsinformatie, Nationaal Archief) 1.0.1, an
 * information object and one description beside each file, with size, format and SHA-256.
 */

const NAMESPACE = 'https://www.nationaalarchief.nl/mdto';
const SCHEMA = `${NAMESPACE} ${NAMESPACE}/MDTO-XML1.0.1.xsd`;
const SOURCE = 'Waaier';

/** A file to keep, whole: it is hashed before it is written. */
export interface ArchivedFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** In the PRONOM register of file formats. */
	readonly format: { readonly label: string; readonly code: string };
}

export const JSON_FORMAT = { label: 'JSON Data Interchange Format', code: 'fmt/817' } as const;
export const CSV_FORMAT = { label: 'Comma Separated Values', code: 'x-fmt/18' } as const;
export const PDF_FORMAT = { label: 'Acrobat PDF 1.7', code: 'fmt/276' } as const;

/** The package: descriptions first, each file beside its own. `organisation` is whose archive it is. */
export function mdtoPackage(
	record: IntakeRecord,
	files: readonly ArchivedFile[],
	{ organisation, madeAt }: { readonly organisation: string; readonly madeAt: string }
): AsyncIterable<Uint8Array> {
	const parts: readonly ZipPart[] = [
		{ name: `${record.session.id}.mdto.xml`, content: [informationObject(record, files, organisation)] },
		...files.flatMap((file): readonly ZipPart[] => [
			{ name: file.name, content: [file.bytes] },
			{ name: `${file.name}.bestand.mdto.xml`, content: [fileDescription(record, file, madeAt)] }
		])
	];
	return zipped(parts);
}

/** The dossier of one worksession. */
function informationObject(
	{ session, participation }: IntakeRecord,
	files: readonly ArchivedFile[],
	organisation: string
): string {
	const places = participation.municipalities.map(({ code, name }) =>
		element('dekkingInRuimte', reference(name, code, 'CBS gemeentecode'))
	);
	const period =
		session.date === null
			? []
			: [
					element('dekkingInTijd', [
						concept('dekkingInTijdType', 'Van toepassing', null, 'Begrippenlijst dekking in tijd'),
						element('dekkingInTijdBegindatum', text(session.date)),
						element('dekkingInTijdEinddatum', text(session.date))
					])
				];
	return documentOf('informatieobject', [
		identity(session.id),
		element('naam', text(session.title)),
		concept('aggregatieniveau', 'Dossier', null, 'Begrippenlijst Aggregatieniveaus MDTO'),
		element(
			'omschrijving',
			text(`Intakeverslag van een werksessie over ${session.theme} met ${session.group}.`)
		),
		...period,
		...places,
		element('taal', text('nl')),
		// Of a closed list: what it is worth is for whose archive it is.
		concept('waardering', 'Nader te bepalen', 'N', 'Begrippenlijst Waarderingen MDTO'),
		...files.map(({ name }) =>
			element('heeftRepresentatie', reference(name, fileId(session.id, name), SOURCE))
		),
		element('archiefvormer', reference(organisation, null, null)),
		element('beperkingGebruik', [
			concept(
				'beperkingGebruikType',
				'Nader te bepalen',
				null,
				'Begrippenlijst BeperkingGebruikTypeLijst MDTO'
			),
			element('beperkingGebruikNadereBeschrijving', text('Nog te beoordelen door de archiefvormer.'))
		])
	]);
}

function fileDescription(
	{ session }: IntakeRecord,
	{ name, bytes, format }: ArchivedFile,
	madeAt: string
): string {
	return documentOf('bestand', [
		identity(fileId(session.id, name)),
		element('naam', text(name)),
		element('omvang', text(String(bytes.byteLength))),
		concept('bestandsformaat', format.label, format.code, 'PRONOM-register'),
		element('checksum', [
			concept('checksumAlgoritme', 'SHA-256', null, 'Begrippenlijst ChecksumAlgoritme MDTO'),
			element('checksumWaarde', text(createHash('sha256').update(bytes).digest('hex'))),
			element('checksumDatum', text(madeAt))
		]),
		element('isRepresentatieVan', reference(session.title, session.id, SOURCE))
	]);
}

function fileId(sessionId: string, name: string): string {
	return `${sessionId}/${name}`;
}

/** Lines of XML. */
type Lines = readonly string[];

function documentOf(root: string, children: readonly Lines[]): string {
	const head = `<MDTO xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${SCHEMA}">`;
	const lines = [...element(root, children).map((line) => `\t${line}`)];
	return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...lines, '</MDTO>', ''].join('\n');
}

function element(name: string, content: string | readonly Lines[]): Lines {
	if (typeof content === 'string') return [`<${name}>${content}</${name}>`];
	return [`<${name}>`, ...content.flat().map((line) => `\t${line}`), `</${name}>`];
}

/** A text as element content, in one line. */
function text(words: string): string {
	return xmlText(writableText(words).replaceAll(/\s+/gu, ' ').trim());
}

function identity(id: string): Lines {
	return element('identificatie', [
		element('identificatieKenmerk', text(id)),
		element('identificatieBron', text(SOURCE))
	]);
}

function reference(name: string, id: string | null, source: string | null): readonly Lines[] {
	const named = element('verwijzingNaam', text(name));
	if (id === null) return [named];
	return [
		named,
		element('verwijzingIdentificatie', [
			element('identificatieKenmerk', text(id)),
			element('identificatieBron', text(source ?? SOURCE))
		])
	];
}

function concept(name: string, label: string, code: string | null, list: string): Lines {
	return element(name, [
		element('begripLabel', text(label)),
		...(code === null ? [] : [element('begripCode', text(code))]),
		element('begripBegrippenlijst', [element('verwijzingNaam', text(list))])
	]);
}
