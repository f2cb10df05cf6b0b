import { untrack } from 'svelte';
import { FORESEEN_ID } from '#lib/domain/board/arrangement-change.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { Hold } from '#lib/domain/board/holding.ts';
import { actorOf, stateFromView } from '#lib/domain/prediction.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer, FreshView, Presence, Refusal } from '#lib/protocol/messages.ts';
import { Sync } from '#lib/protocol/sync.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { authorKeyOf, deviceStorage } from './author-key.ts';
import { Connection, type ConnectionListener } from './connection.ts';
import { Delivery, type PendingCommand } from './delivery.ts';
import { FrameGate } from './frame-gate.ts';
import { nextTickIn } from './next-tick.ts';
import { Outbox } from './outbox.ts';
import { randomId } from './random-id.ts';
import { bringAlong, isSomebodyElse } from './same-person.ts';
import { ServerClock } from './server-clock.ts';

export type { PendingCommand } from './delivery.ts';

/** From here on a lost connection is said in a bar and not only beside the name. */
const LONG_OFFLINE_MS = 10_000;
/** An act that nobody confirmed in this time has failed for whoever waits for it. */
const ACT_MS_MAX = 12_000;
const ACT_RETRY_MS = 400;
/** What a browser tells when a page comes to life again, besides its visibility. */
const WAKING = ['pageshow', 'focus'] as const;

/** One worksession on one screen: the confirmed view, what is on its way, and the two ways to ask for something. */
export class WorksessionClient {
	/** Replaced on every patch; parts that did not change keep their reference. */
	shared = $state.raw<SharedView>() as SharedView;
	own = $state.raw<OwnView | null>(null);
	presence = $state.raw<Presence>() as Presence;
	/** Who has joined, as counts. */
	attendance = $state.raw<Attendance>() as Attendance;
	/** What others who arrange have picked up from the board. */
	held = $state.raw<readonly HeldView[]>([]);
	connection = $state<'connecting' | 'online' | 'offline' | 'refused'>('connecting');
	refusal = $state<Refusal | null>(null);
	/** The outbox as the screen shows it. */
	pending = $state.raw<readonly PendingCommand[]>([]);
	/** The server's time in epoch milliseconds, four times a second. */
	now = $state(0);
	#offlineSince = $state<number | null>(null);
	/** What we know in the shape of the rules; made once per view, however many buttons ask. */
	readonly #known = $derived(stateFromView(this.shared, this.own));

