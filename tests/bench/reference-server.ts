import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Server } from 'socket.io';

/** The yardstick: bare socket.io, websocket only, one broadcast per post. No storage, no rules, nobody to hide anything from. */
const http = createServer();
const io = new Server(http, {
	transports: ['websocket'],
	perMessageDeflate: false,
	httpCompression: false,
	serveClient: false
});

io.on('connection', (socket) => {
	void socket.join('room');
	socket.on('post', (card: unknown, answer: (done: { ok: true }) => void) => {
		answer({ ok: true });
		io.to('room').emit('card', card);
	});
});

http.listen(0, '127.0.0.1', () => {
	process.stdout.write(`Adres: http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
