import { itemOfKey } from '../board/items.ts';
import { ORGANISATIONS_ID } from '../card/taken-organisations.ts';
import { FACTS_ID, textKey } from '../card/text-holders.ts';
import { factsFault } from '../day/preparation.ts';
import {
	ACTIONS_MAX,
	AGENDA_ITEMS_MAX,
	CARDS_PER_ROUND_MAX,
	CARD_TEXT_LENGTH_MAX,
	CLUSTERS_PER_ROUND_MAX,
	DECISIONS_MAX,
	EXAMPLES_MAX,
	IDEAS_MAX,
	ID_LENGTH_MAX,
	LINKS_MAX,
	NAME_LENGTH_MAX,
	NOTE_LENGTH_MAX,
	PARKED_MAX,
	RATINGS_MAX,
	STEPS_MAX,
	TABLES_MAX,
	lengthOf
} from '../limits.ts';
import {
	isInventedMunicipality,
	MUNICIPALITY_LIST_DATE,
	municipalityName,
	municipalityOf
} from '../municipality/municipalities.ts';
import { reasonsBroughtIn } from './brought-in.ts';
import { versionNamed } from './read-codes.ts';
import { isOfPerson } from './record-redactions.ts';
import type { IntakeRecord } from './record.ts';

/** Why the record of a file cannot become a worksession, whatever its shape. */
export type RecordFault =
	| 'not-closed'
	| 'facts-wrong'
	| 'too-much'
	| 'text-too-long'
	| 'id-wrong'
	| 'refers-nowhere'
	| 'unknown-municipality'
	/** The worksession that came of it has another record: what it counts does not follow from what it holds. */
	| 'counts-differ';

/** Null when everything it names is there, is known, and stays within the bounds of a worksession. */
export function recordFault(record: IntakeRecord): RecordFault | null {
	const { status, startAt, endAt } = record.session;
	if (status === 'concept' || startAt === null || endAt === null) return 'not-closed';
	if (factsFault({ ...factsOf(record), startsAt: '09:30' }) !== null) return 'facts-wrong';
	if (isTooMuch(record)) return 'too-much';
	if (isTooLong(record)) return 'text-too-long';
	if (!areIds(record)) return 'id-wrong';
	if (!refersWithin(record)) return 'refers-nowhere';
	return namesKnownMunicipalities(record) ? null : 'unknown-municipality';
}

function factsOf({ session: { title, theme, date, place } }: IntakeRecord) {
	return { title, theme, group: 'mixed', date, place } as const;
}

function isTooMuch(record: IntakeRecord): boolean {
	const { rounds, tables, looseEnds } = record;
	const counts: readonly (readonly [readonly unknown[], number])[] = [
		[rounds, AGENDA_ITEMS_MAX],
		[tables, TABLES_MAX],
		[record.examples, EXAMPLES_MAX],
		[record.steps, STEPS_MAX * (tables.length + 1)],
		[record.clusters, CLUSTERS_PER_ROUND_MAX * rounds.length],
		[record.links, LINKS_MAX],
		[record.ideas, IDEAS_MAX],
		[record.ratings, RATINGS_MAX],
		[record.decisions, DECISIONS_MAX],
		[record.actions, ACTIONS_MAX],
		[looseEnds.parked, PARKED_MAX],
		...[...Map.groupBy(record.cards, ({ round }) => round).values()].map(
			(cards) => [cards, CARDS_PER_ROUND_MAX] as const
		)
	];
	return counts.some(([pieces, max]) => pieces.length > max);
}

function isTooLong(record: IntakeRecord): boolean {
	return record.cards.some(({ text }) => lengthOf(text) > CARD_TEXT_LENGTH_MAX) || holdsLongText(record);
}

function holdsLongText(value: unknown): boolean {
	if (typeof value === 'string') return lengthOf(value) > NOTE_LENGTH_MAX;
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsLongText);
}

const ID = new RegExp(`^[A-Za-z0-9_-]{1,${ID_LENGTH_MAX}}$`);

/** Ours to the letter, and each given once. */
function areIds(record: IntakeRecord): boolean {
	const kinds = [
		[record.session],
		record.rounds,
		record.tables,
		record.examples,
		record.steps,
		record.clusters,
		record.cards,
		record.ideas,
		record.ratings,
		record.decisions,
		record.actions,
		record.looseEnds.parked
	].map((pieces) => pieces.map(({ id }) => id));
	const votedOn = record.rounds.flatMap(({ votes }) =>
		votes.flatMap((vote) => [...(vote.votedOn ?? []), ...vote.results.map(({ item }) => item)])
	);
	const reasons = reasonsBroughtIn(record).map(({ reasonId }) => reasonId);
	return (
		kinds.every((ids) => ids.every((id) => ID.test(id)) && new Set(ids).size === ids.length) &&
		[...votedOn.map((key) => itemOfKey(key).id), ...reasons].every((id) => ID.test(id))
	);
}

