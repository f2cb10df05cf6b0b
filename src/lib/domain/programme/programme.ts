import { reject, type Outcome } from '../outcome.ts';
import type { IntakeRecord } from '../record/record.ts';
import { accessKeyDeciders, accessKeyEvolvers, type AccessKey } from './access-keys.ts';
import { codingDeciders, codingEvolvers, type Codings } from './codings.ts';
import { dossierDeciders, dossierEvolvers, type Dossiers } from './dossiers.ts';
import { sameIdeaDeciders, sameIdeaEvolvers, type SameIdeas } from './same-ideas.ts';
import { termDeciders, termEvolvers, type CodeBook } from './code-book.ts';
import { judgementDeciders, judgementEvolvers, type Judgements } from './judgements.ts';
import { redactionDeciders, redactionEvolvers, type ProgrammeRedactions } from './redaction.ts';
import { placementDeciders, placementEvolvers, type Placements } from './placements.ts';
import type {
	ProgrammeCommandOf,
	ProgrammeCommandType,
	ProgrammeEvent,
	ProgrammeEventOf,
	ProgrammeEventType,
	ProgrammeRejection
} from './programme-acts.ts';

/**
 * What people who are signed in say over worksessions that are closed: a log of its own, beside those of the worksessions, whose records
 * stay as they were fixed. Every act has a person and a moment.
 */
export interface Programme {
	/** What was said since about cards and clusters, by worksession and item key. */
	readonly codings: Codings;
	readonly codeBook: CodeBook;
	/** What was said of pairs of who asks and who may help, by `pairKey`. */
	readonly judgements: Judgements;
	/** Where product ideas stand, by `ideaKey`; on the long list where nobody said so. */
	readonly placements: Placements;
	readonly dossiers: Dossiers;
	/** Ideas that count with that of another worksession, by `ideaKey`. */
	readonly sameIdeas: SameIdeas;
	/** In the order in which they were made. */
	readonly accessKeys: readonly AccessKey[];
	readonly redactions: ProgrammeRedactions;
}

/** Time, chance and what the log does not hold come in with the command. */
export interface ProgrammeContext {
	/** Epoch milliseconds of the server's clock. */
	readonly now: number;
	/** The date in the Netherlands, 'YYYY-MM-DD': of which municipalities can be named. */
	readonly day: string;
	readonly newId: () => string;
	/** Of the closed worksessions that whoever asks may read. */
	readonly records: readonly IntakeRecord[];
}

/** What happened, by whose account and when (epoch milliseconds). */
export interface ProgrammeFact<T extends ProgrammeEventType = ProgrammeEventType> {
	readonly event: ProgrammeEventOf<T>;
	readonly at: number;
	readonly by: string;
}

type ProgrammeDecider<T extends ProgrammeCommandType> = (
	programme: Programme,
	command: ProgrammeCommandOf<T>,
	context: ProgrammeContext
) => Outcome<readonly ProgrammeEvent[], ProgrammeRejection>;
export type ProgrammeDeciders<T extends ProgrammeCommandType = ProgrammeCommandType> = {
	readonly [K in T]: ProgrammeDecider<K>;
};
type ProgrammeEvolver<T extends ProgrammeEventType> = (
	programme: Programme,
	event: ProgrammeEventOf<T>,
	fact: Pick<ProgrammeFact, 'at' | 'by'>
) => Programme;
export type ProgrammeEvolvers<T extends ProgrammeEventType = ProgrammeEventType> = {
	readonly [K in T]: ProgrammeEvolver<K>;
};

const deciders: ProgrammeDeciders = {
	...codingDeciders,
	...termDeciders,
	...judgementDeciders,
	...placementDeciders,
	...dossierDeciders,
	...sameIdeaDeciders,
	...accessKeyDeciders,
	...redactionDeciders
};
const evolvers: ProgrammeEvolvers = {
	...codingEvolvers,
	...termEvolvers,
	...judgementEvolvers,
	...placementEvolvers,
	...dossierEvolvers,
	...sameIdeaEvolvers,
	...accessKeyEvolvers,
	...redactionEvolvers
};

export const EMPTY_PROGRAMME: Programme = {
	codings: {},
	codeBook: { version: 1, terms: [] },
	judgements: {},
	placements: {},
	dossiers: {},
	sameIdeas: {},
	accessKeys: [],
	redactions: {}
};

/** What a command does to the programme, or the one reason why not. Nothing happens where everything is so already. */
export function decideProgramme<T extends ProgrammeCommandType>(
	programme: Programme,
	command: ProgrammeCommandOf<T>,
	context: ProgrammeContext
): Outcome<readonly ProgrammeEvent[], ProgrammeRejection> {
	// The type of a command is the key of what decides on it.
	const decider = deciders[command.type] as ProgrammeDecider<T> | undefined;
	return decider ? decider(programme, command, context) : reject('unknown-command');
}

export function evolveProgramme<T extends ProgrammeEventType>(
	programme: Programme,
	fact: ProgrammeFact<T>
): Programme {
	const evolver = evolvers[fact.event.type] as ProgrammeEvolver<T>;
	return evolver(programme, fact.event, fact);
}
