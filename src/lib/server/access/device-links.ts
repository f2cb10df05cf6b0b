import type { ParticipationKey, Store } from '../store/store.ts';
import type { System } from '../system.ts';
import { hashOf, newToken } from './tokens.ts';

/** Long enough to walk to the laptop, short enough that a photo of the code is of no use after the break. */
export const DEVICE_LINK_MS_MAX = 15 * 60_000;

/** One-time links by which a participant goes on with another device, as the same person. The device they came from stays. */
export class DeviceLinks {
	readonly #store: Store;
	readonly #system: System;

	constructor(store: Store, system: System) {
		this.#store = store;
		this.#system = system;
	}

	/** The secret of a new link. */
	async make({ sessionId, participationId }: ParticipationKey): Promise<string> {
		const token = newToken();
		const expiresAt = this.#system.now() + DEVICE_LINK_MS_MAX;
		await this.#store.addDeviceLink({ tokenHash: hashOf(token), sessionId, participationId, expiresAt });
		return token;
	}

	/** Whom a link lets in; null when it was used, has expired or never was. */
	owner(token: string): Promise<ParticipationKey | null> {
		return this.#store.deviceLinkOwner(hashOf(token), this.#system.now());
	}

	/** Uses up a link and gives the secret for the cookie of this device; null when it was used, has expired or never was. */
	async use(token: string): Promise<(ParticipationKey & { readonly secret: string }) | null> {
		const secret = newToken();
		const key = await this.#store.useDeviceLink(hashOf(token), hashOf(secret), this.#system.now());
		return key && { ...key, secret };
	}
}
