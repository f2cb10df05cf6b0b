import { refusalOf, type Visitor } from '#lib/server/access/visitors.ts';
import { HoldBoard, type HandOnBoard } from '#lib/server/hold-board.ts';
import { Rooms } from '#lib/server/rooms.ts';
import type { Room } from '#lib/server/room.ts';
import type { Append, Store } from '#lib/server/store/store.ts';
import { decide } from '#lib/domain/decide.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { Transport } from '#lib/server/viewers.ts';
import type { Clockwork } from '../kit/clockwork.ts';
import type { HoldWatch } from './hold-watch.ts';
import type { Mutant } from './mutants.ts';
import type { Down, Up, Wire } from './wire.ts';

/** What happens to the next write, or just after it. */
export type Fault = 'disk-full' | 'lost-answer' | 'crash-before' | 'crash-after' | 'crash-after-answer';

interface Connected {
	readonly wire: Wire;
	readonly visitor: Visitor;
	readonly room: Room;
	readonly hand: HandOnBoard | null;
}

/** Watches every message that leaves the server, and everything that is to be written. */
export interface Watch {
	leaving(json: string, visitor: Visitor, room: Room): void;
	writing(append: Append, room: Room): void;
	readonly holds: HoldWatch;
}

/**
 * The production rooms over a store that fails on demand. A crash stops everything at that moment: nothing is answered, sent or
 * written any more, and what was on its way arrives up to a point.
 */
export class SimulatedServer {
	isAlive = true;
	readonly rooms: Rooms;
	readonly #holds: HoldBoard;
	readonly #connected = new Map<Wire, Connected>();
	readonly #watch: Watch;
	readonly #sessionId: string;
	readonly #mutant: Mutant;
	#fault: Fault | null = null;

