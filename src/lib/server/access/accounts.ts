import { NAME_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import type {
	Account,
	AccountChange,
	AccountRole,
	OpenInvitation,
	SignInLink,
	Store
} from '../store/store.ts';
import type { System } from '../system.ts';
import { hashOf, newToken } from './tokens.ts';

/** An invitation goes by mail or by hand, and waits until somebody has time. */
const INVITATION_MS_MAX = 7 * 24 * 60 * 60_000;

/** Of somebody who can come back; a guest cannot. */
export interface OwnAccount extends Account {
	readonly role: AccountRole;
}

export type NameFault = 'name-empty' | 'name-too-long';

export type InviteOutcome =
	| { readonly ok: true; readonly name: string; readonly token: string }
	| { readonly ok: false; readonly fault: NameFault };

/** Why a name cannot be shown to others; null when it can. */
export function nameFault(name: string): NameFault | null {
	if (name === '') return 'name-empty';
	return lengthOf(name) > NAME_LENGTH_MAX ? 'name-too-long' : null;
}

/** Who has an account, who was invited, and who may what. Whether the asker may know or change it is asked before. */
export class Accounts {
	readonly #store: Store;
	readonly #system: System;
	readonly #endConnections: (accountId: string) => void;

	/** `endConnections` drops what an account has open, so that its browsers ask anew what they may. */
	constructor(parts: { store: Store; system: System; endConnections: (accountId: string) => void }) {
		this.#store = parts.store;
		this.#system = parts.system;
		this.#endConnections = parts.endConnections;
	}

	/** Everybody with an account of their own, oldest first; guests have none. */
	async list(): Promise<readonly OwnAccount[]> {
		return (await this.#store.accounts()).filter(
			(account): account is OwnAccount => account.role !== 'guest'
		);
	}

	invitations(): Promise<readonly OpenInvitation[]> {
		return this.#store.invitations(this.#system.now());
	}

	/** The secret of a link that makes an account with this name and role, once. */
	async invite(typed: string, role: AccountRole): Promise<InviteOutcome> {
		const name = typed.trim();
		const fault = nameFault(name);
		if (fault) return { ok: false, fault };
		return { ok: true, name, token: await this.#newLink({ accountId: null, invitee: { name, role } }) };
	}

	/** The secret of a link by which an account signs in once more; null when there is no such account. */
	async linkFor(accountId: string): Promise<{ readonly name: string; readonly token: string } | null> {
		const account = (await this.list()).find(({ id }) => id === accountId);
		if (!account) return null;
		return { name: account.name, token: await this.#newLink({ accountId, invitee: null }) };
	}

	withdraw(tokenHash: string): Promise<void> {
		return this.#store.withdrawSignInLink(tokenHash);
	}

	async setRole(accountId: string, role: AccountRole): Promise<AccountChange> {
		return this.#changed(accountId, await this.#store.setRole(accountId, role));
	}

	async remove(accountId: string): Promise<AccountChange> {
		return this.#changed(accountId, await this.#store.removeAccount(accountId));
	}

	#changed(accountId: string, change: AccountChange): AccountChange {
		if (change === 'changed') this.#endConnections(accountId);
		return change;
	}

	async #newLink(forWhom: Pick<SignInLink, 'accountId' | 'invitee'>): Promise<string> {
		const token = newToken();
		const expiresAt = this.#system.now() + INVITATION_MS_MAX;
		await this.#store.addSignInLink({ tokenHash: hashOf(token), expiresAt, ...forWhom });
		return token;
	}
}
