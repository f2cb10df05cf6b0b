import { NO_CODES } from '../board/codes.ts';
import { itemOfKey } from '../board/items.ts';
import type { ItemRef, RoundItem } from '../board/item.ts';
import type { ActionSource } from '../choose/action.ts';
import type { Author } from '../card/card.ts';
import type { RoundPlan, RoundSettings } from '../day/round.ts';
import type { OwnerFacts } from '../people/owner.ts';
import { standardSettings } from '../day/template.ts';
import { municipalityName } from '../municipality/municipalities.ts';
import type { EventOf, WorksessionEvent } from '../events.ts';
import {
	AUTHOR_VISIBILITIES,
	BUDGETS_PER,
	GROUPS,
	RECORD_STATUSES,
	ROUND_KINDS,
	type RoundKind
} from '../vocabulary.ts';
import type { BroughtInFrom, RecordTotals } from './brought-in.ts';
import { keyOf, momentOf, versionNamed } from './read-codes.ts';
import { redactionEvents } from './played-redactions.ts';
import type { RecordCard } from './record-cards.ts';
import {
	ANONYMITY_CODES,
	BUDGET_CODES,
	GROUP_CODES,
	READ_BACK_CODES,
	ROUND_CODES,
	STATUS_CODES
} from './record-codes.ts';
import type { RecordOwner } from './record-outcomes.ts';
import type { RecordRound } from './record-rounds.ts';
import type { IntakeRecord } from './record.ts';

/**
 * The log of a worksession that came as its record: what was said, made and decided, as events like those of any day, and what the
 * record knows in totals only as one event of its own. The record has been checked before, see `record-fault.ts`.
 */
export function playedRecord(record: IntakeRecord, from: BroughtInFrom): readonly WorksessionEvent[] {
	const { session } = record;
	const [startAt, endAt] = [momentOf(session.startAt), momentOf(session.endAt)];
	const [steps, board, outcomes] = [stepEvents(record), boardEvents(record), outcomeEvents(record)];
	const start = prepared(record);
	return [
		start,
		{ type: 'DoorsOpened', at: startAt },
		{ type: 'RecordBroughtIn', from, totals: totalsOf(record) },
		...steps,
		...record.cards.map((card) => posted(card, session.anonymity, startAt)),
		...record.cards.flatMap(readBack),
		...board,
		...record.rounds.flatMap(({ id, isClosed }): WorksessionEvent[] =>
			isClosed ? [{ type: 'StageMoved', roundId: id, stage: 'closed', at: endAt }] : []
		),
		...outcomes,
		{ type: 'WorksessionClosed', at: endAt },
		...statusEvents(record, endAt),
		...redactionEvents(record, [start, ...steps, ...board, ...outcomes])
	];
}

function prepared({ session, rounds, examples, tables }: IntakeRecord): EventOf<'WorksessionPrepared'> {
	const group = keyOf(GROUP_CODES, GROUPS, session.group);
	const { title, theme, date, place } = session;
	return {
		type: 'WorksessionPrepared',
		isTrial: session.isTrial,
		// A record tells when the doors opened, and not for when the day was planned.
		facts: { title, theme, group, date, startsAt: '09:30', place },
		authorVisibility: keyOf(ANONYMITY_CODES, AUTHOR_VISIBILITIES, session.anonymity),
		codeBookVersion: session.codeBookVersion,
		agenda: rounds.map(({ id }) => ({ kind: 'round', id })),
		rounds: rounds.map((round) => planOf(round, standardSettings(kindOf(round), group))),
		steps: [],
		examples: examples.map(({ dossier, ...example }) =>
			dossier === null ? example : { ...example, dossierId: dossier }
		),
		tables: tables.map(({ id, name, example }) => ({ id, name, exampleId: example, hostId: null }))
	};
}

function kindOf({ type }: RecordRound): RoundKind {
	return keyOf(ROUND_CODES, ROUND_KINDS, type);
}

/** A round that held no vote leaves voting out; help texts and minutes are those of the programme. */
function planOf(round: RecordRound, standard: RoundSettings): RoundPlan {
	const vote = round.votes.at(-1);
	const voting = vote ? (standard.minutes.voting ?? VOTING_MINUTES) : null;
	const rules = vote && {
		dotBudget: vote.budget,
		budgetPer: keyOf(BUDGET_CODES, BUDGETS_PER, vote.budgetPer),
		dotsPerItemMax: vote.maxPerItem
	};
	const minutes = { ...standard.minutes, voting };
	return {
		id: round.id,
		kind: kindOf(round),
		settings: { ...standard, ...rules, question: round.prompt, minutes }
	};
}

