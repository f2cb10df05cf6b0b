import {
	isLastOrganiser,
	type Account,
	type AccountStore,
	type SignIn,
	type SignInLink
} from '../accounts.ts';
import { promised } from '../promised.ts';
import { addNew } from './add-new.ts';
import { byCreation } from './by-creation.ts';
import type { KeptById } from './kept.ts';

export type AccountsById = Map<string, Account>;

/** Accounts, how they sign in, and which worksessions are theirs. */
export function memoryAccounts(kept: KeptById, accounts: AccountsById): AccountStore {
	const links = new Map<string, SignInLink>();
	const signIns = new Map<string, SignIn>();
	const all = () => [...accounts.values()].sort(byCreation);

	const addSignIn = (signIn: SignIn): void => {
		if (!accounts.has(signIn.accountId)) throw new Error('A sign-in belongs to an account');
		addNew(signIns, signIn.tokenHash, { ...signIn });
	};
	/** What a database does by its foreign keys. */
	const removeAccount = (id: string): void => {
		accounts.delete(id);
		deleteWhere(signIns, ({ accountId }) => accountId === id);
		deleteWhere(links, ({ accountId }) => accountId === id);
		for (const { facilitators } of kept.values()) facilitators.delete(id);
	};

	return {
		accounts: () => promised(all),
		addAccount: (account, firstSignIn) =>
			promised(() => {
				if (signIns.has(firstSignIn.tokenHash)) throw new Error('This id or token is in use already');
				if (firstSignIn.accountId !== account.id) throw new Error('A sign-in belongs to an account');
				addNew(accounts, account.id, { ...account });
				addSignIn(firstSignIn);
			}),
		setRole: (id, role) =>
			promised(() => {
				if (role !== 'organiser' && isLastOrganiser(all(), id)) return 'last-organiser';
				const account = accounts.get(id);
				if (!account) return 'unknown-account';
				accounts.set(id, { ...account, role });
				return 'changed';
			}),
		removeAccount: (id) =>
			promised(() => {
				if (isLastOrganiser(all(), id)) return 'last-organiser';
				if (!accounts.has(id)) return 'unknown-account';
				removeAccount(id);
				return 'changed';
			}),
		addSignInLink: (link) =>
			promised(() => {
				if (link.accountId !== null && !accounts.has(link.accountId))
					throw new Error('A link belongs to an account');
				addNew(links, link.tokenHash, structuredClone(link));
			}),
		useSignInLink: (tokenHash, now) =>
			promised(() => {
				const link = links.get(tokenHash);
				if (!link || link.expiresAt <= now) return null;
				links.delete(tokenHash);
				return link;
			}),
		invitations: (now) => promised(() => invitations([...links.values()], now)),
		withdrawSignInLink: (tokenHash) => promised(() => void links.delete(tokenHash)),
		addSignIn: (signIn) => promised(() => addSignIn(signIn)),
		accountBySignIn: (tokenHash, now) =>
			promised(() => {
				const signIn = signIns.get(tokenHash);
				const account = signIn && signIn.expiresAt > now ? accounts.get(signIn.accountId) : undefined;
				return account ? { ...account } : null;
			}),
		endSignIn: (tokenHash) => promised(() => void signIns.delete(tokenHash)),
		addFacilitator: (sessionId, accountId) =>
			promised(() => {
				const session = kept.get(sessionId);
				if (!session || !accounts.has(accountId)) throw new Error('A facilitator leads what is there');
				session.facilitators.add(accountId);
			}),
		sessionIdsOf: (accountId) =>
			promised(() => {
				const own = [...kept.values()].filter(({ facilitators }) => facilitators.has(accountId));
				return new Set(own.map(({ id }) => id));
			}),
		removeExpired: (now) =>
			promised(() => {
				const isOver = ({ expiresAt }: { readonly expiresAt: number }) => expiresAt <= now;
				deleteWhere(links, isOver);
				deleteWhere(signIns, isOver);
				for (const { deviceLinks, validationLinks } of kept.values()) {
					deleteWhere(deviceLinks, isOver);
					deleteWhere(validationLinks, isOver);
				}
				const signedIn = new Set([...signIns.values()].map(({ accountId }) => accountId));
				for (const { id, role } of all()) if (role === 'guest' && !signedIn.has(id)) removeAccount(id);
			})
	};
}

function invitations(links: readonly SignInLink[], now: number) {
	return links
		.filter(({ expiresAt }) => expiresAt > now)
		.sort((one, other) => one.expiresAt - other.expiresAt || (one.tokenHash < other.tokenHash ? -1 : 1))
		.flatMap(({ tokenHash, expiresAt, invitee }) => (invitee ? [{ tokenHash, expiresAt, ...invitee }] : []));
}

function deleteWhere<T>(from: Map<string, T>, isGone: (value: T) => boolean): void {
	for (const [key, value] of from) if (isGone(value)) from.delete(key);
}