function refersWithin(record: IntakeRecord): boolean {
	const idsOf = (pieces: readonly { readonly id: string }[]) => new Set(pieces.map(({ id }) => id));
	const rounds = idsOf(record.rounds);
	const tables = idsOf(record.tables);
	const steps = idsOf(record.steps);
	const examples = idsOf(record.examples);
	const clusters = idsOf(record.clusters);
	const cards = idsOf(record.cards);
	const ideas = idsOf(record.ideas);
	const decisions = idsOf(record.decisions);
	const items = new Set([
		...[...cards].map((id) => `card:${id}`),
		...[...clusters].map((id) => `cluster:${id}`)
	]);
	const texts = new Set([
		...record.steps.map(({ id }) => `step:${id}`),
		...record.clusters.map(({ id }) => `cluster:${id}`),
		...record.ideas.map(({ id }) => `idea:${id}`),
		...record.decisions.map(({ id }) => `decision:${id}`),
		...record.actions.map(({ id }) => `action:${id}`),
		...record.looseEnds.parked.map(({ id }) => `parked:${id}`),
		...record.examples.map(({ id }) => `example:${id}`),
		...record.tables.map(({ id }) => `table:${id}`),
		...record.rounds.map(({ id }) => `round:${id}`),
		...reasonsBroughtIn(record).map(({ reasonId }) => `reason:${reasonId}`),
		textKey({ kind: 'facts', id: FACTS_ID }),
		textKey({ kind: 'organisations', id: ORGANISATIONS_ID }),
		...record.redactions
			.filter(isOfPerson)
			.map((_, index) => textKey({ kind: 'person', id: `${index + 1}` })),
		...record.redactions.flatMap(({ text }) => (versionNamed(text) > 0 ? [text] : []))
	]);
	const named: readonly (readonly [ReadonlySet<string>, readonly (string | null)[]])[] = [
		[rounds, [...record.cards, ...record.clusters].map(({ round }) => round)],
		[
			tables,
			[...record.cards, ...record.steps, ...record.ideas, ...record.looseEnds.parked].map(
				({ table }) => table
			)
		],
		[steps, [...record.cards, ...record.clusters].map(({ step }) => step)],
		[
			examples,
			[...record.tables.map(({ example }) => example), ...record.ideas.flatMap((idea) => idea.examples)]
		],
		[clusters, record.cards.map(({ cluster }) => cluster)],
		[
			cards,
			[...record.clusters, ...record.looseEnds.parked, ...record.actions].flatMap((piece) => piece.cards)
		],
		[decisions, record.actions.map(({ decision }) => decision)],
		[
			ideas,
			[
				...[...record.decisions, ...record.actions].map(({ idea }) => idea),
				...record.ratings.flatMap(({ results }) => results.map(({ idea }) => idea))
			]
		],
		[
			items,
			[
				...record.classifications.map(({ item }) => item),
				...record.links.flatMap(({ need, bottleneck }) => [need, bottleneck]),
				...record.ideas.flatMap(({ needs, from }) => [...needs, ...from])
			]
		],
		[texts, record.redactions.map(({ text }) => text)]
	];
	return named.every(([known, ids]) => ids.every((id) => id === null || known.has(id)));
}

/** Of any date: the day may have been moved after people joined. Invented ones stand in a trial alone. */
function namesKnownMunicipalities(record: IntakeRecord): boolean {
	const codes = new Set([
		...record.cards.flatMap(({ municipalities }) => municipalities ?? []),
		...record.participation.municipalities.map(({ code }) => code),
		...record.examples.flatMap(({ municipalities }) => municipalities),
		...record.validation.map(({ municipality }) => municipality)
	]);
	const { isTrial } = record.session;
	return (
		[...codes].every(
			(code) => municipalityOf(code) !== undefined && (isTrial || !isInventedMunicipality(code))
		) && record.participation.municipalities.every((named) => isNamedAsThen(named, record))
	);
}

/** Called as today, or on a day before our list as it was called then: a municipality may get another name under its code. */
function isNamedAsThen(
	{ code, name }: IntakeRecord['participation']['municipalities'][number],
	{ session }: IntakeRecord
): boolean {
	if (name === municipalityName(code)) return true;
	const isOfBefore = session.municipalityListDate < MUNICIPALITY_LIST_DATE;
	return isOfBefore && name.trim() !== '' && lengthOf(name) <= NAME_LENGTH_MAX;
}
