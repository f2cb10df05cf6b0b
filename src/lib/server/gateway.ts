import type { Server } from 'socket.io';
import type { App } from './app.ts';

/** Admits sockets, parses their commands, hands these over and acknowledges. */
export function attachGateway(io: Server, app: App): void {
	void io;
	void app;
}
