import type { TermVersion } from '#lib/domain/programme/term-versions.ts';
import { CORE_LIST_CODES, CORE_LISTS, CORE_VERSION, type CoreListCode } from '#lib/domain/core-codes.ts';
import { toldCodes } from '#lib/i18n/core-words.ts';
import { getLocale, m } from '#lib/i18n/words.ts';
import type { MadeFile } from './record-files.ts';
import type { CellValue, Sheet } from './sheet.ts';
import { sheetCsv } from './sheet-csv.ts';
import { xlsx, XLSX_TYPE } from './spreadsheet/xlsx.ts';

/** The code book of a programme as it leaves: the closed lists, and every version of its own terms. */
export interface LeavingCodeBook {
	/** Of the programme. */
	readonly title: string;
	readonly version: number;
	readonly terms: readonly TermVersion[];
	/** Names of accounts by id; whoever is no more has none. */
	readonly names: ReadonlyMap<string, string>;
}

/** A code, or a version of a term. */
interface BookRow {
	readonly list: string;
	readonly code: string;
	readonly term: string;
	/** Empty for a term of the programme, which has one language. */
	readonly english: string;
	readonly definition: string;
	/** Code of the category it lies below; null for a code of the closed lists. */
	readonly broader: string | null;
	/** A date for a code of the closed lists; RFC 3339 in UTC for a term. */
	readonly validFrom: string;
	readonly validUntil: string | null;
	/** Code of what is used since. */
	readonly replacedBy: string | null;
	/** Of the closed lists for their codes, of the whole code book for a term. */
	readonly version: number;
	readonly source: string;
	readonly who: string;
}

const COLUMNS: readonly (readonly [heading: () => string, key: keyof BookRow])[] = [
	[m.codebook_file_list, 'list'],
	[m.codebook_file_code, 'code'],
	[m.codebook_name, 'term'],
	[m.codebook_file_english, 'english'],
	[m.codebook_file_definition, 'definition'],
	[m.codebook_file_broader, 'broader'],
	[m.codebook_file_from, 'validFrom'],
	[m.codebook_file_until, 'validUntil'],
	[m.codebook_file_replaced, 'replacedBy'],
	[m.codebook_file_version, 'version'],
	[m.codebook_file_source, 'source'],
	[m.codebook_file_who, 'who']
];

type MakesFile = (book: LeavingCodeBook) => MadeFile;

const CODE_BOOK_FILES: ReadonlyMap<string, MakesFile> = new Map<string, MakesFile>([
	[
		'codeboek.xlsx',
		(book) => ({
			type: XLSX_TYPE,
			pieces: xlsx({ title: book.title, language: getLocale(), sheets: [codeBookSheet(book)] })
		})
	],
	[
		'codeboek.csv',
		(book) => ({
			type: 'text/csv; charset=utf-8',
			pieces: sheetCsv(codeBookSheet(book), { withByteOrderMark: true })
		})
	],
	['codeboek.json', (book) => ({ type: 'application/json; charset=utf-8', pieces: [codeBookJson(book)] })]
]);

/** Undefined where there is no file of that name. */
export function codeBookFile(name: string, book: LeavingCodeBook): MadeFile | undefined {
	return CODE_BOOK_FILES.get(name)?.(book);
}

function codeBookJson(book: LeavingCodeBook): string {
	return `${JSON.stringify({ version: book.version, coreVersion: CORE_VERSION, codes: rowsOf(book) }, null, 2)}\n`;
}

function codeBookSheet(book: LeavingCodeBook): Sheet {
	return {
		title: m.codebook_title(),
		columns: COLUMNS.map(([heading, key]) => ({
			heading: heading(),
			type: key === 'version' ? 'number' : 'text'
		})),
		*rows(): Iterable<readonly CellValue[]> {
			for (const row of rowsOf(book)) yield COLUMNS.map(([, key]) => row[key]);
		}
	};
}

function rowsOf({ terms, names }: LeavingCodeBook): readonly BookRow[] {
	return [
		...CORE_LIST_CODES.flatMap(listRows),
		...terms.map((term) => ({
			list: 'eigen-term',
			code: term.id,
			term: term.label,
			english: '',
			definition: term.definition,
			broader: term.under,
			validFrom: moment(term.from),
			validUntil: term.until === null ? null : moment(term.until),
			replacedBy: term.replacedBy,
			version: term.version,
			source: '',
			who: names.get(term.by) ?? ''
		}))
	];
}

function listRows(list: CoreListCode): readonly BookRow[] {
	const { source } = CORE_LISTS[list];
	return toldCodes(list).map(({ code, name, english, definition, from, until, replacedBy, version }) => ({
		list,
		code,
		term: name,
		english,
		definition,
		broader: null,
		validFrom: from,
		validUntil: until,
		replacedBy,
		version,
		source,
		who: ''
	}));
}

function moment(at: number): string {
	return new Date(at).toISOString();
}
