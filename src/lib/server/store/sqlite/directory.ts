import { asc, eq, sql } from 'drizzle-orm';
import type { Store } from '../store.ts';
import { promised } from '../promised.ts';
import type { Queries } from './queries.ts';
import { fixedRecord, person, worksession } from './schema.ts';

type Directory = Pick<
	Store,
	| 'people'
	| 'participationByToken'
	| 'sessionIdByCode'
	| 'sessionIdByScreenToken'
	| 'worksessions'
	| 'worksession'
	| 'removeWorksession'
	| 'fixedRecord'
>;

/** Everything of a worksession but the hash that opens its screen. */
const row = {
	id: worksession.id,
	code: worksession.code,
	isTrial: worksession.isTrial,
	createdAt: worksession.createdAt,
	version: worksession.version,
	summary: worksession.summary
};

const plannedDate = sql`json_extract(${worksession.summary}, '$.facts.date')`;

/** Which worksessions there are, who joined them and what was fixed of them. */
export function directory(queries: Queries, noteWrite: () => void): Directory {
	const byToken = prepareParticipationByToken(queries);
	const byCode = prepareIdBy(queries, worksession.code);
	const byScreenToken = prepareIdBy(queries, worksession.screenTokenHash);

	return {
		people: (sessionId) =>
			promised(() =>
				queries
					.select({ participationId: person.participationId, name: person.name })
					.from(person)
					.where(eq(person.sessionId, sessionId))
					.orderBy(sql`rowid`)
					.all()
			),
		participationByToken: (tokenHash) => promised(() => byToken.get({ tokenHash }) ?? null),
		sessionIdByCode: (code) => promised(() => byCode.get({ key: code })?.id ?? null),
		sessionIdByScreenToken: (tokenHash) => promised(() => byScreenToken.get({ key: tokenHash })?.id ?? null),
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
		fixedRecord: (sessionId) => promised(() => fixedRecordOf(queries, sessionId))
	};
}

function prepareParticipationByToken(queries: Queries) {
	return queries
		.select({ sessionId: person.sessionId, participationId: person.participationId })
		.from(person)
		.where(eq(person.tokenHash, sql.placeholder('tokenHash')))
		.prepare();
}

function prepareIdBy(queries: Queries, column: typeof worksession.code | typeof worksession.screenTokenHash) {
	return queries
		.select({ id: worksession.id })
		.from(worksession)
		.where(eq(column, sql.placeholder('key')))
		.prepare();
}

function fixedRecordOf(queries: Queries, sessionId: string) {
	const { version, json, sha256, fixedAt } = fixedRecord;
	const columns = { version, json, sha256, fixedAt };
	return queries.select(columns).from(fixedRecord).where(eq(fixedRecord.sessionId, sessionId)).get() ?? null;
}
