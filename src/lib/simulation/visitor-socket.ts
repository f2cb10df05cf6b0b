import { io, type Socket } from 'socket.io-client';
import type { Command } from '#lib/domain/commands.ts';
import type { Hold } from '#lib/domain/board/holding.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import {
	PROTOCOL_VERSION,
	REFUSALS,
	type Answer,
	type ClientToServer,
	type FreshView,
	type Hello,
	type Presence,
	type Refusal,
	type ServerToClient
} from '#lib/protocol/messages.ts';
import { Sync, type Received } from '#lib/protocol/sync.ts';
import { fromWire } from '#lib/protocol/wire.ts';

const CONNECT_MS_MAX = 5000;
const ANSWER_MS_MAX = 5000;
const RECONNECT_MS = 100;
const RECONNECT_MS_MAX = 1000;
/** How long to hold back after the server said that this connection sends too much. */
const BUSY_MS = 500;
/** Whoever waits longer than this for a view or a connection waits in vain. */
const PATIENCE_MS = 60_000;

export interface VisitOptions {
	/** Where the server listens: http://host:port. */
	readonly url: string;
	/** What a browser would send as Origin; the front door refuses a connection without one. */
	readonly origin: string;
	readonly hello: Omit<Hello, 'protocol'>;
	/** The Cookie header, for whoever is known by a cookie. */
	readonly cookie?: string;
	readonly newId: () => string;
}

/** What a visitor knows: the last whole view with every patch since. */
export interface VisitorView {
	readonly shared: SharedView;
	readonly own: OwnView | null;
	readonly presence: Presence;
	readonly attendance: Attendance;
}

/** Thrown by what was under way when the visitor left or was refused. */
export class VisitEnded extends Error {
	readonly refusal: Refusal | null;

	constructor(refusal: Refusal | null) {
		super(refusal === null ? 'The visit has ended' : `The server refused the visit: ${refusal}`);
		this.refusal = refusal;
	}
}

/**
 * One visitor of one worksession without a screen: keeps the view by the same patches that a browser gets, and sends commands
 * until they are answered. Comes back by itself, and asks for a fresh view when it missed something.
 */
export class VisitorSocket {
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	readonly #newId: () => string;
	readonly #listeners = new Set<() => void>();
	readonly #left = Promise.withResolvers<never>();
	#sync: Sync | null = null;
	#presence: Presence | null = null;
	#attendance: Attendance | null = null;
	#held: readonly HeldView[] = [];
	#view: VisitorView | null = null;
	#hasEnded = false;

