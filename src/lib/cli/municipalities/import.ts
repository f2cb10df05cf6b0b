import type { Municipality } from '#lib/domain/municipality/municipalities.ts';
import { m } from '#lib/i18n/words.ts';
import { differences } from './differences.ts';
import { HISTORY_FILE, historyText, LIST_FILE, listText } from './module-text.ts';
import { parseRegister } from './register.ts';
import { tablesOf, type MunicipalityTables } from './tables.ts';

export interface Imported {
	readonly tables: MunicipalityTables;
	/** The committed files as they have to be, by name. */
	readonly files: ReadonlyMap<string, string>;
	/** What a person is told: what changes, and what of the file was skipped. */
	readonly report: readonly string[];
}

function sourceOf(date: string, first: string): readonly string[] {
	return [
		first,
		'Written by `npm run import:municipalities`; run that again instead of editing this file.',
		'',
		`Source: the government's register of municipalities (TOOI, Register gemeenten compleet), looked at on ${date}.`
	];
}

/**
 * Makes the committed files of municipalities out of the official register. The same register gives the same files.
 * @param json the file "Register gemeenten compleet" of TOOI
 * @param known the municipalities of today's files, which the register must all know
 * @throws RegisterFault when the file is refused
 */
export async function importRegister(json: string, known: readonly Municipality[]): Promise<Imported> {
	const register = parseRegister(json);
	const tables = tablesOf(register, known);
	const { date, list, history } = tables;
	const skipped = [...register.skipped].map(([type, count]) => m.municipalities_skipped({ type, count }));
	return {
		tables,
		files: new Map([
			[
				LIST_FILE,
				await listText(date, list, sourceOf(date, 'The municipalities of the Netherlands on the day below.'))
			],
			[
				HISTORY_FILE,
				await historyText(
					history,
					sourceOf(date, 'The other municipalities since 2018: last day, and the codes they went into.')
				)
			]
		]),
		report: [...differences(known, [...list, ...history]), ...skipped]
	};
}
