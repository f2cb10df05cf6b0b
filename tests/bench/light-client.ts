import { WebSocket } from 'ws';

/** First characters of engine.io and socket.io frames, protocol 4 and 5. */
const PING = '2'.charCodeAt(0);
const MESSAGE = '4'.charCodeAt(0);
const EVENT = '2'.charCodeAt(0);
const ACK = '3'.charCodeAt(0);
const REFUSED = '4'.charCodeAt(0);
const CONNECTED = '0'.charCodeAt(0);

export interface LightClientOptions {
	/** http://host:port */
	readonly url: string;
	readonly cookie?: string;
	readonly auth: unknown;
}

/** socket.io by hand, so that five hundred receivers cost the load generator little. It does not reconnect: a lost client fails the run. */
export class LightClient {
	/** Bytes of events received, without the headers of their frames. */
	bytes = 0;
	/** Gets every event as it came: `42["name",…]`. */
	onEvent: (frame: Buffer) => void = () => undefined;
	readonly #socket: WebSocket;
	readonly #answers = new Map<number, (answer: unknown) => void>();
	#asked = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
	}

	static connect({ url, cookie, auth }: LightClientOptions): Promise<LightClient> {
		const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
		const headers = cookie === undefined ? { origin: url } : { origin: url, cookie };
		const socket = new WebSocket(address, { headers, perMessageDeflate: false });
		const client = new LightClient(socket);
		return new Promise((resolve, reject) => {
			socket.once('error', reject);
			socket.once('open', () => socket.send(`40${JSON.stringify(auth)}`));
			socket.on('message', (data: Buffer) => {
				if (data[0] === PING) socket.send('3');
				if (data[0] !== MESSAGE) return;
				if (data[1] === CONNECTED) resolve(client);
				else if (data[1] === REFUSED) reject(new Error(data.toString()));
				else client.#take(data);
			});
		});
	}

	/** Emits an event and waits for its answer. */
	ask(event: string, payload: unknown): Promise<unknown> {
		const id = (this.#asked += 1);
		return new Promise((resolve) => {
			this.#answers.set(id, resolve);
			this.#socket.send(`42${id}${JSON.stringify([event, payload])}`);
		});
	}

	close(): void {
		this.#socket.terminate();
	}

	#take(frame: Buffer): void {
		if (frame[1] === EVENT) {
			this.bytes += frame.length;
			this.onEvent(frame);
		} else if (frame[1] === ACK) {
			const text = frame.toString();
			const from = text.indexOf('[');
			const id = Number(text.slice(2, from));
			const [answer] = JSON.parse(text.slice(from)) as unknown[];
			this.#answers.get(id)?.(answer);
			this.#answers.delete(id);
		}
	}
}
