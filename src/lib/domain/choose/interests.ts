import type { Context } from '../commands.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import { own, without } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import type { Worksession } from '../worksession.ts';
import type { ProductIdea } from './idea.ts';

/**
 * Which municipalities want to take part in what comes of a product idea. A municipality says so in the open: somebody has to be able to
 * invite it. What its people say last counts; whoever comes for more says it for all of them.
 */

export const interestDeciders: Deciders<'SayInterest'> = {
	SayInterest(state, { ideaId, interest }, { actor }) {
		const idea = state.ideas.find(({ id }) => id === ideaId);
		if (!idea) return reject('unknown-idea');
		const municipalities = municipalitiesOf(state, actor);
		if (municipalities.length === 0) return reject('without-municipality');
		const said = municipalities.filter((code) => (own(idea.interests, code) ?? null) !== interest);
		return accept(
			said.length === 0 ? [] : [{ type: 'InterestSaid', ideaId, municipalities: said, interest }]
		);
	}
};

export const interestEvolvers: Evolvers<'InterestSaid'> = {
	InterestSaid: (state, { ideaId, municipalities, interest }) => ({
		...state,
		ideas: state.ideas.map((idea) => {
			if (idea.id !== ideaId) return idea;
			const cleared = municipalities.reduce<ProductIdea['interests']>(without, idea.interests);
			const said = interest && Object.fromEntries(municipalities.map((code) => [code, interest] as const));
			return { ...idea, interests: { ...cleared, ...said } };
		})
	})
};

function municipalitiesOf(state: Worksession, actor: Context['actor']): readonly string[] {
	if (actor.role !== 'participant') return [];
	return own(state.participations, actor.participationId)?.municipalities ?? [];
}
