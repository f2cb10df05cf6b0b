import { readFile, stat, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { MUNICIPALITY_HISTORY } from '#lib/domain/municipality/municipality-history.ts';
import { MUNICIPALITY_LIST } from '#lib/domain/municipality/municipality-list.ts';
import { m } from '#lib/i18n/words.ts';
import { importRegister } from './municipalities/import.ts';
import { MUNICIPALITY_FOLDER } from './municipalities/module-text.ts';
import { RegisterFault } from './municipalities/register.ts';

/**
 * Brings the committed lists of municipalities up to date with the official register, from a file on this machine. Exit
 * code 0: the lists are as the file says; 1: the file is refused and nothing is written; 2: asked in a wrong way.
 */

const EXIT_REFUSED = 1;
const EXIT_WRONG_ARGUMENTS = 2;
/** The register of 2026 has 1 MB. */
const FILE_BYTES_MAX = 20_000_000;

async function registerText(file: string): Promise<string> {
	try {
		const { size } = await stat(file);
		if (size > FILE_BYTES_MAX) throw new RegisterFault(m.municipalities_file_too_large({ file }));
		return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
	} catch (error) {
		if (error instanceof RegisterFault || !(error instanceof Error)) throw error;
		throw new RegisterFault(m.municipalities_file_unreadable({ file, detail: error.message }));
	}
}

async function writeChanged(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
	const written: string[] = [];
	for (const [file, text] of files) {
		const place = new URL(file, MUNICIPALITY_FOLDER);
		if ((await readFile(place, 'utf8')) === text) continue;
		await writeFile(place, text);
		written.push(file);
	}
	return written;
}

async function importFile(file: string): Promise<void> {
	const known = [...MUNICIPALITY_LIST, ...MUNICIPALITY_HISTORY];
	const { tables, files, report } = await importRegister(await registerText(file), known);
	const written = await writeChanged(files);
	for (const line of report) say(line);
	say(
		m.municipalities_counted({ count: tables.list.length, date: tables.date, other: tables.history.length })
	);
	say(
		written.length === 0
			? m.municipalities_unchanged()
			: m.municipalities_written({ files: written.join(', ') })
	);
}

async function main(args: readonly string[]): Promise<number> {
	const [file] = args;
	if (file === undefined || args.length > 1 || file.startsWith('-')) {
		say(m.municipalities_usage());
		return file === '--help' ? 0 : EXIT_WRONG_ARGUMENTS;
	}
	try {
		await importFile(file);
		return 0;
	} catch (error) {
		if (!(error instanceof RegisterFault)) throw error;
		process.stderr.write(`${error.message}\n`);
		return EXIT_REFUSED;
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