	constructor(parts: {
		store: Store;
		clockwork: Clockwork;
		sessionId: string;
		watch: Watch;
		mutant: Mutant;
	}) {
		this.#watch = parts.watch;
		this.#sessionId = parts.sessionId;
		this.#mutant = parts.mutant;
		const { system } = parts.clockwork;
		this.#holds = new HoldBoard(parts.mutant.holdSystem?.(system) ?? system);
		const transport: Transport = {
			shared: (_, audience, patch) =>
				this.#broadcast(({ visitor }) => visitor.audience === audience, { kind: 'shared', patch }),
			own: (_, identity, patch) =>
				this.#broadcast(({ visitor }) => parts.mutant.ownForEveryone || visitor.identity?.key === identity, {
					kind: 'own',
					patch
				}),
			// Counts of who is here promise nothing; a fresh view brings them.
			attendance: () => undefined,
			endPerson: (_, participationId) => this.#endPerson(participationId),
			disconnect: () => this.crash(0)
		};
		const failing = this.#failing(parts.store);
		this.rooms = new Rooms({
			store: parts.mutant.store?.(failing) ?? failing,
			system: parts.clockwork.system,
			transport: parts.mutant.transport?.(transport, () => this.rooms) ?? transport,
			onFault: () => 'fault',
			decide: parts.mutant.decide ?? decide
		});
	}

	failNext(fault: Fault | null): void {
		this.#fault = fault;
	}

	/** Asks inside again, like the gateway, whether whoever comes was sent away meanwhile. */
	async connect(wire: Wire, visitor: Visitor): Promise<void> {
		const known = await this.rooms.open(this.#sessionId);
		if (known && this.#isRefused(known, visitor)) wire.cut(0);
		if (!wire.isOpen) return;
		const room = await this.rooms.enter(this.#sessionId, visitor.audience, visitor.identity);
		if (!room || !this.isAlive || !wire.isOpen) return;
		if (this.#isRefused(room, visitor)) {
			this.rooms.leave(this.#sessionId, room, visitor.audience, visitor.identity);
			wire.cut(0);
			return;
		}
		this.#watch.holds.entered(wire, visitor, room);
		const connected = { wire, visitor, room, hand: this.#handOf(wire, visitor, room) };
		this.#connected.set(wire, connected);
		this.#sendView(connected);
	}

	disconnect(wire: Wire): void {
		const connected = this.#connected.get(wire);
		if (!connected) return;
		this.#connected.delete(wire);
		const { visitor, room, hand } = connected;
		this.#watch.holds.left(wire);
		hand?.leave();
		this.rooms.leave(this.#sessionId, room, visitor.audience, visitor.identity);
	}

	receive(wire: Wire, message: Up): void {
		const connected = this.#connected.get(wire);
		if (!connected || !this.isAlive) return;
		if (message.kind === 'resync') {
			this.#sendView(connected);
			return;
		}
		if (message.kind === 'hold') {
			this.#watch.holds.heard(wire, message.hold);
			connected.hand?.hold(message.hold);
			return;
		}
		const { visitor } = connected;
		const { state } = connected.room.world;
		const actor = this.#mutant.actor?.(visitor, message.envelope.command, state) ?? visitor.actor;
		if (!actor) return;
		this.rooms.submit(this.#sessionId, {
			actor,
			envelope: message.envelope,
			proofOf: visitor.identity?.proofOf ?? (() => null),
			newPerson: null,
			answer: (answer) => {
				this.#send(connected, { kind: 'answer', call: message.call, answer });
				if (this.#fault === 'crash-after-answer') this.crash(2);
			}
		});
	}

	/** Stops at once; of each browser's messages under way the first `kept` still arrive. */
	crash(kept: number): void {
		this.isAlive = false;
		for (const { wire } of this.#connected.values()) {
			wire.cut(kept);
			this.#watch.holds.left(wire);
		}
		this.#connected.clear();
	}

	/** Screens hold nothing, and hear of nothing held. */
	#handOf(wire: Wire, visitor: Visitor, room: Room): HandOnBoard | null {
		const { actor, facilitatorName } = visitor;
		if (!actor) return null;
		const send = (held: readonly HeldView[]) => {
			if (!this.isAlive) return;
			this.#watch.holds.told(wire, held);
			this.#watch.leaving(wire.sendDown({ kind: 'held', held }), visitor, room);
		};
		const reader = { actor, facilitatorName: facilitatorName ?? '', world: () => room.world, send };
		const hand = this.#holds.enter(this.#sessionId, this.#mutant.holdReader?.(reader) ?? reader);
		return this.#mutant.hand?.(hand) ?? hand;
	}

	#isRefused({ world }: Room, visitor: Visitor): boolean {
		return !this.#mutant.hasNoDoor && refusalOf(world.state, visitor) !== null;
	}

	/** What was sent before the end still arrives. */
	#endPerson(participationId: string): void {
		for (const { wire, visitor } of [...this.#connected.values()])
			if (visitor.identity?.participationId === participationId) {
				wire.cut(wire.down.length);
				this.disconnect(wire);
			}
	}

	#broadcast(isFor: (connected: Connected) => boolean, message: Down): void {
		for (const connected of this.#connected.values()) if (isFor(connected)) this.#send(connected, message);
	}

	#sendView(connected: Connected): void {
		const { visitor, room } = connected;
		const { version, shared, ownSeq, own } = room.viewers.sent(visitor.audience, visitor.identity);
		const presence = { online: 0, writing: 0, people: null, facilitators: null };
		const attendance = attendanceOf(room.world.state);
		const view = { version, shared, ownSeq, own, presence, attendance, serverNow: 0 };
		this.#send(connected, { kind: 'view', view: this.#mutant.view?.(view, room) ?? view });
	}

	#send({ wire, visitor, room }: Connected, message: Down): void {
		if (this.isAlive) this.#watch.leaving(wire.sendDown(message), visitor, room);
	}

	#failing(store: Store): Store {
		return {
			...store,
			append: async (batch) => {
				const fault = this.#fault;
				if (!this.isAlive) return never();
				for (const append of batch) {
					const room = await this.rooms.open(append.sessionId);
					if (room) this.#watch.writing(append, room);
				}
				if (fault !== 'crash-after-answer') this.#fault = null;
				if (fault === 'disk-full') throw new Error('disk full');
				if (fault === 'crash-before') return this.#dieHere();
				const results = await store.append(batch);
				if (fault === 'lost-answer') throw new Error('the answer was lost');
				return fault === 'crash-after' ? this.#dieHere() : results;
			}
		};
	}

	#dieHere(): Promise<never> {
		this.crash(1);
		return never();
	}
}

function never(): Promise<never> {
	return new Promise(() => undefined);
}
