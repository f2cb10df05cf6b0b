import { own } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';
import { withTotals } from './brought-in.ts';
import { type RecordLooseEnds, looseEnds } from './loose-ends.ts';
import {
	type RecordCard,
	type RecordClassification,
	type RecordCluster,
	recordCards,
	recordClassifications,
	recordClusters
} from './record-cards.ts';
import { type RecordIdea, recordIdea } from './record-ideas.ts';
import { type RecordLink, recordLinks } from './record-links.ts';
import { type RecordAction, type RecordDecision, recordAction, recordDecision } from './record-outcomes.ts';
import {
	type RecordParticipation,
	type RecordTable,
	recordParticipation,
	recordTables
} from './record-people.ts';
import { type RecordRating, recordRatings } from './record-ratings.ts';
import { type RecordTextRedaction, recordRedactions } from './record-redactions.ts';
import { type RecordRoti, recordRoti } from './record-roti.ts';
import { type RecordRound, recordRound } from './record-rounds.ts';
import { type RecordSession, recordSession } from './record-session.ts';
import { type RecordStep, recordSteps } from './record-steps.ts';
import { type RecordValidation, recordValidation } from './record-validation.ts';

/**
 * The intake record (intakeverslag): the structured outcome of one worksession, with the codes that stay the same over sessions. It can be drawn at any
 * moment and is then a concept; hidden cards and totals of open votes are not in it. No name of a person ever is.
 * The same state gives the same record, so that its hash means something.
 */
export interface IntakeRecord {
	readonly schemaVersion: typeof RECORD_SCHEMA_VERSION;
	readonly session: RecordSession;
	readonly participation: RecordParticipation;
	readonly examples: readonly RecordExample[];
	readonly tables: readonly RecordTable[];
	readonly rounds: readonly RecordRound[];
	readonly steps: readonly RecordStep[];
	readonly clusters: readonly RecordCluster[];
	readonly cards: readonly RecordCard[];
	/** What cards and clusters are about, in the order of the rounds. */
	readonly classifications: readonly RecordClassification[];
	/** Which need solves which bottleneck, by item key (`card:id` or `cluster:id`). */
	readonly links: readonly RecordLink[];
	readonly ideas: readonly RecordIdea[];
	/** How the room rated them, one by one. */
	readonly ratings: readonly RecordRating[];
	/** Whether the day was worth people's time; null before it closed, and where nobody said. */
	readonly roti: RecordRoti | null;
	readonly decisions: readonly RecordDecision[];
	/** Which municipalities answered when the record was put to them, oldest first. */
	readonly validation: readonly RecordValidation[];
	readonly actions: readonly RecordAction[];
	/** Of what else than cards the text was taken away, in the order of its key. */
	readonly redactions: readonly RecordTextRedaction[];
	readonly looseEnds: RecordLooseEnds;
}

export const RECORD_SCHEMA_VERSION = '1.0';

export interface RecordExample {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
	/** Id of the programme's dossier, by which it is the same example over worksessions; null for one that was made here. */
	readonly dossier: string | null;
}

export function intakeRecord(state: Worksession): IntakeRecord {
	return withTotals(drawnRecord(state), state.broughtIn);
}

function drawnRecord(state: Worksession): IntakeRecord {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	return {
		schemaVersion: RECORD_SCHEMA_VERSION,
		session: recordSession(state),
		participation: recordParticipation(state),
		examples: state.examples.map(({ id, name, summary, municipalities, dossierId }) => ({
			id,
			name,
			summary,
			municipalities,
			dossier: dossierId ?? null
		})),
		tables: recordTables(state),
		rounds: rounds.map((round, index) => recordRound(round, index, state)),
		steps: recordSteps(state),
		clusters: rounds.flatMap((round) => recordClusters(round, state)),
		cards: rounds.flatMap((round) => recordCards(round, state)),
		classifications: rounds.flatMap(recordClassifications),
		links: recordLinks(state),
		ideas: state.ideas.map(recordIdea),
		ratings: recordRatings(state),
		roti: recordRoti(state),
		decisions: state.decisions.map(recordDecision),
		validation: state.validated.map(recordValidation),
		actions: state.actions.map((action, index) => recordAction(action, index, state)),
		redactions: recordRedactions(state),
		looseEnds: looseEnds(rounds, state)
	};
}

/** The record as it is kept, hashed and downloaded: two-space indent and a line end. */
export function recordJson(record: IntakeRecord): string {
	return `${JSON.stringify(record, null, 2)}\n`;
}
