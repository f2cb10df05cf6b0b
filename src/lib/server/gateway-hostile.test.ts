import { once } from 'node:events';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { keepStory, tokenOf } from '../../../tests/kit/live.ts';
import { serveApp } from '../../../tests/kit/served-app.ts';
import { anOpenWorksession, type Who } from '../../../tests/kit/worksession.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';

const SESSION = 'open';

/** A participant of whom every byte is ours; connected once the first view is in. */
async function enter(url: string, who: Who): Promise<WebSocket> {
	const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
		headers: { origin: url }
	});
	await once(socket, 'open');
	const hello = { protocol: PROTOCOL_VERSION, sessionId: SESSION, audience: 'participant', authorKey: null };
	const view = new Promise<void>((resolve) => {
		socket.on('message', (data: Buffer) => data.toString().startsWith('42["view"') && resolve());
	});
	socket.send(`40${JSON.stringify({ ...hello, token: tokenOf(SESSION, who) })}`);
	await view;
	return socket;
}

/** Rejections that nobody handled; outside a test each of them would end the process. */
function watchUnhandled(): readonly unknown[] {
	const unhandled: unknown[] = [];
	const note = (error: unknown) => void unhandled.push(error);
	process.on('unhandledRejection', note);
	onTestFinished(() => void process.off('unhandledRejection', note));
	return unhandled;
}

test('whoever is thrown out and asks for the view in the same breath does not take the server along', async () => {
	const { app, url } = await serveApp();
	await keepStory(app.store, SESSION, anOpenWorksession());
	const unhandled = watchUnhandled();
	const socket = await enter(url, 'anna');
	const gone = once(socket, 'close');
	const nonsense = Array.from({ length: 8 }, (_, index) => `42${index}["command",{}]`);
	// In one turn of the event loop, so that the server reads all of it in one turn too.
	for (const frame of [...nonsense, '42["resync"]', '42["resync"]']) socket.send(frame);
	await gone;
	const other = await enter(url, 'bram');
	expect(unhandled).toEqual([]);
	other.close();
});
