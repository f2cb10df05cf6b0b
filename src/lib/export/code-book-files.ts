import type { TermVersion } from '#lib/domain/programme/term-versions.ts';
import { CATEGORIES, LEGAL_BASES, NATURES, NEED_TYPES, PROCESS_PHASES } from '#lib/domain/vocabulary.ts';
import { CATEGORY_DEFINITIONS, CATEGORY_NAMES, NATURE_NAMES, NEED_TYPE_NAMES } from '#lib/i18n/code-words.ts';
import { LEGAL_BASIS_NAMES, PHASE_NAMES } from '#lib/i18n/step-words.ts';
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
	readonly definition: string;
	/** Code of the category it lies below; null for a code of the closed lists. */
	readonly broader: string | null;
	/** RFC 3339 in UTC; null for the closed lists, which always hold. */
	readonly validFrom: string | null;
	readonly validUntil: string | null;
	/** Code of what is used since. */
	readonly replacedBy: string | null;
	readonly version: number;
	readonly who: string;
}

const COLUMNS: readonly (readonly [heading: () => string, key: keyof BookRow])[] = [
	[m.codebook_file_list, 'list'],
	[m.codebook_file_code, 'code'],
	[m.codebook_name, 'term'],
	[m.codebook_file_definition, 'definition'],
	[m.codebook_file_broader, 'broader'],
	[m.codebook_file_from, 'validFrom'],
	[m.codebook_file_until, 'validUntil'],
	[m.codebook_file_replaced, 'replacedBy'],
	[m.codebook_file_version, 'version'],
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
	return `${JSON.stringify({ version: book.version, codes: rowsOf(book) }, null, 2)}\n`;
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
		...listRows('soort', CATEGORIES, CATEGORY_NAMES, CATEGORY_DEFINITIONS),
		...listRows('fase', PROCESS_PHASES, PHASE_NAMES),
		...listRows('aard', NATURES, NATURE_NAMES),
		...listRows('soort-behoefte', NEED_TYPES, NEED_TYPE_NAMES),
		...listRows('grondslag', LEGAL_BASES, LEGAL_BASIS_NAMES),
		...terms.map((term) => ({
			list: 'eigen-term',
			code: term.id,
			term: term.label,
			definition: term.definition,
			broader: term.under,
			validFrom: moment(term.from),
			validUntil: term.until === null ? null : moment(term.until),
			replacedBy: term.replacedBy,
			version: term.version,
			who: names.get(term.by) ?? ''
		}))
	];
}

function listRows<C extends string>(
	list: string,
	codes: readonly C[],
	names: Readonly<Record<C, () => string>>,
	definitions?: Readonly<Record<C, () => string>>
): readonly BookRow[] {
	return codes.map((code) => ({
		list,
		code,
		term: names[code](),
		definition: definitions?.[code]() ?? '',
		broader: null,
		validFrom: null,
		validUntil: null,
		replacedBy: null,
		version: 1,
		who: ''
	}));
}

function moment(at: number): string {
	return new Date(at).toISOString();
}
