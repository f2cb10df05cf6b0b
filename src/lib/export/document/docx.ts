import { officePackage, RELATIONS, relations, type OfficePart } from '../office-package.ts';
import { XML_HEAD, writableText, xmlText } from '../xml.ts';
import { zipped } from '../zip.ts';
import type { Block, Document, ListItem, Table } from './document.ts';

/**
 * Office Open XML (ISO/IEC 29500) for Word, written block by block: real headings, lists and rows of headings above tables, so that a
 * screen reader finds its way.
 */

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The document as a file, in pieces. */
export function docx(document: Document): AsyncIterable<Uint8Array> {
	const parts: OfficePart[] = [
		{ name: 'word/document.xml', type: 'wordprocessingml.document.main', content: body(document.blocks) },
		{
			name: 'word/_rels/document.xml.rels',
			content: [
				relations([
					[`${RELATIONS}/styles`, 'styles.xml'],
					[`${RELATIONS}/numbering`, 'numbering.xml']
				])
			]
		},
		{ name: 'word/styles.xml', type: 'wordprocessingml.styles', content: [styles(document.language)] },
		{ name: 'word/numbering.xml', type: 'wordprocessingml.numbering', content: [NUMBERING] }
	];
	return zipped(officePackage(document, parts));
}

const NUMBERING = `${XML_HEAD}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** Sizes in half points, space in twentieths of a point. */
function styles(language: string): string {
	const headings = [36, 28, 24, 22].map(
		(size, index) =>
			`<w:style w:type="paragraph" w:styleId="Heading${index + 1}"><w:name w:val="heading ${index + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${360 - index * 60}" w:after="120"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`
	);
	return `${XML_HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${language === 'nl' ? 'nl-NL' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings.join('')}<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style><w:style w:type="character" w:styleId="About"><w:name w:val="About"/><w:rPr><w:color w:val="595959"/><w:sz w:val="19"/></w:rPr></w:style></w:styles>`;
}

function* body(blocks: readonly Block[]): Iterable<string> {
	yield `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>`;
	for (const block of blocks) yield blockXml(block);
	yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1360" w:right="1250" w:bottom="1360" w:left="1250" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>';
}

function blockXml(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return paragraph(run(block.text), `<w:pStyle w:val="Heading${block.level}"/>`);
		case 'paragraph':
			return paragraph(run(block.text));
		case 'list':
			return block.items.map(itemXml).join('');
		case 'table':
			// Two tables without a paragraph between them would become one.
			return `${tableXml(block)}${paragraph('')}`;
	}
}

function itemXml({ text, about }: ListItem): string {
	const facts = about === '' ? '' : `<w:r><w:br/></w:r>${run(about, '<w:rStyle w:val="About"/>')}`;
	return paragraph(`${run(text)}${facts}`, '<w:pStyle w:val="ListBullet"/>');
}

function tableXml({ columns, rows }: Table): string {
	const look = (isHeading: boolean) => (isHeading ? '<w:b/>' : '');
	const row = (cells: readonly string[], isHeading: boolean) => {
		const all = cells.map((text, index) => {
			const side = columns[index]?.isNumber ? '<w:jc w:val="right"/>' : '';
			return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(run(text, look(isHeading)), side)}</w:tc>`;
		});
		return `<w:tr><w:trPr><w:cantSplit/>${isHeading ? '<w:tblHeader/>' : ''}</w:trPr>${all.join('')}</w:tr>`;
	};
	const line =
		'<w:bottom w:val="single" w:sz="4" w:color="999999"/><w:insideH w:val="single" w:sz="4" w:color="999999"/>';
	const grid = columns.map(() => '<w:gridCol/>').join('');
	const headings = columns.map(({ heading }) => heading);
	return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${line}</w:tblBorders><w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(headings, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`;
}

function paragraph(runs: string, properties = ''): string {
	return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** Line ends and tabs have elements of their own. */
function run(text: string, look = ''): string {
	const parts = writableText(text)
		.split(/([\n\t])/)
		.map((part) => {
			if (part === '\n') return '<w:br/>';
			return part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`;
		});
	return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${parts.join('')}</w:r>`;
}
