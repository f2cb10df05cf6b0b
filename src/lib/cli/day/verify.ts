import { ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { CardFromFile } from '#lib/export/cards-csv.ts';

/** A text of a round that stands in the record another number of times than in the file. */
export interface Difference {
	readonly round: string;
	readonly text: string;
	readonly inFile: number;
	readonly inRecord: number;
}

/** Where a record differs from the cards that should stand in it, each exactly once and with its exact text; empty when nowhere. */
export function differences(
	cards: readonly Pick<CardFromFile, 'round' | 'text'>[],
	record: Pick<IntakeRecord, 'rounds' | 'cards'>
): readonly Difference[] {
	const roundTypes = new Map(record.rounds.map(({ id, type }) => [id, type]));
	const inFile = counted(cards.map(({ round, text }) => keyOf(ROUND_CODES[round], text)));
	const inRecord = counted(record.cards.map(({ round, text }) => keyOf(roundTypes.get(round) ?? '', text)));
	return [...new Set([...inFile.keys(), ...inRecord.keys()])].flatMap((key) => {
		const difference = { inFile: inFile.get(key) ?? 0, inRecord: inRecord.get(key) ?? 0 };
		if (difference.inFile === difference.inRecord) return [];
		const [round, text] = JSON.parse(key) as [string, string];
		return [{ round, text, ...difference }];
	});
}

function keyOf(round: string, text: string): string {
	return JSON.stringify([round, text]);
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}
