import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { keepStory, tokenOf } from '../../../tests/kit/live.ts';
import { serveApp } from '../../../tests/kit/served-app.ts';
import { anOpenWorksession, type Who } from '../../../tests/kit/worksession.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';
import { CONNECTIONS_PER_PERSON_MAX } from './connections.ts';

const SESSION = 'open';
const [VIEW, REFUSED] = ['42["view"', '44'];

interface Knocked {
	readonly socket: WebSocket;
	/** The first view, or why not. */
	readonly answer: string;
}

/** Knocks as this participant, and waits for the first answer. */
async function knock(url: string, who: Who): Promise<Knocked> {
	const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
		headers: { origin: url }
	});
	await once(socket, 'open');
	const answered = new Promise<string>((resolve) => {
		socket.on('message', (data: Buffer) => {
			const text = data.toString();
			if (text.startsWith(VIEW)) resolve('view');
			if (text.startsWith(REFUSED)) resolve((JSON.parse(text.slice(2)) as { message: string }).message);
		});
	});
	const hello = { protocol: PROTOCOL_VERSION, sessionId: SESSION, audience: 'participant', authorKey: null };
	socket.send(`40${JSON.stringify({ ...hello, token: tokenOf(SESSION, who) })}`);
	return { socket, answer: await answered };
}

test('one person has so many connections and no more, also at once; whoever is there stays, and others come in', async () => {
	const { app, url } = await serveApp();
	await keepStory(app.store, SESSION, anOpenWorksession());
	const tries = Array.from({ length: CONNECTIONS_PER_PERSON_MAX + 5 }, () => knock(url, 'anna'));
	const knocked = await Promise.all(tries);
	const inside = knocked.filter(({ answer }) => answer === 'view');
	const outside = knocked.filter(({ answer }) => answer === 'too-many');
	expect([inside.length, outside.length]).toEqual([CONNECTIONS_PER_PERSON_MAX, 5]);
	expect(inside.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
	const bram = await knock(url, 'bram');
	expect(bram.answer).toBe('view');

	const [first] = inside;
	first?.socket.close();
	await expect.poll(async () => (await knock(url, 'anna')).answer).toBe('view');
	for (const { socket } of [...knocked, bram]) socket.terminate();
});
