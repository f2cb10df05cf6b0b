import { writableText } from '../xml.ts';
import type { Block, Document, ListItem, Table } from './document.ts';

export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8';

/** The document as CommonMark with tables, in pieces. Whatever people wrote shows as they wrote it. */
export function* markdown({ blocks }: Document): Iterable<string> {
	for (const [index, block] of blocks.entries()) yield `${index === 0 ? '' : '\n'}${blockText(block)}\n`;
}

function blockText(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${plain(block.text)}`;
		case 'paragraph':
			return plain(block.text);
		case 'list':
			return block.items.map(itemText).join('\n');
		case 'table':
			return tableText(block);
	}
}

function itemText({ text, about }: ListItem): string {
	return `- ${plain(text)}${about === '' ? '' : `<br>_${plain(about)}_`}`;
}

function tableText({ columns, rows }: Table): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [
		line(columns.map(({ heading }) => plain(heading))),
		line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
		...rows.map((cells) => line(cells.map(plain)))
	].join('\n');
}

/** On one line. What means something in Markdown or HTML gets a backslash; spaces that would be taken away are written so that they stay. */
function plain(text: string): string {
	return writableText(text)
		.replace(/[\\`*_[\]<>&#~|$]/g, '\\$&')
		.replace(
			/^([ \t]*)([-+=]|\d+[.)])/,
			(_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`
		)
		.replace(/^[ \t]+|[ \t]+$/gm, (spaces) => '&nbsp;'.repeat(spaces.length))
		.replace(/[\n\u0085\u2028\u2029]/g, '<br>');
}
