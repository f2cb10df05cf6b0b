import { remembering } from '../remembering.ts';
import type { ParticipationRole } from '../vocabulary.ts';
import type { Participation } from '../people/participation.ts';

export interface ParticipationView {
	readonly id: string;
	readonly name: string;
	readonly role: ParticipationRole;
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly joinedAt: number;
	/** Cards in the current round; null where counting per person would betray anonymous cards. */
	readonly cardsInRound: number | null;
	readonly handRaisedAt: number | null;
	readonly tableId: string | null;
	/** Whether they said something in the lobby; who said what is told to nobody. */
	readonly hasGreeted: boolean;
	/** The facilitator writes and votes for this person. */
	readonly isWithoutDevice: boolean;
	/** Said to be ready in the present stage of the current round. */
	readonly isReady: boolean;
}

export const participationView = remembering(
	(
		participation: Participation,
		name: string,
		cardsInRound: number | null,
		isReady: boolean
	): ParticipationView => ({
		id: participation.id,
		name,
		role: participation.role,
		organisation: participation.organisation,
		municipalities: participation.municipalities,
		functionName: participation.functionName,
		joinedAt: participation.joinedAt,
		cardsInRound,
		handRaisedAt: participation.handRaisedAt,
		tableId: participation.tableId,
		hasGreeted: participation.greeting !== null,
		isWithoutDevice: participation.isWithoutDevice,
		isReady
	}),
	(_, name, cardsInRound, isReady) => [name, cardsInRound, isReady]
);
