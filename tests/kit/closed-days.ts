import { GROUP_CODES } from '#lib/domain/record/record-codes.ts';
import { recordJson, type IntakeRecord } from '#lib/domain/record/record.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { GROUPS } from '#lib/domain/vocabulary.ts';
import { initialState } from '#lib/domain/worksession.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import type { Append, FixedRecord } from '#lib/server/store/store.ts';
import { sha256 } from '#lib/server/system.ts';
import { aCreation } from './appends.ts';

/** A record as it was fixed when its worksession closed. */
export function fixedOf(record: IntakeRecord): FixedRecord {
	const json = recordJson(record);
	return { version: 1, json, sha256: sha256(json), fixedAt: 1, redactedAt: null };
}

/** The first and last append of a worksession that is closed, of which only its record tells. */
export function aClosedDay(record: IntakeRecord): Append {
	const { id, isTrial, title, theme, group, date, place } = record.session;
	const known = summaryOf(initialState(id));
	const facts = {
		...known.facts,
		title,
		theme,
		group: GROUPS.find((code) => GROUP_CODES[code] === group) ?? 'mixed',
		date,
		place
	};
	const { people, municipalities } = record.participation;
	return aCreation(id, {
		creation: { code: `CODE-${id}`, screenTokenHash: `screen-${id}`, isTrial, madeBy: null },
		summary: {
			...known,
			facts,
			isTrial,
			doors: 'closed',
			peopleCount: people,
			cardCount: record.cards.length,
			municipalities: municipalities.map(({ code }) => code)
		},
		fixedRecord: fixedOf(record)
	});
}

/** Puts closed worksessions in the database of a server that does not run. */
export async function keepDays(dataDir: string, records: readonly IntakeRecord[]): Promise<void> {
	const store = await openSqliteStore({ dataDir });
	await store.append(records.map(aClosedDay));
	await store.close();
}
