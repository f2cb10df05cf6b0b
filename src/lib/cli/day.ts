import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { parseCardsCsv, type CardFromFile, type RowRefusal } from '#lib/export/cards-csv.ts';
import { parseRecord } from '#lib/export/parse-record.ts';
import { roundName, stageName } from '#lib/i18n/names.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { parseDayArguments, type DayArguments } from './day/arguments.ts';
import { playDay, type PlayedDay } from './day/play.ts';
import { differences } from './day/verify.ts';
import { startOwnServer } from './own-server.ts';

/** Plays a session day with the cards of a file. Exit code 0: every card stands in the record, or was refused with its reason. */

const EXIT_FAILED = 1;
const EXIT_WRONG_ARGUMENTS = 2;
/** So many differences are told; the rest would only repeat that something is badly wrong. */
const DIFFERENCES_TOLD = 20;

/** A reason to stop that a person can do something about. */
class DayFault extends Error {}

interface Refused {
	readonly line: number;
	readonly reason: string;
}

interface CardsToPlay {
	readonly cards: readonly CardFromFile[];
	readonly refused: readonly Refused[];
	readonly otherTheme: number;
}

async function readCards({ cardsFile, theme }: DayArguments): Promise<CardsToPlay> {
	const parsed = parseCardsCsv(await readText(cardsFile));
	if (!parsed.ok) throw new DayFault(m.day_file_columns({ file: cardsFile }));
	const cards = parsed.cards.filter(({ themes }) => theme === null || themes.includes(theme));
	return {
		cards,
		refused: parsed.refused.map(({ line, reason }) => ({ line, reason: rowReason(reason) })),
		otherTheme: parsed.cards.length - cards.length
	};
}

async function readText(file: string): Promise<string> {
	const bytes = await readFile(file).catch((error: unknown) => {
		throw new DayFault(m.day_file_unreadable({ file, detail: sentenceOf(error) }));
	});
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new DayFault(m.day_file_not_utf8({ file }));
	}
}

/** Written before the day begins too, so that no day is played for a file that cannot be kept. */
async function writeOut(file: string, text: string): Promise<void> {
	await writeFile(file, text).catch((error: unknown) => {
		throw new DayFault(m.day_out_unwritable({ file, detail: sentenceOf(error) }));
	});
}

function rowReason(reason: RowRefusal): string {
	switch (reason) {
		case 'field-count':
			return m.day_reason_field_count();
		case 'unknown-theme':
			return m.day_reason_unknown_theme();
		case 'unknown-round':
			return m.day_reason_unknown_round();
		case 'text-empty':
			return m.day_reason_text_empty();
		case 'text-too-long':
			return m.day_reason_text_too_long();
		default:
			return m.day_reason_csv();
	}
}

/** @throws DayFault when a card is missing, doubled or changed */
function check(played: PlayedDay): IntakeRecord {
	const parsed = parseRecord(played.recordJson);
	if (!parsed.ok) throw new DayFault(m.day_record_invalid({ ...parsed.problem }));
	const wrong = differences(played.posted, parsed.record);
	const told = wrong.slice(0, DIFFERENCES_TOLD).map((difference) => m.day_different({ ...difference }));
	if (wrong.length > 0) throw new DayFault(told.join('\n'));
	return parsed.record;
}

async function playOn(
	server: { readonly url: string; readonly link: string },
	day: DayArguments
): Promise<void> {
	const { cards, refused, otherTheme } = await readCards(day);
	await writeOut(day.outFile, '');
	const played = await playDay({
		...server,
		cards,
		participants: day.participants,
		theme: day.theme,
		onStage: (round, stage) => say(m.day_stage({ round: roundName(round.kind), stage: stageName(stage) }))
	});
	await writeOut(day.outFile, played.recordJson);
	const record = check(played);
	const all = [
		...refused,
		...played.refused.map(({ line, reason }) => ({ line, reason: rejectionText(reason) }))
	];
	for (const { line, reason } of all.toSorted((a, b) => a.line - b.line))
		say(m.day_refused({ line, reason }));
	if (otherTheme > 0) say(m.day_other_theme({ count: otherTheme }));
	if (day.server) say(m.day_session({ url: `${server.url}/sessies/${played.sessionId}` }));
	say(m.day_written({ file: day.outFile }));
	say(m.day_done({ inRecord: record.cards.length, refused: all.length }));
}

async function play(day: DayArguments): Promise<void> {
	if (day.server) return playOn(day.server, day);
	const own = await startOwnServer();
	try {
		await playOn({ url: own.url, link: own.organiserLink }, day);
	} finally {
		await own.stop();
	}
}

async function main(): Promise<number> {
	const parsed = parseDayArguments(process.argv.slice(2), process.env);
	switch (parsed.kind) {
		case 'help':
			say(m.day_usage());
			return 0;
		case 'wrong':
			process.stderr.write(`${parsed.sentence}\n`);
			return EXIT_WRONG_ARGUMENTS;
		case 'play':
			try {
				await play(parsed.day);
				return 0;
			} catch (error) {
				const sentence =
					error instanceof DayFault ? error.message : m.day_failed({ detail: sentenceOf(error) });
				process.stderr.write(`${sentence}\n`);
				return EXIT_FAILED;
			}
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main();
