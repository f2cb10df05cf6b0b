import { cardOf } from '#lib/domain/card/card-table.ts';
import type { ItemRef, RoundItem } from '#lib/domain/board/item.ts';
import type { Command, CommandType } from '#lib/domain/commands.ts';
import type { EventType, WorksessionEvent } from '#lib/domain/events.ts';
import { cardIdsOf, isVisibleItem } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import { hostedTable } from '#lib/domain/people/tables.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { CommandEvents } from '#lib/server/store/store.ts';
import { undoFaults } from './undo-watch.ts';

/** What a participant never does. */
const OF_FACILITATORS: ReadonlySet<EventType> = new Set([
	'StageMoved',
	'ItemStarted',
	'HostSet',
	'PeopleMerged',
	'PersonAdded',
	'VoteStarted',
	'DecisionAdded',
	'DecisionRemoved',
	'ActionAdded',
	'DecisionChanged',
	'ActionChanged',
	'ActionRemoved',
	'RatingStarted',
	'RatingClosed',
	'RatingShown',
	'WrapUpStarted',
	'OutcomesShown',
	'SpotlightSet',
	'HiddenSet',
	'MessageSent'
]);

/** Of these it matters what they make of the state, beside what they say. */
const ON_WHAT_FOLLOWS: ReadonlySet<CommandType> = new Set(['Rearrange', 'RearrangeSteps', 'StartVote']);

interface Sent {
	/** The participation under which a browser sent it; null for a facilitator. */
	readonly sender: string | null;
	readonly command: Command;
}

/** Looks at everything that is about to be written, for what its sender may not do. */
export class RuleWatch {
	readonly found: string[] = [];
	/** By command id. */
	readonly #sent = new Map<string, Sent>();

	sent(commandId: string, sender: string | null, command: Command): void {
		this.#sent.set(commandId, { sender, command });
	}

	/** Which cards were asked to be without their text, by command id. */
	get redactions(): ReadonlyMap<string, string> {
		const asked = [...this.#sent].flatMap(([id, { command }]) =>
			command.type === 'RedactCard' ? [[id, command.cardId] as const] : []
		);
		return new Map(asked);
	}

	/** Ids of the commands that undo an act, or do it again. */
	get undoings(): readonly string[] {
		const isUndoing = ({ command: { type } }: Sent) => type === 'Rearrange' || type === 'RearrangeSteps';
		return [...this.#sent].flatMap(([id, sent]) => (isUndoing(sent) ? [id] : []));
	}

	/** `state` is what the first of these commands was decided on. */
	see(commands: readonly CommandEvents[], state: Worksession): void {
		let before = state;
		for (const [index, { commandId, events }] of commands.entries()) {
			const sent = this.#sent.get(commandId);
			if (sent) for (const event of events) this.#seeEvent(event, sent, before);
			const isLast = index === commands.length - 1;
			if (isLast && !ON_WHAT_FOLLOWS.has(sent?.command.type ?? 'PostCard')) return;
			const after = events.reduce(evolve, before);
			if (sent) this.#seeAsked(sent.command, before, after);
			before = after;
		}
	}

	#seeEvent(event: WorksessionEvent, { sender, command }: Sent, state: Worksession): void {
		if (event.type === 'CardPosted' && command.type === 'PostCard')
			if (event.isWithoutOrigin !== (command.isWithoutOrigin ?? false))
				this.found.push('a card is not without origin as its writer asked');
		if (event.type === 'CardEdited' && isRedacted(state, event.roundId, event.cardId))
			this.found.push('a card got a text after its text was taken away');
		if (!touchedItems(event).every(({ roundId, item }) => isSeen(state, roundId, item)))
			this.found.push(`this was done to what the room has not seen: ${event.type}`);
		if (sender === null) this.#seeScribe(event, state);
		else this.#seeParticipant(event, sender, state);
	}

