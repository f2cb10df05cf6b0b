import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Command } from '#lib/domain/commands.ts';
import type { Hold } from '#lib/domain/board/holding.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import { PROTOCOL_VERSION, type Answer } from '#lib/protocol/messages.ts';

export interface RawVisit {
	/** http://host:port of the server. */
	readonly url: string;
	readonly cookie: string;
	readonly sessionId: string;
	readonly audience: Audience;
	readonly authorKey: string | null;
	/** Sees every frame as it comes off the network. */
	readonly onFrame: (frame: string) => void;
}

/** What Engine.IO and Socket.IO put before a message (protocol versions 4 and 5). */
const PACKET = { ping: '2', pong: '3', connect: '40', refused: '44', event: '42', answer: '43' } as const;

/** A visitor without any code of ours or of socket.io between the test and the bytes. */
export class RawSocket {
	readonly #socket: WebSocket;
	readonly #onFrame: (frame: string) => void;
	readonly #answers = new Map<string, (answer: Answer) => void>();
	readonly #watchers = new Set<{ pattern: RegExp; seen: (frame: string) => void }>();
	#asked = 0;

	private constructor(socket: WebSocket, onFrame: (frame: string) => void) {
		this.#socket = socket;
		this.#onFrame = onFrame;
		socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')));
	}

	/** Connects and waits for the first view. */
	static async enter({ url, cookie, sessionId, audience, authorKey, onFrame }: RawVisit): Promise<RawSocket> {
		const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
		const visitor = new RawSocket(new WebSocket(address, { headers: { origin: url, cookie } }), onFrame);
		await once(visitor.#socket, 'open');
		const hello = { protocol: PROTOCOL_VERSION, sessionId, audience, authorKey };
		const first = visitor.nextFrame(/^42\["view"|^44/);
		visitor.#socket.send(PACKET.connect + JSON.stringify(hello));
		const frame = await first;
		if (frame.startsWith(PACKET.refused)) throw new Error(`The server refused a ${audience}: ${frame}`);
		return visitor;
	}

	/** The next frame that fits. Ask before what causes it. */
	nextFrame(pattern: RegExp): Promise<string> {
		return new Promise((seen) => this.#watchers.add({ pattern, seen }));
	}

	/** Sends a command under an id that the test chose, and gives the server's answer. */
	send(commandId: string, command: Command): Promise<Answer> {
		const number = String((this.#asked += 1));
		return new Promise((resolve) => {
			this.#answers.set(number, resolve);
			this.#socket.send(`${PACKET.event}${number}${JSON.stringify(['command', { commandId, command }])}`);
		});
	}

	/** Tells that there is text in an unposted card. */
	setWriting(isWriting: boolean): void {
		this.#socket.send(PACKET.event + JSON.stringify(['writing', isWriting]));
	}

	/** Tells what is in hand. */
	hold(hold: Hold | null): void {
		this.#socket.send(PACKET.event + JSON.stringify(['hold', hold]));
	}

	/** Resolves when the server or the network has ended the connection. */
	async ended(): Promise<void> {
		await once(this.#socket, 'close');
	}

	/** Goes without a word, as a laptop does whose battery is empty. */
	vanish(): void {
		this.#socket.terminate();
	}

	async leave(): Promise<void> {
		this.#socket.close();
		await this.ended();
	}

	#receive(frame: string): void {
		if (frame === PACKET.ping) return void this.#socket.send(PACKET.pong);
		this.#onFrame(frame);
		const [, number, answer] = /^43(\d+)\[(.*)\]$/s.exec(frame) ?? [];
		if (number !== undefined && answer !== undefined) {
			this.#answers.get(number)?.(JSON.parse(answer) as Answer);
			this.#answers.delete(number);
		}
		for (const watcher of this.#watchers) {
			if (!watcher.pattern.test(frame)) continue;
			this.#watchers.delete(watcher);
			watcher.seen(frame);
		}
	}
}
