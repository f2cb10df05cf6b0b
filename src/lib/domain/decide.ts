import { arrangementDeciders } from './board/arrangement.ts';
import { clusterDeciders } from './board/clusters.ts';
import { codeDeciders } from './board/codes.ts';
import { linkDeciders } from './board/links.ts';
import { stepArrangementDeciders } from './board/step-arrangement.ts';
import { stepDeciders } from './board/steps.ts';
import { cardDeciders } from './card/cards.ts';
import { hidingDeciders } from './card/hiding.ts';
import { redactionDeciders } from './card/redaction.ts';
import { ideaDeciders } from './choose/ideas.ts';
import { interestDeciders } from './choose/interests.ts';
import { outcomeDeciders } from './choose/outcomes.ts';
import { ratingDeciders } from './choose/ratings.ts';
import { voteAgainDeciders } from './choose/vote-again.ts';
import { voteDeciders } from './choose/votes.ts';
import type { Command, CommandOf, CommandType, Context } from './commands.ts';
import { agendaDeciders } from './day/agenda.ts';
import { compositionDeciders } from './day/composition.ts';
import { parkingDeciders } from './day/parking.ts';
import { preparationDeciders } from './day/preparation.ts';
import { timerDeciders } from './day/timer.ts';
import { wrapUpDeciders } from './day/wrap-up.ts';
import type { WorksessionEvent } from './events.ts';
import { type Outcome, reject } from './outcome.ts';
import { attentionDeciders } from './people/attention.ts';
import { participantDeciders } from './people/participants.ts';
import { peopleDeciders } from './people/people.ts';
import { scribeDeciders } from './people/scribe.ts';
import { tableDeciders } from './people/tables.ts';
import { refusal } from './permissions.ts';
import { recordStatusDeciders } from './record/record-status.ts';
import { validationDeciders } from './record/validation.ts';
import type { Worksession } from './worksession.ts';

type Decider<T extends CommandType> = (
	state: Worksession,
	command: CommandOf<T>,
	context: Context
) => Outcome<readonly WorksessionEvent[]>;

export type Deciders<T extends CommandType = CommandType> = { readonly [K in T]: Decider<K> };

const deciders: Deciders = {
	...preparationDeciders,
	...compositionDeciders,
	...participantDeciders,
	...peopleDeciders,
	...scribeDeciders,
	...tableDeciders,
	...agendaDeciders,
	...attentionDeciders,
	...timerDeciders,
	...cardDeciders,
	...hidingDeciders,
	...redactionDeciders,
	...stepDeciders,
	...stepArrangementDeciders,
	...clusterDeciders,
	...codeDeciders,
	...linkDeciders,
	...ideaDeciders,
	...interestDeciders,
	...ratingDeciders,
	...arrangementDeciders,
	...outcomeDeciders,
	...parkingDeciders,
	...voteDeciders,
	...voteAgainDeciders,
	...wrapUpDeciders,
	...recordStatusDeciders,
	...validationDeciders
};

/**
 * What may be added to the log, or the reason why nothing may. An accepted command without events asks for what is so already.
 * First the permission table, then the one decider of the command.
 */
export function decide(
	state: Worksession,
	command: Command,
	context: Context
): Outcome<readonly WorksessionEvent[]> {
	const refused = refusal(state, command, context.actor);
	if (refused) return reject(refused);
	const decider = deciders[command.type] as Decider<CommandType>;
	return decider(state, command, context);
}
