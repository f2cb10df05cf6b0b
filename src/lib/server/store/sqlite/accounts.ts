import { and, asc, eq, gt, isNotNull, lte, notExists } from 'drizzle-orm';
import { isLastOrganiser, type AccountChange, type AccountStore } from '../accounts.ts';
import { promised } from '../promised.ts';
import type { Queries } from './queries.ts';
import { account, deviceLink, sessionFacilitator, signIn, signInLink, validationLink } from './schema.ts';

/** Accounts, how they sign in, and which worksessions are theirs. */
export function accounts(queries: Queries, noteWrite: () => void): AccountStore {
	const written = <T>(work: () => T): Promise<T> =>
		promised(() => {
			const result = queries.transaction(work, { behavior: 'immediate' });
			noteWrite();
			return result;
		});

	return {
		accounts: () => promised(() => allAccounts(queries)),
		addAccount: (row, firstSignIn) =>
			written(() => {
				queries.insert(account).values(row).run();
				queries.insert(signIn).values(firstSignIn).run();
			}),
		setRole: (id, role) =>
			written(() => {
				if (role !== 'organiser' && isLastOrganiser(allAccounts(queries), id)) return 'last-organiser';
				return changed(queries.update(account).set({ role }).where(eq(account.id, id)).run());
			}),
		removeAccount: (id) =>
			written(() => {
				if (isLastOrganiser(allAccounts(queries), id)) return 'last-organiser';
				return changed(queries.delete(account).where(eq(account.id, id)).run());
			}),
		addSignInLink: (row) => written(() => void queries.insert(signInLink).values(row).run()),
		useSignInLink: (tokenHash, now) => written(() => useSignInLink(queries, tokenHash, now)),
		invitations: (now) => promised(() => invitations(queries, now)),
		withdrawSignInLink: (tokenHash) =>
			written(() => void queries.delete(signInLink).where(eq(signInLink.tokenHash, tokenHash)).run()),
		addSignIn: (row) => written(() => void queries.insert(signIn).values(row).run()),
		accountBySignIn: (tokenHash, now) => promised(() => accountBySignIn(queries, tokenHash, now)),
		endSignIn: (tokenHash) =>
			written(() => void queries.delete(signIn).where(eq(signIn.tokenHash, tokenHash)).run()),
		addFacilitator: (sessionId, accountId, since) =>
			written(() => {
				const row = { sessionId, accountId, since };
				queries.insert(sessionFacilitator).values(row).onConflictDoNothing().run();
			}),
		sessionIdsOf: (accountId) => promised(() => sessionIdsOf(queries, accountId)),
		removeExpired: (now) => written(() => removeExpired(queries, now))
	};
}

const accountColumns = {
	id: account.id,
	name: account.name,
	role: account.role,
	createdAt: account.createdAt
};

function allAccounts(queries: Queries) {
	return queries.select(accountColumns).from(account).orderBy(asc(account.createdAt), asc(account.id)).all();
}

function changed({ changes }: { readonly changes: number }): AccountChange {
	return changes === 1 ? 'changed' : 'unknown-account';
}

/** Removing it is using it: of two that come at once, one statement finds the row. */
function useSignInLink(queries: Queries, tokenHash: string, now: number) {
	const isValid = and(eq(signInLink.tokenHash, tokenHash), gt(signInLink.expiresAt, now));
	return queries.delete(signInLink).where(isValid).returning().get() ?? null;
}

function invitations(queries: Queries, now: number) {
	return queries
		.select()
		.from(signInLink)
		.where(and(isNotNull(signInLink.invitee), gt(signInLink.expiresAt, now)))
		.orderBy(asc(signInLink.expiresAt), asc(signInLink.tokenHash))
		.all()
		.flatMap(({ tokenHash, expiresAt, invitee }) => (invitee ? [{ tokenHash, expiresAt, ...invitee }] : []));
}

function accountBySignIn(queries: Queries, tokenHash: string, now: number) {
	return (
		queries
			.select(accountColumns)
			.from(signIn)
			.innerJoin(account, eq(account.id, signIn.accountId))
			.where(and(eq(signIn.tokenHash, tokenHash), gt(signIn.expiresAt, now)))
			.get() ?? null
	);
}

function sessionIdsOf(queries: Queries, accountId: string): ReadonlySet<string> {
	const rows = queries
		.select({ id: sessionFacilitator.sessionId })
		.from(sessionFacilitator)
		.where(eq(sessionFacilitator.accountId, accountId))
		.all();
	return new Set(rows.map(({ id }) => id));
}

function removeExpired(queries: Queries, now: number): void {
	for (const table of [signInLink, signIn, deviceLink, validationLink])
		queries.delete(table).where(lte(table.expiresAt, now)).run();
	const ownSignIns = queries
		.select({ tokenHash: signIn.tokenHash })
		.from(signIn)
		.where(eq(signIn.accountId, account.id));
	queries
		.delete(account)
		.where(and(eq(account.role, 'guest'), notExists(ownSignIns)))
		.run();
}
