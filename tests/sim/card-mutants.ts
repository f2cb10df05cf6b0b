import type { Command, Context } from '#lib/domain/commands.ts';
import { changedArrangement } from '#lib/domain/board/arrangement-change.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { mapValues, own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { voteResults } from '#lib/domain/visibility/vote-results.ts';
import type { Round } from '#lib/domain/day/round.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { STATE_FORMAT, initialState, type Worksession } from '#lib/domain/worksession.ts';
import type { FreshView } from '#lib/protocol/messages.ts';
import type { Room } from '#lib/server/room.ts';
import type { Append, Snapshot, Store, StoredEvent } from '#lib/server/store/store.ts';
import {
	FACILITATOR,
	answering,
	as,
	onState,
	withCards,
	withRounds,
	without,
	withoutDevices
} from './decided-otherwise.ts';
import type { Mutant } from './mutants.ts';

/**
 * Bugs in what working with cards brought: taking a text away, undoing, codes, ideas, outcomes, who has no device, shared budgets and
 * second votes. Not planted, mostly because nothing that anybody could see would differ:
 *
 * - a second `IdeaTied` or `ItemsClassified` that says what is so already, since an event that changes nothing tells nothing;
 * - the events of an undone act in another order, as long as the part comes out the same;
 * - an undo that moves cards in a stack which its act had not moved: a short day seldom comes to it, `tests/contract/two-arrange.test.ts` does;
 * - a memory store that keeps a snapshot after a redaction and never reads it: bytes of files are what `tests/faults` looks at;
 * - dots on a stack that ends, handed back or forgotten: in both cases they lie nowhere and can be given again.
 */
export const CARD_MUTANTS: readonly Mutant[] = [
	{ name: 'says that a text is taken away and leaves it', decide: answering('RedactCard', () => []) },
	{ name: 'leaves a text that was taken away in the log', store: keepsTheLog },
	{ name: 'takes a text out of the log at the next write only', store: redactsLater },
	{ name: 'leaves the titles that were made from a text', store: keepsTitles },
	{ name: 'reads a state from before a text was taken away', store: keepsSnapshot },
	{ name: 'shows a text that was taken away to whoever comes later', view: rememberedTexts() },
	{ name: 'lets everybody take a text away', decide: as(FACILITATOR, 'RedactCard') },
	{
		name: 'lets a card get a text after its text was taken away',
		decide: onState('EditCard', (state) => withCards(state, (card) => ({ ...card, redaction: null })))
	},
	{ name: 'undoes what somebody else changed since', decide: overChanges },
	{ name: 'loses the links that an undone act took', decide: answering('Rearrange', without('NeedLinked')) },
	{
		name: 'leaves the links that an undone act made',
		decide: answering('Rearrange', without('NeedUnlinked'))
	},
	{
		name: 'loses the codes of a stack when it comes back',
		decide: answering('Rearrange', without('ItemsClassified'))
	},
	{ name: 'loses what ideas rested on when undoing', decide: answering('Rearrange', without('IdeaTied')) },
	{
		name: 'loses what lay at a step that comes back',
		decide: answering('RearrangeSteps', without('ItemsPinned'))
	},
	{ name: 'undoes half of an act', decide: answering('Rearrange', (events) => events.slice(0, 1)) },
	{ name: 'lets everybody undo', decide: as(FACILITATOR, 'Rearrange', 'RearrangeSteps') },
	{ name: 'lets everybody classify', decide: as(FACILITATOR, 'ClassifyItems') },
	{
		name: 'classifies cards that the room has not seen',
		decide: onState(
			'ClassifyItems',
			(state) => withCards(state, (card) => ({ ...card, isShared: true })),
			FACILITATOR
		)
	},
	{ name: 'lets everybody add ideas', decide: as(FACILITATOR, 'AddIdea') },
	{ name: 'lets everybody decide', decide: as(FACILITATOR, 'AddDecision', 'AddAction') },
	{ name: 'lets everybody add people', decide: as(FACILITATOR, 'AddPerson') },
	{ name: 'lets everybody start a second vote', decide: as(FACILITATOR, 'StartVote') },
	{ name: 'writes for somebody who has a device', decide: onState('PostCardFor', withoutDevices) },
	{ name: 'votes for somebody who has a device', decide: onState('PlaceDotFor', withoutDevices) },
	{
		name: 'gives somebody without a device more dots than they have',
		decide: onState('PlaceDotFor', (state) => withRounds(state, withLargeBudget))
	},
	{ name: 'counts a shared budget for each person apart', decide: withOwnBallotsOnly },
	{
		name: 'holds a second vote on everything, whatever was asked',
		decide: answering('StartVote', (events) =>
			events.map((event) => (event.type === 'VoteStarted' ? { ...event, items: null } : event))
		)
	},
	{ name: 'keeps the old dots in a second vote', decide: answering('StartVote', without('VoteStarted')) },
	{
		name: 'forgets that a card is without origin',
		decide: answering('PostCard', (events) =>
			events.map((event) => (event.type === 'CardPosted' ? { ...event, isWithoutOrigin: false } : event))
		)
	},
	{ name: 'shows results before a vote is closed', view: withResults },
	{ name: 'forgets at a restart who has no device', store: forgetsDevices }
];

