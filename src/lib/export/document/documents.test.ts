import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intakeRecord } from '#lib/domain/record/record.ts';
import { compileTypst } from '#lib/server/typst.ts';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import { aCard, aRecord } from '../../../../tests/kit/record.ts';
import { anyText } from '../../../../tests/kit/texts.ts';
import { collected, unzipped } from '../../../../tests/kit/unzipped.ts';
import { writableText } from '../xml.ts';
import type { Block } from './document.ts';
import { docx } from './docx.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { recordDocument } from './record-document.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

async function wordParts(of: Parameters<typeof docx>[0]): Promise<(name: string) => string> {
	const parts = unzipped(await collected(docx(of)));
	return (name) => decoder.decode(parts.get(name));
}

/** The text of each paragraph as Word shows it. */
function wordParagraphs(xml: string): readonly string[] {
	return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
		[...inner.matchAll(/<w:br\/>|<w:tab\/>|<w:t xml:space="preserve">([^<]*)<\/w:t>/g)]
			.map(([element, text]) => text ?? (element === '<w:tab/>' ? '\t' : '\n'))
			.join('')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&')
	);
}

/** A line of Markdown as it is read. */
function readMarkdown(line: string): string {
	return line
		.replaceAll('<br>', '\n')
		.replaceAll('&nbsp;', ' ')
		.replace(/\\([^a-zA-Z0-9 ])/g, '$1');
}

function levels(blocks: readonly Block[]): readonly number[] {
	return blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
}

describe('a record as a document', () => {
	test('it begins with its title, and no level of heading is skipped', () => {
		const { title, language, blocks } = recordDocument(aRecord());
		expect([title, language]).toEqual(['Intakeverslag Opvallende adressen', 'nl']);
		expect(blocks[0]).toEqual({ kind: 'heading', level: 1, text: title });
		const all = levels(blocks);
		expect(all.filter((level) => level === 1)).toHaveLength(1);
		expect(all.every((level, index) => level - (all[index - 1] ?? 0) <= 1)).toBe(true);
	});

	test('a need leads to the bottleneck it solves, and a rating says of how many', () => {
		const said = JSON.stringify(recordDocument(aRecord()).blocks);
		expect(said).toContain('lost op: knelpunt, 2 kaarten, 5 stippen, 2 van 2 gemeenten, speelt bij stap 2');
		expect(said).toContain('gemiddeld 4,7, middelste helft 4,5 tot 5,0 (3 van 3 mensen)');
		expect(said).toContain('Knelpunt zonder behoefte: “Ieder een ander systeem”');
	});

	test('an anonymous record tells nothing of where its cards come from', () => {
		const { blocks } = recordDocument(
			aRecord({ cards: [aCard({ municipalities: null, organisation: null, writtenBy: null, table: null })] })
		);
		const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
		expect(items).toContainEqual({ text: 'Signalen raken kwijt', about: '' });
	});
});

describe('Word', () => {
	test('headings, lists and heading rows are real ones, in the language of the reader', async () => {
		const part = await wordParts(recordDocument(aRecord()));
		const xml = part('word/document.xml');
		expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
		expect(xml).toContain('<w:pStyle w:val="ListBullet"/>');
		expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(xml.match(/<w:tbl>/g)?.length ?? 0);
		expect(part('word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
		expect(part('docProps/core.xml')).toContain('<dc:title>Intakeverslag Opvallende adressen</dc:title>');
	});
});

describe('whatever people write', () => {
	test('stands in Word and Markdown as it was written', async () => {
		const odd = fc.oneof(anyText(), fc.constantFrom('- a', '1. b', '# c', '<b>d</b>', '| e', '*f*', '    g'));
		await fc.assert(
			fc.asyncProperty(odd, async (text) => {
				const document = recordDocument(
					aRecord({ cards: [aCard({ text, municipalities: null, table: null })] })
				);
				const shown = writableText(text);
				const xml = (await wordParts(document))('word/document.xml');
				expect(wordParagraphs(xml)).toContain(shown);
				const lines = [...markdown(document)].join('').split('\n');
				const flat = shown.replace(/[\u0085\u2028\u2029]/g, '\n').replaceAll('\t', ' ');
				expect(lines.map(readMarkdown).map((line) => line.replaceAll('\t', ' '))).toContain(`- ${flat}`);
			}),
			{ numRuns: 80 }
		);
	});

	test('stands in Word for every card of any day', async () => {
		await fc.assert(
			fc.asyncProperty(worlds, async (world) => {
				const record = intakeRecord(play(world, () => undefined).state);
				const xml = (await wordParts(recordDocument(record)))('word/document.xml');
				const said = wordParagraphs(xml).join('\n\n');
				for (const { text } of record.cards) expect(said).toContain(writableText(text));
			}),
			{ numRuns: 15 }
		);
	});
});

describe('PDF', () => {
	test('is tagged, has a title and a language, and the compiler holds it to PDF/UA-1', async () => {
		const bytes = Buffer.from(await pdf(recordDocument(aRecord()), compileTypst)).toString('latin1');
		expect(bytes).toContain('/StructTreeRoot');
		expect(bytes).toMatch(/\/Lang \(nl\)/);
		expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(bytes).toContain('Intakeverslag Opvallende adressen</rdf:li>');
	});

	test('what is not accessible does not compile', async () => {
		const skipped = {
			title: 'Zonder kop 1',
			language: 'nl',
			blocks: [{ kind: 'heading', level: 2, text: 'Kop' }]
		} as const;
		await expect(pdf(skipped, compileTypst)).rejects.toThrow('the document is no PDF/UA-1');
	});

	test('is made of any text, also of characters that no font has, and none is an instruction', async () => {
		const texts = [
			'#panic("x")',
			'中文 "\\"',
			'a\u0301\u200d\ufe0f',
			'\u{13000} 👩‍👩‍👧 \ue000',
			'\u0000\ud800',
			' '
		];
		const cards = texts.map((text, index) => aCard({ id: `c${index}`, text }));
		const made = await pdf(recordDocument(aRecord({ cards })), compileTypst);
		expect(made.length).toBeGreaterThan(10_000);
	});
});
