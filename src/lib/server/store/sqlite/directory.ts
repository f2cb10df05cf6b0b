import { and, asc, eq, sql } from 'drizzle-orm';
import type { Store } from '../store.ts';
import { promised } from '../promised.ts';
import type { Queries } from './queries.ts';
import { earlierRecord, fixedRecord, worksession } from './schema.ts';

type Directory = Pick<
	Store,
	| 'sessionIdByCode'
	| 'sessionIdByScreenToken'
	| 'sessionIdByTakeOver'
	| 'renewTakeOver'
	| 'worksessions'
	| 'worksession'
	| 'removeWorksession'
	| 'fixedRecord'
	| 'earlierRecords'
>;

/** Everything of a worksession but the hashes that open its screen and its regie. */
const row = {
	id: worksession.id,
	code: worksession.code,
	isTrial: worksession.isTrial,
	createdAt: worksession.createdAt,
	version: worksession.version,
	takeOverGeneration: worksession.takeOverGeneration,
	summary: worksession.summary
};

const plannedDate = sql`json_extract(${worksession.summary}, '$.facts.date')`;

/** Which worksessions there are, their ways in and what was fixed of them. */
export function directory(queries: Queries, noteWrite: () => void): Directory {
	const byCode = prepareIdBy(queries, worksession.code);
	const byScreenToken = prepareIdBy(queries, worksession.screenTokenHash);
	const byTakeOver = prepareIdBy(queries, worksession.takeOverHash);

	return {
		sessionIdByCode: (code) => promised(() => byCode.get({ key: code })?.id ?? null),
		sessionIdByScreenToken: (tokenHash) => promised(() => byScreenToken.get({ key: tokenHash })?.id ?? null),
		sessionIdByTakeOver: (codeHash) => promised(() => byTakeOver.get({ key: codeHash })?.id ?? null),
		renewTakeOver: (sessionId, generation, codeHash) =>
			promised(() => {
				const isRenewed = renewTakeOver(queries, sessionId, generation, codeHash);
				noteWrite();
				return isRenewed;
			}),
		worksessions: () =>
			promised(() =>
				queries
					.select(row)
					.from(worksession)
					.orderBy(sql`${plannedDate} DESC NULLS LAST`, asc(worksession.createdAt), asc(worksession.id))
					.all()
			),
		worksession: (id) =>
			promised(() => queries.select(row).from(worksession).where(eq(worksession.id, id)).get() ?? null),
		removeWorksession: (id) =>
			promised(() => {
				queries.delete(worksession).where(eq(worksession.id, id)).run();
				noteWrite();
			}),
		fixedRecord: (sessionId) => promised(() => fixedRecordOf(queries, sessionId)),
		earlierRecords: (sessionId) => promised(() => earlierRecordsOf(queries, sessionId))
	};
}

type WayIn = 'code' | 'screenTokenHash' | 'takeOverHash';

function prepareIdBy(queries: Queries, column: (typeof worksession)[WayIn]) {
	return queries
		.select({ id: worksession.id })
		.from(worksession)
		.where(eq(column, sql.placeholder('key')))
		.prepare();
}

/** Of two who renew at once one finds the generation before theirs. */
function renewTakeOver(queries: Queries, id: string, generation: number, codeHash: string): boolean {
	const isNext = and(eq(worksession.id, id), eq(worksession.takeOverGeneration, generation - 1));
	const values = { takeOverGeneration: generation, takeOverHash: codeHash };
	return queries.update(worksession).set(values).where(isNext).run().changes === 1;
}

function fixedRecordOf(queries: Queries, sessionId: string) {
	const { version, json, sha256, fixedAt, redactedAt } = fixedRecord;
	const columns = { version, json, sha256, fixedAt, redactedAt };
	return queries.select(columns).from(fixedRecord).where(eq(fixedRecord.sessionId, sessionId)).get() ?? null;
}

function earlierRecordsOf(queries: Queries, sessionId: string) {
	const { version, json, sha256, fixedAt, redactedAt } = earlierRecord;
	return queries
		.select({ version, json, sha256, fixedAt, redactedAt })
		.from(earlierRecord)
		.where(eq(earlierRecord.sessionId, sessionId))
		.orderBy(asc(version))
		.all();
}
