import { authorKeyOf } from '#lib/client/author-key.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Store } from '#lib/server/store/store.ts';
import { participationId, proofWith } from '../kit/worksession.ts';
import type { DeviceStorage } from '../kit/device-storage.ts';

export const SESSION = 'worksession';

/** Who leads, by account: the second takes over when the first is gone. */
const FACILITATORS: Readonly<Record<string, string>> = { facilitator: 'Femke', colleague: 'Marieke' };

/** A device in the room: whose it is when the day begins, and what it keeps. */
export interface Device {
	readonly who: string;
	readonly storage: DeviceStorage;
	/** Every yes this device was given: command id. */
	readonly accepted: Set<string>;
}

export function isFacilitator(who: string): boolean {
	return Object.hasOwn(FACILITATORS, who);
}

/** Hash of the secret in this person's cookie. */
export function tokenHashOf(who: string): string {
	return `token of ${who}`;
}

function facilitatorVisitor(who: string): Visitor {
	const actor = { role: 'facilitator', accountId: `account-${who}` } as const;
	const facilitatorName = FACILITATORS[who] ?? null;
	return { sessionId: SESSION, audience: 'facilitator', actor, identity: null, facilitatorName };
}

/** As whom a device comes in now: its cookie stays, and may have become that of somebody else. */
export async function visitorOf({ who, storage }: Device, store: Store): Promise<Visitor> {
	if (isFacilitator(who)) return facilitatorVisitor(who);
	if (who === 'screen')
		return { sessionId: SESSION, audience: 'screen', actor: null, identity: null, facilitatorName: null };
	const known = await store.participationByToken(tokenHashOf(who));
	const id = known?.participationId ?? participationId(who);
	const authorKey = authorKeyOf(storage, SESSION, id);
	return {
		sessionId: SESSION,
		audience: 'participant',
		actor: { role: 'participant', participationId: id },
		identity: { key: `${id}/${authorKey}`, participationId: id, proofOf: proofWith(authorKey) },
		facilitatorName: null
	};
}
