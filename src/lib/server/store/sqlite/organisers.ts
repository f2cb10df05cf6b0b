import { and, asc, count, eq, gt } from 'drizzle-orm';
import type { Store } from '../store.ts';
import { promised } from '../promised.ts';
import type { Queries } from './queries.ts';
import { account, programme, signIn, signInLink } from './schema.ts';

type Organisers = Pick<
	Store,
	| 'programme'
	| 'saveProgramme'
	| 'accountCount'
	| 'addAccount'
	| 'addSignInLink'
	| 'useSignInLink'
	| 'addSignIn'
	| 'accountBySignIn'
	| 'endSignIn'
	| 'firstAccount'
>;

/** The programme, and who may run it. */
export function organisers(queries: Queries, noteWrite: () => void): Organisers {
	const written = <T>(work: () => T): Promise<T> =>
		promised(() => {
			const result = work();
			noteWrite();
			return result;
		});

	return {
		programme: () => promised(() => queries.select().from(programme).get() ?? null),
		saveProgramme: (row) => written(() => saveProgramme(queries, row)),
		accountCount: () => promised(() => queries.select({ n: count() }).from(account).get()?.n ?? 0),
		addAccount: (row) => written(() => void queries.insert(account).values(row).run()),
		addSignInLink: (row) => written(() => void queries.insert(signInLink).values(row).run()),
		useSignInLink: (tokenHash, now) => written(() => useSignInLink(queries, tokenHash, now)),
		addSignIn: (row) => written(() => void queries.insert(signIn).values(row).run()),
		accountBySignIn: (tokenHash, now) => promised(() => accountBySignIn(queries, tokenHash, now)),
		endSignIn: (tokenHash) =>
			written(() => void queries.delete(signIn).where(eq(signIn.tokenHash, tokenHash)).run()),
		firstAccount: () =>
			promised(
				() => queries.select().from(account).orderBy(asc(account.createdAt), asc(account.id)).get() ?? null
			)
	};
}

/** There is one programme; saving it under another id replaces it. */
function saveProgramme(queries: Queries, row: typeof programme.$inferInsert): void {
	queries.transaction((tx) => {
		tx.delete(programme).run();
		tx.insert(programme).values(row).run();
	});
}

/** Removing it is using it: of two that come at once, one statement finds the row. */
function useSignInLink(queries: Queries, tokenHash: string, now: number): boolean {
	const isValid = and(eq(signInLink.tokenHash, tokenHash), gt(signInLink.expiresAt, now));
	return queries.delete(signInLink).where(isValid).run().changes === 1;
}

function accountBySignIn(queries: Queries, tokenHash: string, now: number) {
	return (
		queries
			.select({ id: account.id, name: account.name, createdAt: account.createdAt })
			.from(signIn)
			.innerJoin(account, eq(account.id, signIn.accountId))
			.where(and(eq(signIn.tokenHash, tokenHash), gt(signIn.expiresAt, now)))
			.get() ?? null
	);
}
