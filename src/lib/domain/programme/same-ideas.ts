import { own, without } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import { ideaKey } from './placements.ts';
import type { CandidateIdea } from './programme-acts.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/** The same product idea comes up on several days: somebody says so, and it counts as one. By key of what counts with another: that one. */
export type SameIdeas = Readonly<Record<string, CandidateIdea>>;

export const sameIdeaDeciders: ProgrammeDeciders<'CountIdeaWith'> = {
	CountIdeaWith({ sameIdeas }, { idea, other }, { records }) {
		const wanted = [idea, ...(other ? [other] : [])];
		const isKnown = ({ sessionId, ideaId }: CandidateIdea) =>
			records.some(({ session, ideas }) => session.id === sessionId && ideas.some(({ id }) => id === ideaId));
		if (!wanted.every(isKnown)) return reject('unknown-idea');
		const before = own(sameIdeas, ideaKey(idea));
		const isSame = other ? before !== undefined && ideaKey(before) === ideaKey(other) : before === undefined;
		if (isSame) return accept([]);
		return other && !mayCountWith(sameIdeas, idea, other)
			? reject('idea-counts-elsewhere')
			: accept([{ type: 'IdeaCountedWith', idea, other }]);
	}
};

/** Not with itself, and never in a chain: what counts with another has none that count with it. */
function mayCountWith(sameIdeas: SameIdeas, idea: CandidateIdea, other: CandidateIdea): boolean {
	const key = ideaKey(idea);
	const hasOthers = Object.values(sameIdeas).some((target) => ideaKey(target) === key);
	return key !== ideaKey(other) && !hasOthers && own(sameIdeas, ideaKey(other)) === undefined;
}

export const sameIdeaEvolvers: ProgrammeEvolvers<'IdeaCountedWith'> = {
	IdeaCountedWith(programme, { idea, other }) {
		const key = ideaKey(idea);
		const sameIdeas = other ? { ...programme.sameIdeas, [key]: other } : without(programme.sameIdeas, key);
		return { ...programme, sameIdeas };
	}
};
