import type { Command, CommandType } from '#lib/domain/commands.ts';
import { agendaChoosers } from './agenda.ts';
import { arrangementChoosers } from './arrangement.ts';
import { attentionChoosers } from './attention.ts';
import { cardChoosers } from './cards.ts';
import type { Choosers } from './choosers.ts';
import { clusterChoosers } from './clusters.ts';
import { codeChoosers } from './codes.ts';
import { compositionChoosers } from './composition.ts';
import { ideaChoosers } from './ideas.ts';
import { linkChoosers } from './links.ts';
import { outcomeChoosers } from './outcomes.ts';
import { parkingChoosers } from './parking.ts';
import { peopleChoosers } from './people.ts';
import type { Picks } from './picks.ts';
import { preparationChoosers } from './preparation.ts';
import { ratingChoosers } from './ratings.ts';
import { redactionChoosers } from './redaction.ts';
import { stepChoosers } from './steps.ts';
import { tableChoosers } from './tables.ts';
import { voteChoosers } from './votes.ts';
import { wrapUpChoosers } from './wrap-up.ts';

const choosers: Choosers = {
	...preparationChoosers,
	...compositionChoosers,
	...peopleChoosers,
	...tableChoosers,
	...agendaChoosers,
	...attentionChoosers,
	...cardChoosers,
	...redactionChoosers,
	...stepChoosers,
	...clusterChoosers,
	...codeChoosers,
	...linkChoosers,
	...ideaChoosers,
	...ratingChoosers,
	...arrangementChoosers,
	...outcomeChoosers,
	...parkingChoosers,
	...voteChoosers,
	...wrapUpChoosers
};

/** A command with its particulars. */
export function choose(type: CommandType, picks: Picks): Command {
	const chooser: (picks: Picks) => object = choosers[type];
	return { type, ...chooser(picks) } as Command;
}