	/** A facilitator writes and votes for who has no device, and for nobody else. */
	#seeScribe(event: WorksessionEvent, state: Worksession): void {
		const isDot = event.type === 'DotPlaced' || event.type === 'DotTaken';
		const author = event.type === 'CardPosted' && event.author.kind === 'participation' ? event.author : null;
		const isFor = isDot || event.type === 'RatingGiven';
		const id = isFor ? event.participationId : author?.participationId;
		if (id !== undefined && !own(state.participations, id)?.isWithoutDevice)
			this.found.push(`a facilitator did this for somebody with a device: ${event.type}`);
	}

	#seeParticipant(event: WorksessionEvent, sender: string, state: Worksession): void {
		if (OF_FACILITATORS.has(event.type)) this.found.push(`a participant did this: ${event.type}`);
		const id = presentId(state, sender);
		if (event.type === 'RatingGiven' && event.participationId !== id)
			this.found.push('a participant rated as somebody else');
		if (event.type === 'CardRedacted' && !isOwn(state, event, id))
			this.found.push('a participant took away the text of somebody else');
		const tables = arrangedTables(event, state);
		if (tables.length === 0) return;
		const hosted = hostedTable(state, id);
		if (hosted === null || tables.some((table) => table !== hosted))
			this.found.push(`a participant arranged at a table they do not lead: ${event.type}`);
	}

	#seeAsked(command: Command, before: Worksession, after: Worksession): void {
		if (command.type === 'Rearrange' || command.type === 'RearrangeSteps')
			this.found.push(...undoFaults(command, before, after));
		if (command.type === 'StartVote') {
			const [old, now] = [own(before.rounds, command.roundId), own(after.rounds, command.roundId)];
			const isAnew = now && Object.keys(now.ballots).length === 0;
			if (!isAnew || now.earlierVotes.length !== (old?.earlierVotes.length ?? 0) + 1)
				this.found.push('a second vote began with the dots of the first');
			if ((now?.votedOn?.length ?? 0) !== (command.items?.length ?? 0))
				this.found.push('a second vote is about something else than was asked');
		}
	}
}

/** As whom this person is there now. */
export function presentId(state: Worksession, participationId: string): string {
	if (own(state.participations, participationId)) return participationId;
	const everybody = [...Object.values(state.participations), ...Object.values(state.removed)];
	return everybody.find(({ formerIds }) => formerIds.includes(participationId))?.id ?? participationId;
}

function cardIn(state: Worksession, roundId: string, cardId: string) {
	const cards = own(state.rounds, roundId)?.cards;
	return cards && cardOf(cards, cardId);
}

function isRedacted(state: Worksession, roundId: string, cardId: string): boolean {
	return (cardIn(state, roundId, cardId)?.redaction ?? null) !== null;
}

/** Of an unknown author only the key tells, which this does not hold. */
function isOwn(state: Worksession, card: { roundId: string; cardId: string }, id: string): boolean {
	const author = cardIn(state, card.roundId, card.cardId)?.author;
	return author?.kind === 'unknown' || (author?.kind === 'participation' && author.participationId === id);
}

function isSeen(state: Worksession, roundId: string, item: ItemRef): boolean {
	const round = own(state.rounds, roundId);
	return round !== undefined && isVisibleItem(round, item);
}

/** What of the board an event changes or rests on, as far as it was there before. */
function touchedItems(event: WorksessionEvent): readonly RoundItem[] {
	const cardsIn = (roundId: string, ids: readonly string[]) =>
		ids.map((id): RoundItem => ({ roundId, item: { kind: 'card', id } }));
	switch (event.type) {
		case 'StepAdded':
			return event.roundId === null ? [] : cardsIn(event.roundId, event.cardIds);
		case 'ClusterMade':
		case 'CardsClustered':
		case 'CardsTakenOut':
			return cardsIn(event.roundId, event.cardIds);
		case 'ItemsClassified':
		case 'ItemsPinned':
			return event.items
				.filter(({ kind }) => kind === 'card')
				.map((item) => ({ roundId: event.roundId, item }));
		case 'Parked':
			return event.roundId === null ? [] : cardsIn(event.roundId, event.cardIds);
		case 'IdeaAdded':
			return [...event.idea.needs, ...event.from];
		default:
			return [];
	}
}

/** The tables at which an event arranges something. */
function arrangedTables(event: WorksessionEvent, state: Worksession): readonly (string | null)[] {
	if (event.type === 'IdeaAdded' || event.type === 'Parked') return [event.tableId];
	const of = (stepId: string) => state.steps.filter(({ id }) => id === stepId).map((step) => step.tableId);
	if (event.type === 'StepRenamed' || event.type === 'StepRemoved') return of(event.stepId);
	const tables = event.type === 'StepAdded' ? [event.tableId] : [];
	const cards = touchedItems(event).flatMap(({ roundId, item }) => {
		const round = own(state.rounds, roundId);
		return round ? cardIdsOf(round, item).map((id) => cardOf(round.cards, id)?.tableId ?? null) : [];
	});
	return [...tables, ...cards];
}
