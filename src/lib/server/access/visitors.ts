import type { Actor } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { PROTOCOL_VERSION, type Hello, type Refusal } from '#lib/protocol/messages.ts';
import type { Account, Store } from '../store/store.ts';
import { sha256 } from '../system.ts';
import type { Identity } from '../viewers.ts';
import { reachOf } from './rights.ts';
import { SIGN_IN_COOKIE, type SignIns } from './sign-ins.ts';
import { hashOf } from './tokens.ts';

/** Somebody admitted to one worksession, in the one role that their cookie gives them. */
export interface Visitor {
	readonly sessionId: string;
	readonly audience: Audience;
	/** Null for a screen, which acts never. */
	readonly actor: Actor | null;
	/** Null for whoever has no own view. */
	readonly identity: Identity | null;
	/** What other facilitators call this one; null for everybody else. */
	readonly facilitatorName: string | null;
}

export type Cookies = (name: string) => string | undefined;

/** Cookie of a participant in one worksession. */
export function participationCookie(sessionId: string): string {
	return `waaier_deelname_${sessionId}`;
}

/** Cookie of a screen that came in by its link. */
export function screenCookie(sessionId: string): string {
	return `waaier_scherm_${sessionId}`;
}

/** Says who a request or connection is. Every audience has its own way in, and unknown means nobody. */
export class Visitors {
	readonly #store: Store;
	readonly #signIns: SignIns;

	constructor(store: Store, signIns: SignIns) {
		this.#store = store;
		this.#signIns = signIns;
	}

	async admit(hello: Hello, cookies: Cookies): Promise<Visitor | Refusal> {
		if (hello.protocol !== PROTOCOL_VERSION) return 'protocol';
		switch (hello.audience) {
			case 'facilitator':
				return this.facilitator(hello.sessionId, cookies);
			case 'participant': {
				const token = hello.token ?? cookies(participationCookie(hello.sessionId));
				return this.participant(hello.sessionId, token, hello.authorKey);
			}
			case 'screen':
				return this.screen(hello.sessionId, cookies);
		}
	}

	async facilitator(sessionId: string, cookies: Cookies): Promise<Visitor | Refusal> {
		const account = await this.#signIns.account(cookies(SIGN_IN_COOKIE));
		if (!account) return 'not-signed-in';
		if (!(await this.#reaches(account, sessionId))) return 'unknown-worksession';
		const actor = { role: 'facilitator', accountId: account.id } as const;
		return { sessionId, audience: 'facilitator', actor, identity: null, facilitatorName: account.name };
	}

	async participant(
		sessionId: string,
		token: string | undefined,
		authorKey: string | null
	): Promise<Visitor | Refusal> {
		const known = token && (await this.#store.participationByToken(hashOf(token)));
		if (!known || known.sessionId !== sessionId) return 'not-joined';
		const { participationId } = known;
		const actor = { role: 'participant', participationId } as const;
		return {
			sessionId,
			audience: 'participant',
			actor,
			identity: identityOf(participationId, authorKey),
			facilitatorName: null
		};
	}

	/** A screen comes in by its own link, or on the laptop of a facilitator of this worksession. */
	async screen(sessionId: string, cookies: Cookies): Promise<Visitor | Refusal> {
		const token = cookies(screenCookie(sessionId));
		const bySession = token && (await this.#store.sessionIdByScreenToken(hashOf(token)));
		const isAdmitted = bySession === sessionId || (await this.#isFacilitator(sessionId, cookies));
		return isAdmitted
			? { sessionId, audience: 'screen', actor: null, identity: null, facilitatorName: null }
			: 'not-signed-in';
	}

	async #isFacilitator(sessionId: string, cookies: Cookies): Promise<boolean> {
		const account = await this.#signIns.account(cookies(SIGN_IN_COOKIE));
		return account !== null && this.#reaches(account, sessionId);
	}

	async #reaches(account: Account, sessionId: string): Promise<boolean> {
		return (await reachOf(this.#store, account))(sessionId);
	}
}

/** Why a participant whose secret is right may not come in all the same: they were sent away, or are no more. */
export function refusalOf(
	{ participations, removed }: Pick<Worksession, 'participations' | 'removed'>,
	{ identity }: Visitor
): Refusal | null {
	if (!identity || own(participations, identity.participationId)) return null;
	return own(removed, identity.participationId) ? 'sent-away' : 'not-joined';
}

/** Hashes are remembered per connection's identity: a room of a thousand anonymous cards asks for each again and again. */
function identityOf(participationId: string, authorKey: string | null): Identity {
	const proofs = new Map<string, string>();
	const proofOf = (draftId: string): string | null => {
		if (authorKey === null) return null;
		const proof = proofs.get(draftId) ?? sha256(`${authorKey}:${draftId}`);
		proofs.set(draftId, proof);
		return proof;
	};
	const browser = authorKey === null ? '' : sha256(`browser:${authorKey}`).slice(0, 16);
	return { key: `${participationId}/${browser}`, participationId, proofOf };
}

/** Reads cookies from a header; values are ours and hold nothing that needs decoding. */
export function cookiesOf(header: string | undefined): Cookies {
	const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
	const values = new Map(pairs.map(([name, value]) => [name, value]));
	return (name) => values.get(name);
}
