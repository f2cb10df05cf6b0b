import type { ParticipationRole } from '../vocabulary.ts';

export interface Participation {
	readonly id: string;
	readonly role: ParticipationRole;
	/** Nobody noted as what they came, so the role says nothing; absent where it was said. */
	readonly isRoleUntold?: true;
	/** Whom a partner or observer comes from; empty for a municipality. */
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly noticeVersion: string;
	readonly joinedAt: number;
	readonly greeting: string | null;
	/** Since when this person has a hand up; null when it is down. */
	readonly handRaisedAt: number | null;
	/** Where this person sits; null while at no table. */
	readonly tableId: string | null;
	/** The facilitator writes and votes for this person. */
	readonly isWithoutDevice: boolean;
	/** Participations that turned out to be this person, oldest merger first. */
	readonly formerIds: readonly string[];
}
