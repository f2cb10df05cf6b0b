import type { DealFacts, ProductIdea } from '../choose/idea.ts';
import { sortedByKey } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Worksession } from '../worksession.ts';

/** Ideas rest only on what the room has seen: that is a rule of `ideas.ts`, and what was seen stays seen. */
export const ideasView = remembering((ideas: Worksession['ideas']): readonly ProductIdea[] =>
	ideas.map(ideaView)
);

const ideaView = remembering((idea: ProductIdea): ProductIdea => ({
	id: idea.id,
	tableId: idea.tableId,
	title: idea.title,
	form: idea.form,
	summary: idea.summary,
	ownPart: idea.ownPart,
	nationalPart: idea.nationalPart,
	privacyCheck: idea.privacyCheck,
	deal: idea.deal && dealView(idea.deal),
	needs: idea.needs,
	examples: idea.examples,
	from: idea.from,
	interests: sortedByKey(idea.interests)
}));

const dealView = remembering((deal: DealFacts): DealFacts => ({
	parties: deal.parties,
	dataset: deal.dataset,
	definitions: deal.definitions,
	frequency: deal.frequency,
	quality: deal.quality,
	costs: deal.costs,
	term: deal.term,
	evaluateOn: deal.evaluateOn,
	exit: deal.exit
}));
