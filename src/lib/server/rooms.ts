import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { STATE_FORMAT, initialState } from '#lib/domain/worksession.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { Room, type Decide, type Plan, type Request } from './room.ts';
import type { Append, AppendResult, Store } from './store/store.ts';
import type { System } from './system.ts';
import { Viewers, type Identity, type Transport, type World } from './viewers.ts';

/** A state is kept this often, so that opening a room reads at most about this many events. */
const SNAPSHOT_EVERY_EVENTS = 200;
/** A room that nobody looks at for this long leaves memory; the log brings it back. */
const ROOM_IDLE_MS_MAX = 10 * 60_000;
/** How often a worksession may be overtaken by another writer before its commands fail. */
const STALE_TRIES_MAX = 3;

interface Waiting {
	readonly sessionId: string;
	readonly request: Request;
	readonly tries: number;
}

interface Planned {
	readonly room: Room;
	readonly plan: Plan;
	readonly waiting: readonly Waiting[];
}

/** Logs a fault and gives the id under which it stands in the log. */
export type OnFault = (error: unknown, where: string) => string;

/**
 * The open rooms, and the turns in which their commands are committed. What arrives in one turn of the event loop, over all
 * rooms, is decided in order and written in ONE transaction; while that is under way the next turn gathers. So a quiet
 * room waits for nobody, and load turns into larger batches.
 */
export class Rooms {
	readonly #store: Store;
	readonly #system: System;
	readonly #transport: Transport;
	readonly #onFault: OnFault;
	readonly #decide: Decide;
	readonly #rooms = new Map<string, Promise<Room | null>>();
	readonly #snapshotVersions = new Map<string, number>();
	readonly #idle = new Map<string, () => void>();
	#waiting: Waiting[] = [];
	#isTurning = false;
	#whenQuiet: (() => void)[] = [];

	constructor(parts: {
		store: Store;
		system: System;
		transport: Transport;
		onFault: OnFault;
		decide?: Decide;
	}) {
		this.#decide = parts.decide ?? decide;
		this.#store = parts.store;
		this.#system = parts.system;
		this.#transport = parts.transport;
		this.#onFault = parts.onFault;
	}

	/** The room of a worksession, read from the store when it is not in memory. Null when there is no such worksession. */
	open(sessionId: string): Promise<Room | null> {
		const opening = this.#rooms.get(sessionId) ?? this.#openAnew(sessionId);
		this.#rooms.set(sessionId, opening);
		return opening;
	}

	/** Hands a command to its room; `request.answer` is called once. */
	submit(sessionId: string, request: Request): void {
		this.#waiting.push({ sessionId, request, tries: 0 });
		this.#schedule();
	}

	/** Submits and waits for the answer; for pages, which have no socket. */
	run(sessionId: string, request: Omit<Request, 'answer'>): Promise<Answer> {
		return new Promise((resolve) => this.submit(sessionId, { ...request, answer: resolve }));
	}

	/** Adds a connection to a room. Null when there is no such worksession. */
	async enter(sessionId: string, audience: Audience, identity: Identity | null): Promise<Room | null> {
		const room = await this.open(sessionId);
		if (!room) return null;
		room.viewers.enter(room.world, audience, identity);
		this.#idle.get(sessionId)?.();
		this.#idle.delete(sessionId);
		return room;
	}

	/** Takes a connection out of the room it entered. */
	leave(sessionId: string, room: Room, audience: Audience, identity: Identity | null): void {
		room.viewers.leave(audience, identity);
		if (room.viewers.isEmpty) this.#closeWhenIdle(sessionId, room);
	}

	/** Removes a worksession from memory at once, without keeping a state; used when it is deleted. */
	forget(sessionId: string): void {
		this.#idle.get(sessionId)?.();
		this.#idle.delete(sessionId);
		this.#rooms.delete(sessionId);
	}

	/** Resolves when everything submitted so far has been answered. */
	async quiet(): Promise<void> {
		if (!this.#isTurning && this.#waiting.length === 0) return;
		await new Promise<void>((resolve) => this.#whenQuiet.push(resolve));
	}

	#schedule(): void {
		if (this.#isTurning) return;
		this.#isTurning = true;
		this.#system.afterTurn(() => void this.#turnUntilQuiet());
	}

	async #turnUntilQuiet(): Promise<void> {
		while (this.#waiting.length > 0) {
			const taken = this.#waiting;
			this.#waiting = [];
			await this.#turn(taken);
		}
		this.#isTurning = false;
		for (const resolve of this.#whenQuiet.splice(0)) resolve();
	}

	async #turn(taken: readonly Waiting[]): Promise<void> {
		const planned: Planned[] = [];
		for (const [sessionId, waiting] of Map.groupBy(taken, ({ sessionId }) => sessionId)) {
			const one = await this.#plan(sessionId, waiting);
			if (one) planned.push(one);
		}
		const writing = planned.filter(({ plan }) => plan.append !== null);
		const results = await this.#append(writing);
		for (const one of planned) {
			const index = writing.indexOf(one);
			await this.#conclude(one, index < 0 ? 'appended' : results[index]);
		}
	}

	async #plan(sessionId: string, waiting: readonly Waiting[]): Promise<Planned | null> {
		try {
			const room = await this.open(sessionId);
			if (!room) throw new Error('Broken promise: commands come from rooms that exist');
			const requests = waiting.map(({ request }) => request);
			const unanswered = room.unanswered(requests);
			const stored = await this.#store.answered(sessionId, unanswered);
			return { room, plan: room.plan(requests, stored), waiting };
		} catch (error) {
			this.#fail(waiting, this.#onFault(error, 'plan'));
			return null;
		}
	}

