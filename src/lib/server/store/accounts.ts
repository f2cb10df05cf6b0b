/**
 * `organiser`: every worksession and the accounts. `facilitator`: the worksessions that they made, were given or took over.
 * `guest`: somebody without an account who took over a worksession by its code; gone with their last sign-in.
 */
export type Role = 'organiser' | 'facilitator' | 'guest';
/** What an account can be made into by hand. */
export type AccountRole = Exclude<Role, 'guest'>;

export interface Account {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly createdAt: number;
}

export interface SignIn {
	readonly tokenHash: string;
	readonly accountId: string;
	readonly expiresAt: number;
}

/** Somebody who may make an account by a link. */
export interface Invitee {
	readonly name: string;
	readonly role: AccountRole;
}

/** A one-time link: for an account that is there, for an invitee, or, when both are null, for the organiser at the terminal. */
export interface SignInLink {
	readonly tokenHash: string;
	readonly expiresAt: number;
	readonly accountId: string | null;
	readonly invitee: Invitee | null;
}

/** A link that somebody was sent and has not used. */
export interface OpenInvitation extends Invitee {
	readonly tokenHash: string;
	readonly expiresAt: number;
}

export type AccountChange = 'changed' | 'last-organiser' | 'unknown-account';

/** Accounts, how they sign in, and which worksessions are theirs. Times are epoch milliseconds. */
export interface AccountStore {
	/** All accounts, guests too, oldest first. */
	accounts(): Promise<readonly Account[]>;
	/** A new account with its first sign-in, together or not at all. */
	addAccount(account: Account, firstSignIn: SignIn): Promise<void>;
	/** `'last-organiser'` when nobody would be left who can give roles; then nothing changes. */
	setRole(accountId: string, role: AccountRole): Promise<AccountChange>;
	/** Removes an account with its sign-ins and links; refuses as `setRole` does. */
	removeAccount(accountId: string): Promise<AccountChange>;

	addSignInLink(link: SignInLink): Promise<void>;
	/** Uses up a link: given exactly once, and only before it expires. */
	useSignInLink(tokenHash: string, now: number): Promise<SignInLink | null>;
	/** Invitations that still work, the first to expire first. */
	invitations(now: number): Promise<readonly OpenInvitation[]>;
	withdrawSignInLink(tokenHash: string): Promise<void>;

	addSignIn(signIn: SignIn): Promise<void>;
	/** The account of a sign-in that has not expired, or null. */
	accountBySignIn(tokenHash: string, now: number): Promise<Account | null>;
	endSignIn(tokenHash: string): Promise<void>;

	/** From now on this worksession is also this account's; once is enough. Rejects when either is not there. */
	addFacilitator(sessionId: string, accountId: string, since: number): Promise<void>;
	/** The worksessions of an account, in no order. An organiser reaches the others too; that is not written here. */
	sessionIdsOf(accountId: string): Promise<ReadonlySet<string>>;

	/** Deletes links, sign-ins and guests whose time is over. */
	removeExpired(now: number): Promise<void>;
}

/** The one place for the rule that somebody can always give roles; asked inside the transaction that would break it. */
export function isLastOrganiser(accounts: readonly Account[], accountId: string): boolean {
	const organisers = accounts.filter(({ role }) => role === 'organiser');
	return organisers.length === 1 && organisers[0]?.id === accountId;
}
