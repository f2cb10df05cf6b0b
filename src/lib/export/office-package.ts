import { XML_HEAD, xmlText } from './xml.ts';
import type { ZipPart } from './zip.ts';

/** What Office Open XML files of every kind share (ISO/IEC 29500-2): which parts there are, how they belong together, and their title. */

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export interface OfficePart extends ZipPart {
	/** Behind "application/vnd.openxmlformats-officedocument."; without it the part is told by its extension. */
	readonly type?: string;
}

/** The parts of a file, of which the first of `parts` is the main one. */
export function officePackage(
	{ title, language }: { readonly title: string; readonly language: string },
	parts: readonly OfficePart[]
): readonly ZipPart[] {
	const [main] = parts;
	return [
		{ name: '[Content_Types].xml', content: [contentTypes(parts)] },
		{
			name: '_rels/.rels',
			content: [
				relations([
					[`${RELATIONS}/officeDocument`, main?.name ?? ''],
					[`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']
				])
			]
		},
		{ name: 'docProps/core.xml', content: [properties(title, language)] },
		...parts
	];
}

function contentTypes(parts: readonly OfficePart[]): string {
	const types = parts.flatMap(({ name, type }) =>
		type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${OFFICE}.${type}+xml"/>`]
	);
	return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${types.join('')}</Types>`;
}

/** Their ids are "r1", "r2" and so on, in their order. */
export function relations(of: readonly (readonly [type: string, target: string])[]): string {
	const all = of.map(
		([type, target], index) => `<Relationship Id="r${index + 1}" Type="${type}" Target="${target}"/>`
	);
	return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function properties(title: string, language: string): string {
	return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`;
}
