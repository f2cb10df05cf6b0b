/** The one model of documents to read: Markdown, Word and PDF are written from the same blocks. Texts are as people wrote them; each format sees to it that they are nothing but text. */

export interface Heading {
	readonly kind: 'heading';
	/** 1 stands once, at the top; none is skipped. */
	readonly level: 1 | 2 | 3 | 4;
	readonly text: string;
}

export interface Paragraph {
	readonly kind: 'paragraph';
	readonly text: string;
}

export interface List {
	readonly kind: 'list';
	readonly items: readonly ListItem[];
}

export interface ListItem {
	readonly text: string;
	/** What is told of it, smaller; may be empty. */
	readonly about: string;
}

export interface Table {
	readonly kind: 'table';
	readonly columns: readonly { readonly heading: string; readonly isNumber: boolean }[];
	/** The first cell of a row says what the row is about. */
	readonly rows: readonly (readonly string[])[];
}

export type Block = Heading | Paragraph | List | Table;

export interface Document {
	readonly title: string;
	/** As in `lang` of a page. */
	readonly language: string;
	readonly blocks: readonly Block[];
}

export function heading(level: Heading['level'], text: string): Heading {
	return { kind: 'heading', level, text };
}

/** Nothing for an empty text. */
export function paragraphs(...texts: readonly string[]): readonly Paragraph[] {
	return texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}

/** Nothing for a list of nothing. */
export function list(items: readonly (ListItem | string)[]): readonly List[] {
	if (items.length === 0) return [];
	return [
		{
			kind: 'list',
			items: items.map((item) => (typeof item === 'string' ? { text: item, about: '' } : item))
		}
	];
}