	constructor({ url, origin, hello, cookie, newId }: VisitOptions) {
		this.#newId = newId;
		// Nobody may be waiting when the visit ends; whoever is, hears it all the same.
		this.#left.promise.catch(() => undefined);
		this.#socket = io(url, {
			transports: ['websocket'],
			upgrade: false,
			forceNew: true,
			timeout: CONNECT_MS_MAX,
			reconnectionDelay: RECONNECT_MS,
			reconnectionDelayMax: RECONNECT_MS_MAX,
			auth: { protocol: PROTOCOL_VERSION, ...hello },
			extraHeaders: cookie === undefined ? { origin } : { origin, cookie }
		});
		this.#socket.on('view', (view) => this.#take(view));
		this.#socket.on('patch', (to, by, changed, gone) => {
			const patch = fromWire(gone ? { changed, gone } : { changed });
			this.#taken(this.#sync?.takeShared({ from: to - by, to, patch }));
		});
		this.#socket.on('own', (patch) => this.#taken(this.#sync?.takeOwn(patch)));
		this.#socket.on('presence', (presence) => {
			this.#presence = presence;
			this.#taken('applied');
		});
		this.#socket.on('attendance', (attendance) => {
			this.#attendance = attendance;
			this.#taken('applied');
		});
		this.#socket.on('held', (held) => {
			this.#held = held;
			this.#tell();
		});
		this.#socket.on('disconnect', (reason) => {
			this.#sync?.interrupt();
			if (reason === 'io server disconnect') this.#socket.connect();
		});
		this.#socket.on('connect_error', ({ message }) => {
			const refusal = REFUSALS.find((known) => known === message);
			if (refusal !== undefined) this.#end(refusal);
		});
	}

	/** Null until the first view has come. */
	get view(): VisitorView | null {
		return this.#view;
	}

	/** What others who arrange have picked up from the board. */
	get held(): readonly HeldView[] {
		return this.#held;
	}

	/** Calls after every change of the view; the answer ends it. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * The first view for which the condition holds, now or within a minute.
	 * @throws VisitEnded when the visit ends before; Error when the minute is over
	 */
	async when(condition: (view: VisitorView) => boolean): Promise<VisitorView> {
		const met = Promise.withResolvers<VisitorView>();
		const look = (): void => {
			if (this.#view && condition(this.#view)) met.resolve(this.#view);
		};
		const stop = this.onChange(look);
		look();
		try {
			return await Promise.race([patiently(met.promise), this.#left.promise]);
		} finally {
			stop();
		}
	}

	/**
	 * Sends a command until the server has answered it, over lost connections; it is carried out once.
	 * @throws VisitEnded when the visit ends before; Error when the server stays away for a minute
	 */
	async send(command: Command, commandId: string = this.#newId()): Promise<Answer> {
		for (;;) {
			if (this.#hasEnded) return this.#left.promise;
			const answer = await Promise.race([this.#ask({ commandId, command }), this.#left.promise]);
			if (answer && !('fault' in answer && answer.fault === 'busy')) return answer;
			await Promise.race([answer ? pause(BUSY_MS) : patiently(this.#connected()), this.#left.promise]);
		}
	}

	/** Tells whether an unposted card holds text; lost without harm when there is no connection. */
	setWriting(isWriting: boolean): void {
		this.#socket.volatile.emit('writing', isWriting);
	}

	/** Tells those who arrange what is picked up from the board, or null; lost without harm when there is no connection. */
	hold(hold: Hold | null): void {
		this.#socket.volatile.emit('hold', hold);
	}

	/** Leaves for good. */
	close(): void {
		this.#end(null);
	}

	async #ask(envelope: { commandId: string; command: Command }): Promise<Answer | null> {
		if (!this.#socket.connected) return null;
		try {
			return (await this.#socket.timeout(ANSWER_MS_MAX).emitWithAck('command', envelope)) as Answer;
		} catch {
			return null;
		}
	}

	async #connected(): Promise<void> {
		if (this.#socket.connected) return;
		await new Promise<void>((resolve) => this.#socket.once('connect', resolve));
	}

	#take(view: FreshView): void {
		this.#presence = view.presence;
		this.#attendance = view.attendance;
		this.#sync ??= new Sync(view);
		this.#taken(this.#sync.takeView(view));
	}

	#taken(received: Received | undefined): void {
		if (received === 'gap') this.#socket.emit('resync');
		const [presence, attendance] = [this.#presence, this.#attendance];
		if (received !== 'applied' || !this.#sync || !presence || !attendance) return;
		this.#view = { shared: this.#sync.shared, own: this.#sync.own, presence, attendance };
		this.#tell();
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}

	#end(refusal: Refusal | null): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		this.#left.reject(new VisitEnded(refusal));
		this.#listeners.clear();
		this.#socket.disconnect();
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @throws Error when it takes too long */
async function patiently<T>(waiting: Promise<T>): Promise<T> {
	const over = Promise.withResolvers<never>();
	const timer = setTimeout(
		() => over.reject(new Error('What a visitor waited for did not come within a minute')),
		PATIENCE_MS
	);
	try {
		return await Promise.race([waiting, over.promise]);
	} finally {
		clearTimeout(timer);
	}
}