	readonly #sync: Sync;
	readonly #clock: ServerClock;
	readonly #hello: { readonly sessionId: string; readonly audience: Audience };
	#authorKey: string | null = null;
	#link: Connection | null = null;
	#delivery: Delivery | null = null;
	#keeper: ClockKeeper | null = null;
	readonly #gate = new FrameGate(() => this.#show(), {
		nextFrame,
		isVisible: () => document.visibilityState === 'visible'
	});

	constructor(hello: { sessionId: string; audience: Audience }, fresh: FreshView) {
		this.#hello = hello;
		this.#sync = new Sync(fresh);
		this.#clock = new ServerClock(fresh.serverNow, {
			monotonic: () => performance.now(),
			wall: () => Date.now()
		});
		this.shared = fresh.shared;
		this.own = fresh.own;
		this.presence = fresh.presence;
		this.attendance = fresh.attendance;
		this.now = fresh.serverNow;
	}

	/** The secret of this browser for fully anonymous cards, once it has started; null for whoever writes none. */
	get authorKey(): string | null {
		return this.#authorKey;
	}

	get isLongOffline(): boolean {
		return this.#offlineSince !== null && this.now - this.#offlineSince > LONG_OFFLINE_MS;
	}

	/** Connects; the answer disconnects. Browser only. */
	start(): () => void {
		const { sessionId } = this.#hello;
		const storage = deviceStorage();
		this.#authorKey = this.own && authorKeyOf(storage, sessionId, this.own.participationId);
		const link = new Connection({ ...this.#hello, authorKey: this.#authorKey }, this.#listener());
		this.#link = link;
		this.#delivery =
			this.own && this.#startDelivery(link, new Outbox(storage, sessionId, this.own.participationId));
		const keeper = this.#keepClock(link);
		const stopTicking = this.#tick(keeper);
		const onStorage = (event: StorageEvent) => this.#delivery?.storageChanged(event.key);
		window.addEventListener('storage', onStorage);
		link.open();
		return () => {
			stopTicking();
			this.#gate.stop();
			keeper.stop();
			window.removeEventListener('storage', onStorage);
			this.#delivery?.stop();
			link.close();
			this.#link = null;
		};
	}

	/**
	 * Asks now and waits for the answer. Sent again under the same id while the connection comes and goes; gives up after a while
	 * with the fault `offline`.
	 */
	async act(command: Command): Promise<Answer> {
		const envelope = { commandId: randomId(), command };
		const deadline = performance.now() + ACT_MS_MAX;
		while (this.#link && performance.now() < deadline) {
			const answer = await this.#send(this.#link, envelope);
			if (answer && !('fault' in answer && answer.fault === 'busy')) return answer;
			await new Promise((resolve) => setTimeout(resolve, ACT_RETRY_MS));
		}
		return { ok: false, fault: 'offline' };
	}

	/** Keeps a command on this device until the server has it, over reloads and lost connections. Gives its id. */
	keep(command: Command): string {
		const commandId = randomId();
		this.#delivery?.add(commandId, command);
		return commandId;
	}

	/** Tries a kept command once more. */
	retry(commandId: string): void {
		this.#delivery?.retry(commandId);
	}

	/** Gives up a kept command. */
	discard(commandId: string): void {
		this.#delivery?.discard(commandId);
	}

	/**
	 * Why the server would refuse this now, by the same rules on what we may see; null when it would not. Asked in a template it is
	 * asked again when the view changes, and not at every tick of the clock.
	 */
	wouldRefuse(command: Command): Rejection | null {
		const outcome = this.#foretold(command);
		return outcome.ok ? null : outcome.rejection;
	}

	/** What we know now, and what this act would make of it; null when it would be refused. What it makes has the id `FORESEEN_ID`. */
	foresee(command: Command): { readonly before: Worksession; readonly after: Worksession } | null {
		const outcome = this.#foretold(command);
		if (!outcome.ok) return null;
		return { before: this.#known, after: outcome.value.reduce(evolve, this.#known) };
	}

	/** What we know of the worksession, in the shape of the rules. */
	get known(): Worksession {
		return this.#known;
	}

	#foretold(command: Command): ReturnType<typeof decide> {
		return decide(this.#known, command, {
			actor: actorOf(this.own),
			now: untrack(() => this.now),
			commandId: FORESEEN_ID,
			newId: () => FORESEEN_ID,
			proofOf: () => FORESEEN_ID
		});
	}

	setWriting(isWriting: boolean): void {
		this.#link?.writing(isWriting);
	}

	/** Tells those who arrange what is picked up here; null when it is put down. */
	hold(hold: Hold | null): void {
		this.#link?.hold(hold);
	}

	/** What the server answers, once the page shows what came before the answer. */
	async #send(link: Connection, envelope: CommandEnvelope): Promise<Answer | null> {
		const answer = await link.send(envelope);
		this.#gate.flush();
		return answer;
	}

	#keepClock(link: Connection): ClockKeeper {
		const keeper = new ClockKeeper({
			clock: this.#clock,
			ask: () => link.serverNow(),
			later,
			unanswered: () => link.resync()
		});
		this.#keeper = keeper;
		return keeper;
	}

	/** Draws the time again and again, and at once when the page is looked at again. Gives what ends it. */
	#tick(keeper: ClockKeeper): () => void {
		let forget = (): void => undefined;
		const tick = () => {
			keeper.check();
			this.now = this.#clock.now();
			forget = later(nextTickIn(this.shared.timer, this.now), tick);
		};
		const wake = () => {
			if (document.visibilityState !== 'visible') return;
			keeper.woken();
			forget();
			tick();
		};
		tick();
		document.addEventListener('visibilitychange', wake);
		for (const name of WAKING) window.addEventListener(name, wake);
		return () => {
			forget();
			document.removeEventListener('visibilitychange', wake);
			for (const name of WAKING) window.removeEventListener(name, wake);
		};
	}

	#startDelivery(link: Connection, outbox: Outbox): Delivery {
		const delivery = new Delivery({
			outbox,
			send: (envelope) => this.#send(link, envelope),
			later,
			now: () => this.#clock.now(),
			changed: () => this.#showPending()
		});
		this.#delivery = delivery;
		this.#showPending();
		return delivery;
	}

	#showPending(): void {
		this.pending = this.#delivery?.pending(this.own) ?? [];
	}

	#listener(): ConnectionListener {
		return {
			view: (view) => {
				// A facilitator made two participations one: this page begins again as the one that remains.
				if (isSomebodyElse(this.own, view.own)) {
					location.reload();
					return;
				}
				const received = this.#sync.takeView(view);
				this.presence = view.presence;
				this.attendance = view.attendance;
				this.connection = 'online';
				this.refusal = null;
				this.#offlineSince = null;
				this.#taken(received);
				this.#gate.flush();
				this.#keeper?.connected();
				this.#delivery?.connected();
			},
			shared: (patch) => this.#taken(this.#sync.takeShared(patch)),
			own: (patch) => this.#taken(this.#sync.takeOwn(patch)),
			presence: (presence) => (this.presence = presence),
			attendance: (attendance) => (this.attendance = attendance),
			held: (held) => (this.held = held),
			lost: () => {
				this.held = [];
				this.#sync.interrupt();
				this.#keeper?.disconnected();
				if (this.connection !== 'refused') this.connection = 'offline';
				this.#offlineSince ??= this.now;
				this.#delivery?.disconnected();
			},
			refused: (refusal) => {
				this.refusal = refusal;
				this.connection = 'refused';
			}
		};
	}

	#taken(received: ReturnType<Sync['takeShared']>): void {
		if (received === 'gap') this.#link?.resync();
		if (received !== 'ignored') this.#gate.ask();
	}

	#show(): void {
		const wasFrozen = this.shared.isFrozen;
		this.shared = this.#sync.shared;
		this.own = this.#sync.own;
		if (wasFrozen && !this.shared.isFrozen) this.#delivery?.resumed();
		this.#showPending();
	}
}

/** A client for this page: rendered on the server from `fresh`, live once the page is in the browser. */
export function createWorksessionClient(options: {
	sessionId: string;
	audience: Audience;
	fresh: FreshView;
}): WorksessionClient {
	const { fresh, ...hello } = options;
	// Before the outbox is opened, and before anything on the page reads a draft.
	if (fresh.own) bringAlong(deviceStorage(), hello.sessionId, fresh.own);
	const client = new WorksessionClient(hello, fresh);
	// Starting reads the view; as a dependency every change of it would drop the connection and open a new one.
	$effect(() => untrack(() => client.start()));
	return client;
}

function later(ms: number, run: () => void): () => void {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
}

function nextFrame(run: () => void): () => void {
	const frame = requestAnimationFrame(run);
	return () => cancelAnimationFrame(frame);
}