	/** The results in the order of `writing`; undefined for each when nothing was written. */
	async #append(writing: readonly Planned[]): Promise<readonly (AppendResult | undefined)[]> {
		const batch = writing.flatMap(({ plan }) => plan.append ?? []) satisfies Append[];
		if (batch.length === 0) return [];
		try {
			return await this.#store.append(batch);
		} catch (error) {
			const fault = this.#onFault(error, 'append');
			for (const { waiting } of writing) this.#fail(waiting, fault);
			for (const { room } of writing) await this.#reload(room);
			return [];
		}
	}

	async #conclude({ room, plan, waiting }: Planned, result: AppendResult | undefined): Promise<void> {
		if (result === 'appended') {
			if (plan.append?.taken) await this.#adoptRewritten(room, plan, waiting);
			else this.#adopt(room, plan, waiting);
		}
		if (result === 'stale') await this.#retry(room, waiting);
	}

	/**
	 * The log was rewritten, and titles in it may have changed. Everybody gets what it now gives at once: a second patch of the same
	 * version would be one that a browser has had.
	 */
	async #adoptRewritten(room: Room, plan: Plan, waiting: readonly Waiting[]): Promise<void> {
		const sessionId = room.world.state.id;
		try {
			const world = await this.#world(sessionId);
			this.#adopt(room, world ? { ...plan, world } : plan, waiting);
		} catch (error) {
			this.#onFault(error, 'reload');
			this.#adopt(room, plan, waiting);
			this.forget(sessionId);
			this.#transport.disconnect(sessionId);
		}
	}

	/**
	 * A plan that is on disk and still cannot be shown is a broken promise of our own: nobody can tell what everyone has seen, so the
	 * room starts again from its log. Other rooms go on.
	 */
	#adopt(room: Room, plan: Plan, waiting: readonly Waiting[]): void {
		try {
			room.adopt(plan);
			this.#keepSnapshot(room.world);
		} catch (error) {
			const sessionId = room.world.state.id;
			this.#fail(waiting, this.#onFault(error, 'adopt'));
			this.forget(sessionId);
			this.#transport.disconnect(sessionId);
		}
	}

	/** Somebody else wrote this worksession: read on, and decide again on what is so now. */
	async #retry(room: Room, waiting: readonly Waiting[]): Promise<void> {
		await this.#reload(room);
		const again = waiting.filter(({ tries }) => tries < STALE_TRIES_MAX);
		const given = waiting.filter(({ tries }) => tries >= STALE_TRIES_MAX);
		if (given.length > 0) this.#fail(given, this.#onFault(new Error('stale'), 'append'));
		this.#waiting.unshift(...again.map((one) => ({ ...one, tries: one.tries + 1 })));
	}

	#fail(waiting: readonly Waiting[], fault: string): void {
		for (const { request } of waiting) request.answer({ ok: false, fault });
	}

	async #reload(room: Room): Promise<void> {
		try {
			const world = await this.#world(room.world.state.id);
			if (world) room.reload(world);
		} catch (error) {
			this.#onFault(error, 'reload');
		}
	}

	/** A room that only a page looks at or joins leaves memory like one that everybody left. */
	async #openAnew(sessionId: string): Promise<Room | null> {
		const room = await this.#read(sessionId).catch((error: unknown) => {
			this.#rooms.delete(sessionId);
			throw error;
		});
		if (room) this.#closeWhenIdle(sessionId, room);
		else this.#rooms.delete(sessionId);
		return room;
	}

	async #read(sessionId: string): Promise<Room | null> {
		const world = await this.#world(sessionId);
		if (!world) return null;
		const viewers = new Viewers(sessionId, this.#transport);
		const onFault = (error: unknown) => this.#onFault(error, 'decide');
		return new Room({ world, system: this.#system, viewers, onFault, decide: this.#decide });
	}

	async #world(sessionId: string): Promise<World | null> {
		const snapshot = await this.#store.snapshot(sessionId);
		const isReadable = snapshot?.format === STATE_FORMAT;
		const from = isReadable ? snapshot : { version: 0, state: initialState(sessionId) };
		const events = await this.#store.read(sessionId, from.version);
		const version = events.at(-1)?.version ?? from.version;
		if (version === 0) return null;
		this.#snapshotVersions.set(sessionId, from.version);
		const people = await this.#store.people(sessionId);
		const names = new Map(people.map(({ participationId, name }) => [participationId, name]));
		const state = events.reduce((before, { event }) => evolve(before, event), from.state);
		return { state, version, people: { names, epoch: 0 } };
	}

	#keepSnapshot({ state, version }: World, every = SNAPSHOT_EVERY_EVENTS): void {
		const kept = this.#snapshotVersions.get(state.id) ?? 0;
		if (version - kept < every) return;
		this.#snapshotVersions.set(state.id, version);
		this.#store.saveSnapshot(state.id, { version, format: STATE_FORMAT, state }).catch((error: unknown) => {
			this.#snapshotVersions.set(state.id, kept);
			this.#onFault(error, 'snapshot');
		});
	}

	/** Not during a turn: its commands would be adopted by a room that nobody who comes now is in. */
	#closeWhenIdle(sessionId: string, room: Room): void {
		this.#idle.get(sessionId)?.();
		const cancel = this.#system.later(ROOM_IDLE_MS_MAX, () => {
			this.#idle.delete(sessionId);
			if (!room.viewers.isEmpty) return;
			if (this.#isTurning) {
				this.#closeWhenIdle(sessionId, room);
				return;
			}
			this.#keepSnapshot(room.world, 1);
			this.#rooms.delete(sessionId);
		});
		this.#idle.set(sessionId, cancel);
	}
}
