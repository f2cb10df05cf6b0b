import { clusterEvolvers } from './board/clusters.ts';
import { codeEvolvers } from './board/codes.ts';
import { linkEvolvers } from './board/links.ts';
import { stepEvolvers } from './board/steps.ts';
import { cardEvolvers } from './card/cards.ts';
import { hidingEvolvers } from './card/hiding.ts';
import { redactionEvolvers } from './card/redaction.ts';
import { ideaEvolvers } from './choose/ideas.ts';
import { interestEvolvers } from './choose/interests.ts';
import { outcomeEvolvers } from './choose/outcomes.ts';
import { ratingEvolvers } from './choose/ratings.ts';
import { voteAgainEvolvers } from './choose/vote-again.ts';
import { voteEvolvers } from './choose/votes.ts';
import { agendaEvolvers } from './day/agenda.ts';
import { compositionEvolvers } from './day/composition.ts';
import { parkingEvolvers } from './day/parking.ts';
import { preparationEvolvers } from './day/preparation.ts';
import { timerEvolvers } from './day/timer.ts';
import { wrapUpEvolvers } from './day/wrap-up.ts';
import type { EventOf, EventType, WorksessionEvent } from './events.ts';
import { attentionEvolvers } from './people/attention.ts';
import { participantEvolvers } from './people/participants.ts';
import { peopleEvolvers } from './people/people.ts';
import { scribeEvolvers } from './people/scribe.ts';
import { tableEvolvers } from './people/tables.ts';
import { broughtInEvolvers } from './record/brought-in.ts';
import { recordStatusEvolvers } from './record/record-status.ts';
import { validationEvolvers } from './record/validation.ts';
import type { Worksession } from './worksession.ts';

type Evolver<T extends EventType> = (state: Worksession, event: EventOf<T>) => Worksession;

export type Evolvers<T extends EventType = EventType> = { readonly [K in T]: Evolver<K> };

const evolvers: Evolvers = {
	...preparationEvolvers,
	...compositionEvolvers,
	...participantEvolvers,
	...peopleEvolvers,
	...scribeEvolvers,
	...tableEvolvers,
	...agendaEvolvers,
	...attentionEvolvers,
	...timerEvolvers,
	...cardEvolvers,
	...hidingEvolvers,
	...redactionEvolvers,
	...stepEvolvers,
	...clusterEvolvers,
	...codeEvolvers,
	...linkEvolvers,
	...ideaEvolvers,
	...interestEvolvers,
	...ratingEvolvers,
	...outcomeEvolvers,
	...parkingEvolvers,
	...voteEvolvers,
	...voteAgainEvolvers,
	...wrapUpEvolvers,
	...recordStatusEvolvers,
	...broughtInEvolvers,
	...validationEvolvers
};

/** The state after an event. An event that cannot have happened is a broken promise, never shrugged at. */
export function evolve(state: Worksession, event: WorksessionEvent): Worksession {
	const evolver = evolvers[event.type] as Evolver<EventType>;
	return evolver(state, event);
}
