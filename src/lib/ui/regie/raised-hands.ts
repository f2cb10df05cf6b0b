import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';

export interface RaisedHand {
	readonly person: ParticipationView;
	readonly raisedAt: number;
}

/** Whoever has a hand up, longest waiting first. */
export function raisedHands(facilitator: SharedView['facilitator']): RaisedHand[] {
	return Object.values(facilitator?.participations ?? {})
		.flatMap((person) => (person.handRaisedAt === null ? [] : [{ person, raisedAt: person.handRaisedAt }]))
		.sort((a, b) => a.raisedAt - b.raisedAt);
}
