import { allCards } from '#lib/domain/card/card-table.ts';
import type { Actor, Command } from '#lib/domain/commands.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { rolesOf } from '#lib/domain/permissions.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { STATE_FORMAT, initialState } from '#lib/domain/worksession.ts';
import { Sync, type Received } from '#lib/protocol/sync.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { FreshView, OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';
import { apply } from '#lib/protocol/patch.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { HandOnBoard, HoldBoard } from '#lib/server/hold-board.ts';
import type { Decide, Room } from '#lib/server/room.ts';
import type { Rooms } from '#lib/server/rooms.ts';
import type { Append, Store } from '#lib/server/store/store.ts';
import type { System } from '#lib/server/system.ts';
import type { Transport } from '#lib/server/viewers.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';

type HoldReader = Parameters<HoldBoard['enter']>[1];

/** A bug planted beside the production code. Each must be found, or the simulation is blind. */
export interface Mutant {
	readonly name: string;
	readonly store?: (inner: Store) => Store;
	readonly transport?: (inner: Transport, rooms: () => Rooms) => Transport;
	readonly view?: (view: FreshView, room: Room) => FreshView;
	readonly sync?: (first: FreshView) => Sync;
	readonly envelope?: (envelope: CommandEnvelope, browser: SimulatedBrowser) => CommandEnvelope;
	readonly hasNoDoor?: boolean;
	readonly ownForEveryone?: boolean;
	/** As whom the server takes whoever sends this. */
	readonly actor?: (visitor: Visitor, command: Command, state: Worksession) => Actor | null;
	/** By which rules the server decides. */
	readonly decide?: Decide;
	readonly bringsNothingAlong?: boolean;
	readonly losesStorageOnReload?: boolean;
	/** The clock by which the server forgets what is held. */
	readonly holdSystem?: (system: System) => System;
	/** Whom the server tells who holds what. */
	readonly holdReader?: (reader: HoldReader) => HoldReader;
	readonly hand?: (hand: HandOnBoard) => HandOnBoard;
}

const FACILITATOR = { role: 'facilitator', accountId: 'account' } as const;

export const HEALTHY: Mutant = { name: 'no bug' };

export const MUTANTS: readonly Mutant[] = [
	{ name: 'acknowledges before the commit', store: acknowledgesFirst },
	{
		name: 'says yes when the disk is full',
		store: (inner) => ({
			...inner,
			append: (batch) => inner.append(batch).catch(() => batch.map(() => 'appended' as const))
		})
	},
	{
		name: 'forgets what it has answered',
		store: (inner) => ({ ...inner, answered: () => Promise.resolve(new Map()) })
	},
	{
		name: 'gives a retry a new id',
		envelope: (envelope, { clockwork }) => ({ ...envelope, commandId: clockwork.nextId('again') })
	},
	{
		name: 'clears the outbox on sending',
		envelope: (envelope, { storage }) => {
			storage.clear();
			return envelope;
		}
	},
	{ name: 'loses the outbox on reload', losesStorageOnReload: true },
	{ name: 'applies a patch over a gap', sync: (first) => new GapBlindSync(first) },
	{ name: 'takes an old patch for a new one', sync: (first) => new OrderBlindSync(first) },
	{ name: 'takes an old own patch for a new one', sync: (first) => new OwnOrderBlindSync(first) },
	{ name: 'reopens a room one event short', store: forgetsTheLastEvent },
	{ name: 'sends own patches to everyone', ownForEveryone: true },
	{
		name: 'shows hidden cards to whoever comes late',
		view: (view, { world }) => ({ ...view, shared: { ...view.shared, ...hiddenTexts(world.state) } })
	},
	{ name: 'sends hidden cards along with a patch', transport: leaksInPatches },
	{
		name: 'names the writer of an anonymous card',
		view: (view, { world }) => ({ ...view, shared: { ...view.shared, ...authors(world.state) } })
	},
	{ name: 'lets everyone facilitate', actor: () => FACILITATOR },
	{
		name: 'lets a host arrange at every table',
		actor: ({ actor }, command, state) =>
			command.type === 'AddStep' && actor && rolesOf(state, actor).includes('host') ? FACILITATOR : actor
	},
	{
		name: 'lets everyone arrange, and trusts the browser to ask hosts only',
		actor: ({ actor }, { type }) => (type === 'MakeCluster' ? FACILITATOR : actor)
	},
	{ name: 'leaves behind what a device kept of a doubled person', bringsNothingAlong: true },
	{
		name: 'leaves the devices of a doubled person outside',
		store: (inner) => ({
			...inner,
			append: (batch) => inner.append(batch.map((append) => ({ ...append, merged: [] })))
		})
	},
	{ name: 'loses the cards of a doubled person', store: sendsDoublesAway },
	{ name: 'forgets at a restart that the lobby was locked', store: unlocksAtRestart },
	{
		name: 'goes on sending to whoever was sent away',
		transport: (inner) => ({ ...inner, endPerson: () => undefined })
	},
	{ name: 'lets whoever was sent away in again', hasNoDoor: true },
	{
		name: 'shows everybody which cards were put in beforehand',
		view: (view, { world }) => ({ ...view, shared: { ...view.shared, ...putIn(world.state) } })
	},
	{
		name: 'names who is here in the attendance',
		view: (view, { world }) => ({
			...view,
			attendance: {
				...view.attendance,
				partners: Object.fromEntries([...world.people.names.values()].map((name) => [name, 1]))
			}
		})
	},
	{ name: 'gives whoever comes back the first view again', view: rememberedView() }
];

