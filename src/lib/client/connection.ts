import { io, type Socket } from 'socket.io-client';
import type { Hold } from '#lib/domain/board/holding.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import {
	PROTOCOL_VERSION,
	REFUSALS,
	type Answer,
	type ClientToServer,
	type FreshView,
	type OwnPatch,
	type Presence,
	type Refusal,
	type ServerToClient,
	type SharedPatch
} from '#lib/protocol/messages.ts';
import { fromWire } from '#lib/protocol/wire.ts';

const CONNECT_TIMEOUT_MS = 5000;
const RECONNECT_DELAY_MS = 250;
const RECONNECT_DELAY_MS_MAX = 3000;
/** Without an answer in this time a command is sent again; the server carries it out once. */
const ANSWER_MS_MAX = 4000;

/** Refusals that pass: it is tried again by itself. */
const PASSING: ReadonlySet<Refusal> = new Set(['busy', 'too-many']);

export interface ConnectionListener {
	view(view: FreshView): void;
	shared(patch: SharedPatch): void;
	own(patch: OwnPatch): void;
	presence(presence: Presence): void;
	attendance(attendance: Attendance): void;
	held(held: readonly HeldView[]): void;
	lost(): void;
	refused(refusal: Refusal): void;
}

/** One socket to one worksession. WebSocket only; comes back by itself, at once when the device wakes up. */
export class Connection {
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	readonly #wake = () => {
		if (document.visibilityState === 'visible' && !this.#socket.connected && !this.#isRefused)
			this.#socket.connect();
	};
	#isRefused = false;
	#returning: ReturnType<typeof setTimeout> | undefined;

	constructor(
		hello: { sessionId: string; audience: Audience; authorKey: string | null },
		listener: ConnectionListener
	) {
		this.#socket = io({
			transports: ['websocket'],
			autoConnect: false,
			timeout: CONNECT_TIMEOUT_MS,
			reconnectionDelay: RECONNECT_DELAY_MS,
			reconnectionDelayMax: RECONNECT_DELAY_MS_MAX,
			auth: { protocol: PROTOCOL_VERSION, ...hello }
		});
		this.#socket.on('view', (view) => listener.view(view));
		this.#socket.on('patch', (to, by, changed, gone) =>
			listener.shared({ from: to - by, to, patch: fromWire(gone ? { changed, gone } : { changed }) })
		);
		this.#socket.on('own', (patch) => listener.own(patch));
		this.#socket.on('presence', (presence) => listener.presence(presence));
		this.#socket.on('attendance', (attendance) => listener.attendance(attendance));
		this.#socket.on('held', (held) => listener.held(held));
		this.#socket.on('disconnect', (reason) => {
			listener.lost();
			if (reason === 'io server disconnect') this.#tryLater();
		});
		this.#socket.on('connect_error', ({ message }) => {
			listener.lost();
			const refusal = REFUSALS.find((known) => known === message);
			this.#isRefused = refusal !== undefined && !PASSING.has(refusal);
			if (refusal && refusal !== 'busy') listener.refused(refusal);
			if (!this.#isRefused && !this.#socket.active) this.#tryLater();
		});
	}

	open(): void {
		this.#socket.connect();
		document.addEventListener('visibilitychange', this.#wake);
		for (const name of ['online', 'pageshow', 'focus']) window.addEventListener(name, this.#wake);
	}

	close(): void {
		document.removeEventListener('visibilitychange', this.#wake);
		for (const name of ['online', 'pageshow', 'focus']) window.removeEventListener(name, this.#wake);
		this.#socket.disconnect();
		clearTimeout(this.#returning);
	}

	get isConnected(): boolean {
		return this.#socket.connected;
	}

	/** Sends once; null when no answer came in time, so that nobody knows whether it arrived. */
	async send(envelope: CommandEnvelope): Promise<Answer | null> {
		if (!this.#socket.connected) return null;
		try {
			return (await this.#socket.timeout(ANSWER_MS_MAX).emitWithAck('command', envelope)) as Answer;
		} catch {
			return null;
		}
	}

	serverNow(): Promise<number> {
		return this.#socket.timeout(ANSWER_MS_MAX).emitWithAck('clock') as Promise<number>;
	}

	resync(): void {
		this.#socket.emit('resync');
	}

	writing(isWriting: boolean): void {
		if (this.#socket.connected) this.#socket.emit('writing', isWriting);
	}

	/** What is picked up from the board; lost without harm when there is no connection. */
	hold(hold: Hold | null): void {
		if (this.#socket.connected) this.#socket.emit('hold', hold);
	}

	/** socket.io does not come back by itself after the server ended the connection or refused it for a moment. */
	#tryLater(): void {
		clearTimeout(this.#returning);
		this.#returning = setTimeout(() => {
			if (!this.#socket.connected && !this.#isRefused) this.#socket.connect();
		}, RECONNECT_DELAY_MS_MAX);
	}
}