const VOTING_MINUTES = 10;

function totalsOf(record: IntakeRecord): RecordTotals {
	const { participation, ratings, roti, validation } = record;
	const municipalities = participation.municipalities.map(({ code, people, role }) => ({
		municipality: code,
		people,
		...(role && { role })
	}));
	const names = participation.municipalities.flatMap(({ code, name }) =>
		name === municipalityName(code) ? [] : [[code, name] as const]
	);
	const dotted = [
		...record.cards.map(({ id, round, dots }) => ({ key: `card:${id}`, round, dots })),
		...record.clusters.map(({ id, round, dots }) => ({ key: `cluster:${id}`, round, dots }))
	];
	return {
		municipalityListDate: record.session.municipalityListDate,
		participation: { ...participation, municipalities },
		tables: Object.fromEntries(record.tables.map(({ id, people }) => [id, people])),
		votes: Object.fromEntries(record.rounds.map(({ id, votes }) => [id, votes])),
		dots: Object.fromEntries(
			record.rounds.map(({ id }) => [
				id,
				Object.fromEntries(
					dotted.flatMap(({ key, round, dots }) => (round === id && dots ? [[key, dots] as const] : []))
				)
			])
		),
		ratings,
		roti,
		validation,
		owners: Object.fromEntries(
			[...record.actions, ...record.looseEnds.parked].flatMap(({ id, municipalities, organisation }) =>
				municipalities === null ? [] : [[id, { municipalities, organisation: organisation ?? '' }] as const]
			)
		),
		...(names.length > 0 && { names: Object.fromEntries(names) })
	};
}

function stepEvents({ steps }: IntakeRecord): readonly WorksessionEvent[] {
	return steps.flatMap(({ id, order: _, name, table, ...details }): WorksessionEvent[] => [
		{ type: 'StepAdded', stepId: id, title: name, tableId: table, roundId: null, cardIds: [] },
		{ type: 'StepDescribed', stepId: id, details }
	]);
}

function posted(
	card: RecordCard,
	anonymity: IntakeRecord['session']['anonymity'],
	at: number
): WorksessionEvent {
	const author: Author = { kind: card.origin === 'vooraf' ? 'facilitator' : 'record' };
	const isTelling = anonymity === 'open' || anonymity === 'gemeente';
	return {
		type: 'CardPosted',
		roundId: card.round,
		cardId: card.id,
		draftId: card.id,
		text: card.text,
		stepId: card.step,
		author,
		municipalities: card.municipalities ?? [],
		organisation: card.organisation ?? '',
		isWithoutOrigin: isTelling && card.municipalities === null,
		tableId: card.table,
		isShared: true,
		isLate: card.isLate,
		isWrittenFor: card.writtenBy === 'gespreksleider',
		at
	};
}

/** What a correction says stands on the card already. */
function readBack({ id, round, text, readBack: code }: RecordCard): readonly WorksessionEvent[] {
	if (code === null) return [];
	const verdict = keyOf(READ_BACK_CODES, ['right', 'corrected'], code);
	const answer = { verdict, text: verdict === 'corrected' ? text : '' };
	return [{ type: 'CardReadBack', roundId: round, cardId: id, answer, isSaidFor: false }];
}

function boardEvents(record: IntakeRecord): readonly WorksessionEvent[] {
	const rounds = roundsOf(record);
	return [
		...record.clusters.map(({ id, round, title, step, cards }): WorksessionEvent => ({
			type: 'ClusterMade',
			roundId: round,
			clusterId: id,
			title,
			cardIds: cards,
			stepId: step
		})),
		...record.classifications.map(({ item, ...codes }): WorksessionEvent => {
			const { roundId, item: classified } = rounds(item);
			return { type: 'ItemsClassified', roundId, items: [classified], codes: { ...NO_CODES, ...codes } };
		}),
		...record.links.map((link): WorksessionEvent => {
			const [need, bottleneck] = [rounds(link.need), rounds(link.bottleneck)];
			return {
				type: 'NeedLinked',
				roundId: need.roundId,
				need: need.item,
				bottleneckRoundId: bottleneck.roundId,
				bottleneck: bottleneck.item
			};
		})
	];
}

