import { Delivery } from '#lib/client/delivery.ts';
import { Outbox } from '#lib/client/outbox.ts';
import { bringAlong, isSomebodyElse } from '#lib/client/same-person.ts';
import { Sync } from '#lib/protocol/sync.ts';
import { FORESEEN_ID } from '#lib/domain/board/arrangement-change.ts';
import type { Hold } from '#lib/domain/board/holding.ts';
import type { Command } from '#lib/domain/commands.ts';
import { actorOf, stateFromView } from '#lib/domain/prediction.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer, FreshView } from '#lib/protocol/messages.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import { ActHistory } from '#lib/ui/board/act-history.svelte.ts';
import type { Clockwork } from '../kit/clockwork.ts';
import type { Mutant } from './mutants.ts';
import { SESSION, type Device } from './visitors.ts';
import type { Down, Wire } from './wire.ts';

/** One tab: the production sync, outbox and delivery on a wire that the schedule moves. */
export class SimulatedBrowser {
	readonly device: Device;
	/** As whom the page was loaded. */
	visitor: Visitor;
	/** This page is that of somebody who turned out to be somebody else, or who was sent away: it loads again before it does anything. */
	mustReload = false;
	/** Every command this tab undertook to deliver. */
	readonly kept = new Set<string>();
	wire: Wire | null = null;
	sync: Sync;
	#delivery: Delivery | null;
	readonly clockwork: Clockwork;
	readonly #mutant: Mutant;
	readonly #calls = new Map<number, (answer: Answer | null) => void>();
	#lastCall = 0;
	#history = new ActHistory();

	constructor(parts: {
		device: Device;
		visitor: Visitor;
		first: FreshView;
		clockwork: Clockwork;
		mutant: Mutant;
	}) {
		this.visitor = parts.visitor;
		this.device = parts.device;
		this.clockwork = parts.clockwork;
		this.#mutant = parts.mutant;
		this.sync = parts.mutant.sync?.(parts.first) ?? new Sync(parts.first);
		this.#delivery = this.#startDelivery();
	}

	get storage(): Device['storage'] {
		return this.device.storage;
	}

	/** Keeps a card, edit or withdrawal until it has arrived; gives its id. */
	keep(command: Command): string {
		const commandId = this.clockwork.nextId('draft');
		this.kept.add(commandId);
		this.#delivery?.add(commandId, command);
		return commandId;
	}

	/** Asks once, and the schedule may lose it; gives its id. A facilitator's page keeps what it did, to undo it. */
	act(command: Command): string {
		const commandId = this.clockwork.nextId('act');
		const isDone = this.visitor.audience === 'facilitator' ? this.#history.expect(this, command) : null;
		void this.#send({ commandId, command }).then((answer) => answer?.ok && isDone?.());
		return commandId;
	}

	/** Undoes one's own last act, or does it again; gives what was sent. */
	stepThrough(direction: 'undo' | 'redo'): CommandEnvelope | null {
		const command = this.#history.next(direction, this.shared);
		if (!command) return null;
		const envelope = { commandId: this.clockwork.nextId('undo'), command };
		void this.#send(envelope).then((answer) => {
			if (answer?.ok) this.#history.moved(direction, command);
			else if (answer) this.#history.drop(direction);
		});
		return envelope;
	}

	/** Tells what is picked up here; null when it is put down. */
	hold(hold: Hold | null): void {
		this.wire?.sendUp({ kind: 'hold', hold });
	}

	get shared(): SharedView {
		return this.sync.shared;
	}

	/** As the page foresees what an act would make of what it knows. */
	foresee(command: Command) {
		const before = stateFromView(this.sync.shared, this.sync.own);
		const outcome = decide(before, command, {
			actor: actorOf(this.sync.own),
			now: this.clockwork.now,
			commandId: FORESEEN_ID,
			newId: () => FORESEEN_ID,
			proofOf: () => FORESEEN_ID
		});
		return outcome.ok ? { before, after: outcome.value.reduce(evolve, before) } : null;
	}

	open(wire: Wire): void {
		this.wire = wire;
	}

	/** The connection is gone: whoever waits for an answer stops waiting. */
	lose(): void {
		this.wire = null;
		this.sync.interrupt();
		this.#delivery?.disconnected();
		this.stopWaiting();
	}

	/** The time for an answer has passed. */
	stopWaiting(): void {
		for (const resolve of this.#calls.values()) resolve(null);
		this.#calls.clear();
	}

	/** The tab is loaded again: memory is gone, the device's storage stays. */
	reload(visitor: Visitor, first: FreshView): void {
		this.lose();
		this.#delivery?.stop();
		this.mustReload = visitor.identity !== null && first.own === null;
		this.visitor = visitor;
		if (this.#mutant.losesStorageOnReload) this.storage.clear();
		if (first.own && !this.#mutant.bringsNothingAlong) bringAlong(this.storage, SESSION, first.own);
		this.sync = this.#mutant.sync?.(first) ?? new Sync(first);
		this.#delivery = this.#startDelivery();
		this.#history = new ActHistory();
	}

	get hasOutbox(): boolean {
		return (this.#delivery?.pending(this.sync.own) ?? []).some(({ state }) => state !== 'refused');
	}

	/** Commands whose writer was told that, and why, they were refused. */
	get refused(): ReadonlyMap<string, Rejection | null> {
		const pending = this.#delivery?.pending(this.sync.own) ?? [];
		const refused = pending.filter(({ state }) => state === 'refused');
		return new Map(refused.map(({ commandId, rejection }) => [commandId, rejection]));
	}

	/** Another tab of this device changed the storage. */
	storageChanged(): void {
		this.#delivery?.storageChanged(null);
	}

	receive(message: Down): void {
		switch (message.kind) {
			case 'view':
				if (isSomebodyElse(this.sync.own, message.view.own)) {
					this.mustReload = true;
					break;
				}
				if (this.sync.takeView(message.view) === 'gap') this.wire?.sendUp({ kind: 'resync' });
				this.#delivery?.connected();
				break;
			case 'shared':
				if (this.sync.takeShared(message.patch) === 'gap') this.wire?.sendUp({ kind: 'resync' });
				break;
			case 'own':
				if (this.sync.takeOwn(message.patch) === 'gap') this.wire?.sendUp({ kind: 'resync' });
				break;
			case 'held':
				// Read where it leaves the server: a socket does not swap or repeat these, as the wire does.
				break;
			case 'answer':
				this.#calls.get(message.call)?.(message.answer);
				this.#calls.delete(message.call);
		}
	}

	#startDelivery(): Delivery | null {
		const { identity } = this.visitor;
		if (!identity) return null;
		return new Delivery({
			outbox: new Outbox(this.storage, SESSION, identity.participationId),
			send: (envelope) => this.#send(this.#mutant.envelope?.(envelope, this) ?? envelope),
			later: (ms, run) => this.clockwork.later(ms, run),
			now: () => this.clockwork.now,
			changed: () => undefined
		});
	}

	async #send(envelope: CommandEnvelope): Promise<Answer | null> {
		if (!this.wire?.isOpen) return null;
		this.#lastCall += 1;
		const call = this.#lastCall;
		this.wire.sendUp({ kind: 'command', call, envelope });
		const answer = await new Promise<Answer | null>((resolve) => this.#calls.set(call, resolve));
		if (answer?.ok) this.device.accepted.add(envelope.commandId);
		return answer;
	}
}
