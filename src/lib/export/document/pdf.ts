import { writableText } from '../xml.ts';
import type { Document } from './document.ts';

export const PDF_TYPE = 'application/pdf';

/** The look of the document. What people wrote comes in as data, so none of it can be an instruction. */
const TEMPLATE = `
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title)
#set page(paper: "a4", margin: (x: 22mm, y: 24mm), numbering: "1 / 1")
#set text(lang: doc.language, size: 10.5pt)
#set par(leading: 0.62em)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#let lines(said) = said.split("\\n").join(linebreak())
#let about(said) = if said != "" { linebreak() + text(size: 9pt, fill: luma(35%), lines(said)) }
#for block in doc.blocks {
	if block.kind == "heading" { heading(level: block.level, lines(block.text)) }
	if block.kind == "paragraph" { par(lines(block.text)) }
	if block.kind == "list" { list(..block.items.map(item => lines(item.text) + about(item.about))) }
	if block.kind == "table" {
		table(
			columns: block.columns.map(column => if column.isNumber { auto } else { 1fr }),
			align: block.columns.map(column => if column.isNumber { right } else { left }),
			stroke: (x, y) => (bottom: if y == 0 { 0.8pt } else { 0.4pt + luma(75%) }),
			table.header(..block.columns.map(column => strong(lines(column.heading)))),
			..block.rows.flatten().map(lines)
		)
	}
}
`;

/** How the compiler names a text that no font has: quoted and escaped, and its message once more. */
const UNDISPLAYABLE = /the text `\\"(.*?)\\"` could not be displayed/g;
/** Each attempt shows what lay behind what the one before could not display. */
const ATTEMPTS_MAX = 5;

/** A PDF, or why there is none in the compiler's words. */
export type Compiled = { readonly pdf: Uint8Array } | { readonly fault: string };

/** Makes a PDF/UA-1 of a Typst template that finds its data under `sys.inputs.document`. */
export type Compile = (template: string, data: string) => Promise<Compiled>;

/**
 * The document as tagged PDF/UA-1: what is not accessible does not compile. Characters that no font here has stand as their number, such
 * as [U+4E2D].
 * @throws Error when it cannot be made; it tells nothing of what stands in the document.
 */
export async function pdf(document: Document, compile: Compile): Promise<Uint8Array> {
	let data = JSON.stringify(document, (_, value: unknown) =>
		typeof value === 'string' ? writableText(value) : value
	);
	for (let attempt = 1; ; attempt += 1) {
		const outcome = await compile(TEMPLATE, data);
		if ('pdf' in outcome) return outcome.pdf;
		const missing = [...outcome.fault.matchAll(UNDISPLAYABLE)].map(([, text = '']) => unquoted(text));
		// The compiler's words may quote a card, and what is thrown is logged.
		if (missing.length === 0 || attempt === ATTEMPTS_MAX) throw new Error('the document is no PDF/UA-1');
		data = withoutTexts(data, missing);
	}
}

/** A text from the compiler's words, in which "\\\\u{1f600}" is one character. */
function unquoted(text: string): string {
	const unescaped = (quoted: string) => quoted.replace(/\\(["'\\])/g, '$1');
	return unescaped(
		unescaped(text).replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
			String.fromCodePoint(Number.parseInt(hex, 16))
		)
	);
}

/** The longest first, because one may be part of another. */
function withoutTexts(data: string, texts: readonly string[]): string {
	const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length);
	return longestFirst.reduce((rest, text) => rest.replaceAll(text, numbered(text)), data);
}

function numbered(text: string): string {
	const code = (character: string) => character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	return [...text]
		.map((character) => (/[\x20-\x7e]/.test(character) ? character : `[U+${code(character) ?? ''}]`))
		.join('');
}
