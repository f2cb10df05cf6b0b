import type { Account, SignIn, Store } from '../store/store.ts';
import type { System } from '../system.ts';
import { hashOf, newToken } from './tokens.ts';

/** A link from the terminal is for whoever sits at it, now. */
const LINK_MS_MAX = 12 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const SIGN_IN_MS_MAX = 30 * DAY_MS;
/** A guest leads today and is gone tomorrow. */
const GUEST_MS_MAX = DAY_MS;

/** Cookie of a facilitator or organiser. */
export const SIGN_IN_COOKIE = 'waaier_inlog';
export const SIGN_IN_SECONDS = SIGN_IN_MS_MAX / 1000;
export const GUEST_SECONDS = GUEST_MS_MAX / 1000;

/** Signing in by one-time links. Tokens are stored as hashes only. */
export class SignIns {
	readonly #store: Store;
	readonly #system: System;

	constructor(store: Store, system: System) {
		this.#store = store;
		this.#system = system;
	}

	/** The secret of a new one-time link. */
	async newLink(): Promise<string> {
		const token = newToken();
		await this.#store.addSignInLink({
			tokenHash: hashOf(token),
			expiresAt: this.#system.now() + LINK_MS_MAX,
			accountId: null,
			invitee: null
		});
		return token;
	}

	/**
	 * Uses up a link and gives the secret for the cookie; null when the link was used, has expired or never was.
	 * @param name of the very first organiser; everybody else has one already
	 */
	async useLink(token: string, name: string): Promise<string | null> {
		const link = await this.#store.useSignInLink(hashOf(token), this.#system.now());
		if (!link) return null;
		if (link.accountId !== null) return this.#signIn(link.accountId);
		if (link.invitee) return this.#signInNew(link.invitee);
		const organiser = await this.#firstOrganiser();
		return organiser ? this.#signIn(organiser.id) : this.#signInNew({ name, role: 'organiser' });
	}

	/** Signs in somebody without an account; gives the secret for the cookie, and who they are until it expires. */
	async signInGuest(name: string): Promise<{ readonly secret: string; readonly accountId: string }> {
		const accountId = this.#system.newId();
		const { secret, signIn } = this.#newSignIn(accountId, GUEST_MS_MAX);
		const createdAt = this.#system.now();
		await this.#store.addAccount({ id: accountId, name, role: 'guest', createdAt }, signIn);
		return { secret, accountId };
	}

	/** Whose cookie this is, or null. */
	account(secret: string | undefined): Promise<Account | null> {
		if (!secret) return Promise.resolve(null);
		return this.#store.accountBySignIn(hashOf(secret), this.#system.now());
	}

	end(secret: string): Promise<void> {
		return this.#store.endSignIn(hashOf(secret));
	}

	/** Whether somebody has signed in before; then a link does not ask for a name. */
	async hasAccount(): Promise<boolean> {
		return (await this.#firstOrganiser()) !== undefined;
	}

	async #firstOrganiser(): Promise<Account | undefined> {
		return (await this.#store.accounts()).find(({ role }) => role === 'organiser');
	}

	async #signIn(accountId: string): Promise<string> {
		const { secret, signIn } = this.#newSignIn(accountId);
		await this.#store.addSignIn(signIn);
		return secret;
	}

	async #signInNew({ name, role }: Pick<Account, 'name' | 'role'>): Promise<string> {
		const account = { id: this.#system.newId(), name, role, createdAt: this.#system.now() };
		const { secret, signIn } = this.#newSignIn(account.id);
		await this.#store.addAccount(account, signIn);
		return secret;
	}

	#newSignIn(
		accountId: string,
		msMax = SIGN_IN_MS_MAX
	): { readonly secret: string; readonly signIn: SignIn } {
		const secret = newToken();
		const expiresAt = this.#system.now() + msMax;
		return { secret, signIn: { tokenHash: hashOf(secret), accountId, expiresAt } };
	}
}
