import { own } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import { reasonFault } from './judgements.ts';
import type { CandidateIdea, Place } from './programme-acts.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/** From the long list to the short list to a choice: where somebody put a product idea and why. What was said before is kept. */

/** Somebody's word on where an idea stands. */
interface Placed {
	readonly place: Place;
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
}

export interface Placement extends Placed {
	/** What was said before, oldest first. */
	readonly earlier: readonly Placed[];
}

export type Placements = Readonly<Record<string, Placement>>;

/** The same for the same idea. */
export function ideaKey({ sessionId, ideaId }: CandidateIdea): string {
	return `${sessionId} ${ideaId}`;
}

/** What has to be argued: that it is done, and that it is not. */
export function needsReason(place: Place): boolean {
	return place === 'chosen' || place === 'dismissed';
}

export const placementDeciders: ProgrammeDeciders<'PlaceIdea'> = {
	PlaceIdea({ placements }, { idea, place, reason: typed }, { records }) {
		const record = records.find(({ session }) => session.id === idea.sessionId);
		if (!record) return reject('unknown-session');
		if (!record.ideas.some(({ id }) => id === idea.ideaId)) return reject('unknown-idea');
		const reason = typed.trim();
		const fault = reasonFault(reason, needsReason(place));
		if (fault) return reject(fault);
		const before = own(placements, ideaKey(idea));
		const isSame = (before?.place ?? 'long') === place && (before?.reason ?? '') === reason;
		return accept(isSame ? [] : [{ type: 'IdeaPlaced', idea, place, reason }]);
	}
};

export const placementEvolvers: ProgrammeEvolvers<'IdeaPlaced'> = {
	IdeaPlaced(programme, { idea, place, reason }, { at, by }) {
		const key = ideaKey(idea);
		const before = own(programme.placements, key);
		const earlier = before ? [...before.earlier, placedOf(before)] : [];
		return {
			...programme,
			placements: { ...programme.placements, [key]: { place, reason, at, by, earlier } }
		};
	}
};

function placedOf({ place, reason, at, by }: Placed): Placed {
	return { place, reason, at, by };
}