/** Writes a turn when the next one comes; a crash between loses what was acknowledged. */
function acknowledgesFirst(inner: Store): Store {
	let owed: readonly Append[] = [];
	return {
		...inner,
		append: async (batch) => {
			const due = owed;
			owed = batch;
			if (due.length > 0) await inner.append(due);
			return batch.map(() => 'appended');
		}
	};
}

function forgetsTheLastEvent(inner: Store): Store {
	return {
		...inner,
		snapshot: async (sessionId) => {
			const events = await inner.read(sessionId, 0);
			const version = events.at(-1)?.version ?? 0;
			const kept = events.slice(0, -1).map(({ event }) => event);
			return { version, format: STATE_FORMAT, state: kept.reduce(evolve, initialState(sessionId)) };
		}
	};
}

/** Keeps the merger as if the double had been sent away with their cards. */
function sendsDoublesAway(inner: Store): Store {
	const sentAway = (event: WorksessionEvent): WorksessionEvent =>
		event.type === 'PeopleMerged'
			? { type: 'PersonRemoved', participationId: event.fromId, withCards: true }
			: event;
	return {
		...inner,
		append: (batch) =>
			inner.append(
				batch.map((append) => ({
					...append,
					commands: append.commands.map((one) => ({ ...one, events: one.events.map(sentAway) }))
				}))
			)
	};
}

function unlocksAtRestart(inner: Store): Store {
	return {
		...inner,
		snapshot: async (sessionId) => {
			const events = await inner.read(sessionId, 0);
			const state = events.map(({ event }) => event).reduce(evolve, initialState(sessionId));
			const version = events.at(-1)?.version ?? 0;
			return { version, format: STATE_FORMAT, state: { ...state, isLobbyLocked: false } };
		}
	};
}

class GapBlindSync extends Sync {
	override takeShared(patch: SharedPatch): Received {
		return super.takeShared({ ...patch, from: this.version });
	}
}

class OrderBlindSync extends Sync {
	override takeShared(message: SharedPatch): Received {
		if (!this.isLive || message.to > this.version) return super.takeShared(message);
		this.shared = apply(this.shared, message.patch) as FreshView['shared'];
		return 'applied';
	}
}

class OwnOrderBlindSync extends Sync {
	#newest = 0;
	override takeView(view: FreshView): Received {
		this.#newest = view.ownSeq;
		return super.takeView(view);
	}
	override takeOwn(message: OwnPatch): Received {
		const isOld = this.isLive && message.seq <= this.#newest;
		this.#newest = Math.max(this.#newest, message.seq);
		if (!isOld) return super.takeOwn(message);
		this.own = apply(this.own, message.patch) as FreshView['own'];
		return 'applied';
	}
}

function leaksInPatches(inner: Transport, rooms: () => Rooms): Transport {
	return {
		...inner,
		shared: (sessionId, audience, message) => {
			void rooms()
				.open(sessionId)
				.then((room) => {
					const leak = room ? hiddenTexts(room.world.state) : {};
					inner.shared(sessionId, audience, {
						...message,
						patch: { s: leak, c: { extra: message.patch } }
					});
				});
		}
	};
}

function hiddenTexts(state: Worksession): Readonly<Record<string, unknown>> {
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards));
	return { leak: cards.filter((card) => !card.isShared).map((card) => card.text) };
}

function putIn(state: Worksession): object {
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards));
	return { leak: cards.filter(({ author }) => author.kind === 'facilitator').map(({ text }) => text) };
}

function authors(state: Worksession): object {
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards));
	return { leak: cards.map((card) => ({ id: card.id, author: card.author })) };
}

function rememberedView(): NonNullable<Mutant['view']> {
	const first = new WeakMap<Room, Map<string, FreshView>>();
	return (view, room) => {
		const known = first.get(room) ?? new Map<string, FreshView>();
		first.set(room, known);
		const key = `${view.own?.participationId ?? ''}/${view.shared.facilitator ? 'facilitator' : ''}`;
		known.set(key, known.get(key) ?? view);
		return { ...(known.get(key) ?? view), version: view.version, ownSeq: view.ownSeq };
	};
}