/** Finds the round in which an item lies. */
function roundsOf({ cards, clusters }: IntakeRecord): (key: string) => RoundItem {
	const lies = new Map<string, string>([
		...cards.map(({ id, round }) => [`card:${id}`, round] as const),
		...clusters.map(({ id, round }) => [`cluster:${id}`, round] as const)
	]);
	return (key) => {
		const item: ItemRef = itemOfKey(key);
		return { roundId: lies.get(key) ?? '', item };
	};
}

function outcomeEvents(record: IntakeRecord): readonly WorksessionEvent[] {
	return [
		...ideaEvents(record),
		...record.decisions.flatMap((decision) => decisionEvents(decision)),
		...record.actions.map((action) => actionEvent(action, record)),
		...record.looseEnds.parked.map((parked) => parkedEvent(parked, record))
	];
}

function ideaEvents(record: IntakeRecord): readonly WorksessionEvent[] {
	const rounds = roundsOf(record);
	return record.ideas.flatMap(({ id, order: _, needs, from, table, interests, ...facts }) => [
		{
			type: 'IdeaAdded',
			ideaId: id,
			idea: { ...facts, needs: needs.map(rounds) },
			tableId: table,
			from: from.map(rounds)
		},
		...Object.entries(interests).map(
			([municipality, interest]) =>
				({ type: 'InterestSaid', ideaId: id, municipalities: [municipality], interest }) as const
		)
	]);
}

function decisionEvents({
	id,
	at,
	changedAt,
	text,
	reason,
	dissents,
	idea
}: IntakeRecord['decisions'][number]): readonly WorksessionEvent[] {
	const decision = { text, reason, dissents, ideaId: idea };
	const added = { type: 'DecisionAdded', decisionId: id, decision, at: momentOf(at) } as const;
	if (changedAt === null) return [added];
	return [added, { type: 'DecisionChanged', decisionId: id, decision, at: momentOf(changedAt) }];
}

function actionEvent(action: IntakeRecord['actions'][number], record: IntakeRecord): WorksessionEvent {
	const { id, text, dueOn } = action;
	const isLoose = record.looseEnds.actionsWithoutOwner.includes(id);
	const owner = ownerOf(action, action.owner === '' && !isLoose);
	const facts = { text, dueOn, ...owner, source: sourceOf(action, record) };
	return { type: 'ActionAdded', actionId: id, action: facts };
}

function sourceOf(
	{ decision, idea, cards: cardIds }: IntakeRecord['actions'][number],
	record: IntakeRecord
): ActionSource | null {
	if (decision !== null) return { kind: 'decision', id: decision };
	if (idea !== null) return { kind: 'idea', id: idea };
	const roundId = roundOfCard(record, cardIds[0]);
	return roundId === null ? null : { kind: 'cards', roundId, cardIds };
}

function roundOfCard({ cards }: IntakeRecord, cardId: string | undefined): string | null {
	return cards.find(({ id }) => id === cardId)?.round ?? null;
}

function parkedEvent(
	parked: IntakeRecord['looseEnds']['parked'][number],
	record: IntakeRecord
): WorksessionEvent {
	const { id, cards: cardIds, text, table } = parked;
	const roundId = roundOfCard(record, cardIds[0]);
	const facts = { text, ...ownerOf(parked, false) };
	return { type: 'Parked', parkedId: id, roundId, cardIds, parked: facts, tableId: table };
}

/** Who it was is known to no record: an owner who took part goes by the id of what they own. */
function ownerOf(
	{ id, municipalities, owner }: RecordOwner & { readonly id: string },
	isSomebody: boolean
): OwnerFacts {
	return { ownerId: municipalities !== null || isSomebody ? id : null, ownerName: owner };
}

/**
 * How far it was is a version of its own, made when the day closed as far as the file tells. Where it says of an earlier version that
 * its reason was taken away, there were as many before.
 */
function statusEvents({ session, redactions }: IntakeRecord, at: number): readonly WorksessionEvent[] {
	const { status, statusReason } = session;
	if (status === 'concept') return [];
	const known = keyOf(STATUS_CODES, RECORD_STATUSES, status);
	const named = redactions.map(({ text }) => versionNamed(text));
	const isMoved = known !== 'closed' || statusReason !== '';
	const last = Math.max(isMoved ? 2 : 1, ...named);
	return Array.from({ length: last - 1 }, (_, index) => {
		const version = index + 2;
		const reason = version === last ? statusReason : '';
		return { type: 'RecordMoved', version, status: known, reason, at };
	});
}
