import type { Candidate } from '#lib/domain/compare/candidates.ts';
import type { Comparison } from '#lib/domain/compare/comparison.ts';
import type { JudgedMatch } from '#lib/domain/compare/matches.ts';
import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { getLocale } from '#lib/i18n/words.ts';
import type { MadeFile } from './record-files.ts';
import type { Sheet } from './sheet.ts';
import { sheetCsv } from './sheet-csv.ts';
import { candidateSheet, matchSheet } from './sheets/choices.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { termsSheet } from './sheets/terms.ts';
import { ods, ODS_TYPE } from './spreadsheet/ods.ts';
import { xlsx, XLSX_TYPE } from './spreadsheet/xlsx.ts';
import { Tally } from './tally.ts';
import { recordSheets, type Workbook } from './workbook.ts';
import { zipped, type ZipPart } from './zip.ts';

/** Records of several worksessions that leave together. */
export interface RecordsTogether {
	/** Of the programme. */
	readonly title: string;
	readonly records: readonly CodedRecord[];
	readonly comparison: Comparison;
	/** On which municipalities are counted, 'YYYY-MM-DD'. */
	readonly day: string;
	/** Who helps whom, as far as somebody judged it. */
	readonly matches: readonly JudgedMatch[];
	/** Their product ideas, on the way to a choice. */
	readonly candidates: readonly Candidate[];
	/** The exact text of a record that was hashed; asked one by one while the file is made. */
	readonly jsonOf: (sessionId: string) => Promise<string>;
}

type MakesFile = (of: RecordsTogether, tally: Tally) => Omit<MadeFile, 'share'>;

/** Every file that worksessions can be downloaded as together, by the name it gets. */
const PROGRAMME_FILES: ReadonlyMap<string, MakesFile> = new Map<string, MakesFile>([
	['werksessies.xlsx', (of, tally) => ({ type: XLSX_TYPE, pieces: xlsx(workbookOf(of, tally)) })],
	['werksessies.ods', (of, tally) => ({ type: ODS_TYPE, pieces: ods(workbookOf(of, tally)) })],
	['werksessies.zip', (of, tally) => ({ type: 'application/zip', pieces: zipped(archive(of, tally)) })]
]);

/** Undefined where there is no file of that name. */
export function programmeFile(name: string, of: RecordsTogether): MadeFile | undefined {
	const tally = new Tally();
	const made = PROGRAMME_FILES.get(name)?.(of, tally);
	return made && { ...made, share: () => tally.share };
}

/** The comparison and the choices first, then all rows of all worksessions below each other. */
function workbookOf(
	{ title, records, comparison, day, matches, candidates }: RecordsTogether,
	tally: Tally
): Workbook {
	const choices = [matchSheet(matches), candidateSheet(candidates, comparison.municipalities.length)];
	const counts = [comparisonSheet(comparison), termsSheet(records, day, comparison)];
	const sheets = [...counts, ...choices, ...recordSheets(records)];
	return { title, language: getLocale(), sheets: tally.over(sheets) };
}

/** Each record as it was hashed, and each sheet as CSV. */
function archive(of: RecordsTogether, tally: Tally): AsyncIterable<ZipPart> {
	const { sheets } = workbookOf(of, tally);
	for (const { cards } of of.records) tally.expect(cards.length);
	return archived(sheets, of, tally);
}

async function* archived(
	sheets: readonly Sheet[],
	of: RecordsTogether,
	tally: Tally
): AsyncGenerator<ZipPart, void, undefined> {
	for (const { title, ...sheet } of sheets)
		yield { name: `csv/${title}.csv`, content: sheetCsv({ title, ...sheet }, { withByteOrderMark: true }) };
	yield { name: 'later-gekozen-soorten.json', content: [laterJson(of.records)] };
	for (const { session, cards } of of.records) {
		yield { name: `json/${fileName(session)}.json`, content: [await of.jsonOf(session.id)] };
		tally.add(cards.length);
	}
}

/** What was assigned after the day, apart from the records, which stay as they were hashed. */
function laterJson(records: readonly CodedRecord[]): string {
	const said = records.flatMap(({ session, later }) =>
		Object.entries(later ?? {}).map(([item, { at, ...codes }]) => ({
			session: session.id,
			item,
			...codes,
			at: new Date(at).toISOString()
		}))
	);
	return `${JSON.stringify(said, null, 2)}\n`;
}

/** "2026-03-12-opvallende-adressen-w1": of characters that every system can have in a name, and of no other session. */
function fileName({ id, title, date }: IntakeRecord['session']): string {
	const plain = title
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);
	return [date ?? '', plain, id.replace(/[^\w-]/g, '')].filter((part) => part !== '').join('-');
}
