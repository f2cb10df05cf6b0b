import type { Account, Store } from '../store/store.ts';
import type { System } from '../system.ts';
import { hashOf, newToken } from './tokens.ts';

/** A link from the terminal is for whoever sits at it, now. */
const LINK_MS_MAX = 12 * 60 * 60_000;
const SIGN_IN_MS_MAX = 30 * 24 * 60 * 60_000;

/** Cookie of a facilitator or organiser. */
export const SIGN_IN_COOKIE = 'waaier_inlog';
export const SIGN_IN_SECONDS = SIGN_IN_MS_MAX / 1000;

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
			expiresAt: this.#system.now() + LINK_MS_MAX
		});
		return token;
	}

	/** Uses up a link and gives the secret for the cookie; null when the link was used, has expired or never was. */
	async useLink(token: string, name: string): Promise<string | null> {
		const now = this.#system.now();
		if (!(await this.#store.useSignInLink(hashOf(token), now))) return null;
		const account = (await this.#store.firstAccount()) ?? (await this.#addAccount(name, now));
		const secret = newToken();
		await this.#store.addSignIn({
			tokenHash: hashOf(secret),
			accountId: account.id,
			expiresAt: now + SIGN_IN_MS_MAX
		});
		return secret;
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
		return (await this.#store.accountCount()) > 0;
	}

	async #addAccount(name: string, now: number): Promise<Account> {
		const account = { id: this.#system.newId(), name, createdAt: now };
		await this.#store.addAccount(account);
		return account;
	}
}
