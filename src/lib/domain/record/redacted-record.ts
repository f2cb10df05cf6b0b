import {
	REDACTED_TEXT,
	taken,
	takenAction,
	takenDecision,
	takenDetails,
	takenIdea,
	takenReason
} from '../card/redacted-text.ts';
import { FACTS_ID, textKey, versionId } from '../card/text-holders.ts';
import { ORGANISATIONS_ID, organisationLeft, type TakenOrganisations } from '../card/taken-organisations.ts';
import { byWords } from '../choose/rating-answers.ts';
import { renamedPartners } from './record-people.ts';
import { byReason } from './record-roti.ts';
import type { Redaction } from '../card/card.ts';
import type { KeptAnswer } from '../choose/rating.ts';
import type { TextKind } from '../vocabulary.ts';
import {
	byText,
	isOfPerson,
	recordRedaction,
	redactionsOfPeople,
	type RecordTextRedaction
} from './record-redactions.ts';
import type { IntakeRecord } from './record.ts';

/** What was taken away after a record was drawn. */
interface TakenSince {
	readonly texts: ReadonlyMap<string, Redaction>;
	/** Ids of steps, clusters and ideas whose title went too. */
	readonly retitled: ReadonlySet<string>;
	/** For whom people came, as far as that went. */
	readonly organisations: TakenOrganisations;
	/** Every redaction of what people said of themselves, where such words went now. */
	readonly people?: readonly Redaction[] | undefined;
	/** Of the record, from 1. */
	readonly version: number;
}

/** A record that was drawn before a redaction, without what that took away. */
export function redactedRecord(
	record: IntakeRecord,
	{ texts, retitled, organisations, people, version }: TakenSince
): IntakeRecord {
	const rename = (organisation: string) => organisationLeft(organisation, organisations);
	const renamed = <T extends { readonly organisation: string | null }>(piece: T): T =>
		piece.organisation === null ? piece : { ...piece, organisation: rename(piece.organisation) };
	const without = <T extends { readonly id: string }>(pieces: readonly T[], take: (piece: T) => T) =>
		pieces.map((piece) => (texts.has(piece.id) ? take(piece) : piece));
	const steps = without(record.steps, (step) => ({ ...takenDetails(step), name: REDACTED_TEXT }));
	const ideas = without(record.ideas, takenIdea);
	return {
		...record,
		session: redactedSession(record.session, texts, version),
		participation: {
			...record.participation,
			partners: renamedPartners(record.participation.partners, rename)
		},
		examples: without(record.examples, (example) => ({
			...example,
			name: taken(example.name),
			summary: taken(example.summary)
		})),
		tables: without(record.tables, (table) => ({ ...table, name: taken(table.name) })),
		rounds: without(record.rounds, (round) => ({ ...round, prompt: taken(round.prompt) })),
		steps: steps.map((step) => (retitled.has(step.id) ? { ...step, name: REDACTED_TEXT } : step)),
		clusters: record.clusters.map((cluster) =>
			retitled.has(cluster.id) || texts.has(cluster.id) ? { ...cluster, title: REDACTED_TEXT } : cluster
		),
		ideas: ideas.map((idea) => (retitled.has(idea.id) ? { ...idea, title: REDACTED_TEXT } : idea)),
		ratings: record.ratings.map((rating) => ({
			...rating,
			results: rating.results.map((result) => ({
				...result,
				reasons: withoutReasons<KeptAnswer>(result.reasons, texts).toSorted(byWords)
			}))
		})),
		roti: record.roti && {
			...record.roti,
			reasons: withoutReasons(record.roti.reasons, texts).toSorted(byReason)
		},
		cards: record.cards.map((card) => {
			const redaction = texts.get(card.id);
			const left = renamed(card);
			return redaction ? { ...left, text: REDACTED_TEXT, redaction: recordRedaction(redaction) } : left;
		}),
		decisions: without(record.decisions, takenDecision),
		actions: without(record.actions, takenOwned).map(renamed),
		looseEnds: { ...record.looseEnds, parked: without(record.looseEnds.parked, takenOwned).map(renamed) },
		redactions: redactionsAfter(record, { texts, people, version })
	};
}

/** The title goes with the place, and a reason with the version that it was given for. */
function redactedSession(
	session: IntakeRecord['session'],
	texts: ReadonlyMap<string, Redaction>,
	version: number
): IntakeRecord['session'] {
	const { title, place, statusReason } = session;
	const head = texts.has(FACTS_ID) ? { title: taken(title), place: taken(place) } : { title, place };
	const reason = texts.has(versionId(version)) ? taken(statusReason) : statusReason;
	return { ...session, ...head, statusReason: reason };
}

function withoutReasons<T extends { readonly reason: string; readonly reasonId: string }>(
	reasons: readonly T[],
	texts: ReadonlyMap<string, Redaction>
): readonly T[] {
	return reasons.map((answer) => (texts.has(answer.reasonId) ? takenReason(answer) : answer));
}

function takenOwned<T extends { readonly text: string; readonly owner: string }>(piece: T): T {
	const { text, ownerName } = takenAction({ text: piece.text, ownerName: piece.owner });
	return { ...piece, text, owner: ownerName };
}

/** Those that the record knew, and those of what it holds now. */
function redactionsAfter(
	record: IntakeRecord,
	{ texts, people, version }: Pick<TakenSince, 'texts' | 'people' | 'version'>
): readonly RecordTextRedaction[] {
	const added = idsIn(record, version).flatMap(([kind, ids]) =>
		[...new Set(ids)].flatMap((id) => {
			const redaction = texts.get(id);
			return redaction ? [{ text: textKey({ kind, id }), ...recordRedaction(redaction) }] : [];
		})
	);
	const again = new Set(added.map(({ text }) => text));
	const ofPeople = people ? redactionsOfPeople(people) : record.redactions.filter(isOfPerson);
	const before = record.redactions.filter((known) => !again.has(known.text) && !isOfPerson(known));
	return [...before, ...added, ...ofPeople].sort(byText);
}

/** Of what a record holds words, but for cards: they tell it themselves. */
function idsIn(record: IntakeRecord, version: number): readonly (readonly [TextKind, readonly string[]])[] {
	const { steps, clusters, ideas, decisions, actions, looseEnds, examples, tables, rounds } = record;
	const parked = looseEnds.parked;
	const pieces = {
		step: steps,
		cluster: clusters,
		idea: ideas,
		decision: decisions,
		action: actions,
		parked,
		example: examples,
		table: tables,
		round: rounds
	} satisfies Partial<Record<TextKind, readonly { readonly id: string }[]>>;
	const rated = record.ratings.flatMap(({ results }) => results.flatMap(({ reasons }) => reasons));
	const reasons = [...rated, ...(record.roti?.reasons ?? [])].map(({ reasonId }) => reasonId);
	const versions = Array.from({ length: version }, (_, index) => versionId(index + 1));
	const kinds = Object.entries(pieces) as readonly (readonly [
		TextKind,
		readonly { readonly id: string }[]
	])[];
	return [
		...kinds.map(([kind, held]) => [kind, held.map(({ id }) => id)] as const),
		['facts', [FACTS_ID]],
		['organisations', [ORGANISATIONS_ID]],
		['reason', reasons],
		['version', versions]
	];
}
