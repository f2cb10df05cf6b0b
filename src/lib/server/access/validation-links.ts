import type { Store, ValidationLink } from '../store/store.ts';
import type { System } from '../system.ts';
import { hashOf, newToken } from './tokens.ts';

/** A month: time to ask around, and to read afterwards what was done with it. */
const VALIDATION_LINK_MS_MAX = 30 * 24 * 60 * 60_000;

/** Links by which a municipality says what it thinks of what it brought in, without an account. */
export class ValidationLinks {
	readonly #store: Store;
	readonly #system: System;

	constructor(store: Store, system: System) {
		this.#store = store;
		this.#system = system;
	}

	/** The secret of a new link; the one that this municipality had works no more. */
	async make(sessionId: string, municipality: string): Promise<string> {
		const token = newToken();
		const expiresAt = this.#system.now() + VALIDATION_LINK_MS_MAX;
		await this.#store.saveValidationLink({ tokenHash: hashOf(token), sessionId, municipality, expiresAt });
		return token;
	}

	/** What a link opens; null when it has expired, was replaced or never was. */
	owner(token: string): Promise<ValidationLink | null> {
		return this.#store.validationLink(hashOf(token), this.#system.now());
	}
}
