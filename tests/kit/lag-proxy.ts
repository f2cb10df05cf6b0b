import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface LagProxy {
	/** http://host:port; the way to the server with the delay in it. */
	readonly url: string;
	close(): Promise<void>;
}

/**
 * A line to a server on this machine that holds the bytes of WebSockets for so long, in both directions. Pages go through at once: with
 * their many files a test would wait seconds for what it does not look at.
 */
export async function lagProxy(serverPort: number, delayMs: number): Promise<LagProxy> {
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(serverPort, '127.0.0.1');
		let heldMs = 0;
		near.on('data', (bytes) => {
			if (bytes.includes('Upgrade: websocket')) heldMs = delayMs;
		});
		for (const [from, to] of [
			[near, far],
			[far, near]
		] as const) {
			sockets.add(from);
			from.setNoDelay(true);
			// Timers of the same length end in the order in which they began, so bytes stay in order.
			from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), heldMs));
			from.on('end', () => setTimeout(() => to.end(), heldMs));
			from.on('error', () => to.destroy());
			from.on('close', () => sockets.delete(from));
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}
