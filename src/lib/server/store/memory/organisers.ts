import { promised } from '../promised.ts';
import type { Account, Programme, SignIn, Store } from '../store.ts';

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
export function memoryOrganisers(): Organisers {
	let programme: Programme | null = null;
	const accounts = new Map<string, Account>();
	const linkExpiries = new Map<string, number>();
	const signIns = new Map<string, SignIn>();

	return {
		programme: () => promised(() => programme && { ...programme }),
		saveProgramme: (saved) =>
			promised(() => {
				programme = { ...saved };
			}),
		accountCount: () => promised(() => accounts.size),
		addAccount: (account) => promised(() => addNew(accounts, account.id, { ...account })),
		addSignInLink: ({ tokenHash, expiresAt }) => promised(() => addNew(linkExpiries, tokenHash, expiresAt)),
		useSignInLink: (tokenHash, now) =>
			promised(() => (linkExpiries.get(tokenHash) ?? 0) > now && linkExpiries.delete(tokenHash)),
		addSignIn: (signIn) =>
			promised(() => {
				if (!accounts.has(signIn.accountId)) throw new Error('A sign-in belongs to an account');
				addNew(signIns, signIn.tokenHash, { ...signIn });
			}),
		accountBySignIn: (tokenHash, now) =>
			promised(() => {
				const signIn = signIns.get(tokenHash);
				const account = signIn && signIn.expiresAt > now ? accounts.get(signIn.accountId) : undefined;
				return account ? { ...account } : null;
			}),
		endSignIn: (tokenHash) => promised(() => void signIns.delete(tokenHash)),
		firstAccount: () => promised(() => [...accounts.values()].sort(byCreation)[0] ?? null)
	};
}

function addNew<T>(to: Map<string, T>, key: string, value: T): void {
	if (to.has(key)) throw new Error('This id or token is in use already');
	to.set(key, value);
}

const byCreation = (one: Account, other: Account): number =>
	one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