function withLargeBudget(round: Round): Round {
	return { ...round, settings: { ...round.settings, dotBudget: 20, dotsPerItemMax: 20 } };
}

function withOwnBallotsOnly(state: Worksession, command: Command, context: Context) {
	const isDot = command.type === 'PlaceDot' || command.type === 'PlaceDotFor';
	const { actor } = context;
	const asked = command.type === 'PlaceDotFor' ? command.participationId : null;
	const id = asked ?? (actor.role === 'participant' ? actor.participationId : '');
	const ownOnly = (round: Round): Round => {
		const ballot = own(round.ballots, id);
		return { ...round, ballots: ballot ? { [id]: ballot } : {} };
	};
	return decide(isDot ? withRounds(state, ownOnly) : state, command, context);
}

/** Takes the board as it is for what its sender knew. */
function overChanges(state: Worksession, command: Command, context: Context) {
	if (command.type !== 'Rearrange') return decide(state, command, context);
	const { roundId, from, to } = command;
	const round = own(state.rounds, roundId);
	const places = new Map(
		changedArrangement(
			state,
			withCards(state, (card) => ({ ...card, stepId: 'x', clusterId: 'x' })),
			roundId
		)?.from.cards.map((place) => [place.cardId, place])
	);
	const present = {
		...from,
		cards: from.cards.map((place) => places.get(place.cardId) ?? place),
		clusters: from.clusters.map((cluster) => ({ ...cluster, ...own(round?.clusters ?? {}, cluster.id) })),
		codes: from.codes.map(({ item }) => ({ item, codes: own(round?.codes ?? {}, itemKey(item)) ?? null }))
	};
	return decide(state, { ...command, from: present, to }, context);
}

function changingAppends(inner: Store, change: (append: Append) => Append): Store {
	return { ...inner, append: (batch) => inner.append(batch.map(change)) };
}

function keepsTheLog(inner: Store): Store {
	return changingAppends(inner, (append) => ({ ...append, taken: null }));
}

/** The log is rewritten with what is written next; what is read until then holds the text still. */
function redactsLater(inner: Store): Store {
	let owed: Append['taken'] = null;
	return changingAppends(inner, (append) => {
		const due = owed;
		owed = append.taken;
		return { ...append, taken: due };
	});
}

function keepsTitles(inner: Store): Store {
	const titles = new Map<number, WorksessionEvent>();
	const note = ({ version, event }: StoredEvent): void => {
		if (event.type === 'ClusterMade' || event.type === 'StepAdded')
			titles.set(version, titles.get(version) ?? event);
	};
	return {
		...inner,
		append: async (batch) => {
			for (const { sessionId, taken } of batch) if (taken) (await inner.read(sessionId, 0)).forEach(note);
			return inner.append(batch);
		},
		read: async (sessionId, after) => {
			const events = await inner.read(sessionId, after);
			return events.map((stored) => ({ ...stored, event: titles.get(stored.version) ?? stored.event }));
		}
	};
}

function keepsSnapshot(inner: Store): Store {
	let kept: Snapshot | null = null;
	return {
		...inner,
		append: async (batch) => {
			const [first] = batch;
			if (first?.taken) kept = await snapshotOf(inner, first.sessionId);
			return inner.append(batch);
		},
		snapshot: async (sessionId) => kept ?? (await inner.snapshot(sessionId))
	};
}

async function snapshotOf(store: Store, sessionId: string): Promise<Snapshot> {
	const events = await store.read(sessionId, 0);
	const state = events.map(({ event }) => event).reduce(evolve, initialState(sessionId));
	return { version: events.at(-1)?.version ?? 0, format: STATE_FORMAT, state };
}

function forgetsDevices(inner: Store): Store {
	return {
		...inner,
		snapshot: async (sessionId) => {
			const { version, format, state } = await snapshotOf(inner, sessionId);
			const participations = mapValues(state.participations, (one) => ({ ...one, isWithoutDevice: false }));
			return { version, format, state: { ...state, participations } };
		}
	};
}

function changingRounds(view: FreshView, change: (round: RoundView) => RoundView): FreshView {
	return { ...view, shared: { ...view.shared, rounds: mapValues(view.shared.rounds, change) } };
}

function rememberedTexts(): NonNullable<Mutant['view']> {
	const ofRooms = new WeakMap<Room, Map<string, string>>();
	return (view, room) => {
		const texts = ofRooms.get(room) ?? new Map<string, string>();
		ofRooms.set(room, texts);
		return changingRounds(view, (round) => ({
			...round,
			cards: mapValues(round.cards, (card) => {
				if (card.redaction === null) texts.set(card.id, card.text);
				return { ...card, text: texts.get(card.id) ?? card.text };
			})
		}));
	};
}

function withResults(view: FreshView, room: { readonly world: { readonly state: Worksession } }): FreshView {
	const { state } = room.world;
	return changingRounds(view, (round) => {
		const ballots = own(state.rounds, round.id)?.ballots ?? {};
		return { ...round, results: voteResults(ballots, state) };
	});
}
