import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { keepStory } from '../../../tests/kit/live.ts';
import { serveApp, type ServedApp } from '../../../tests/kit/served-app.ts';
import { anOpenWorksession } from '../../../tests/kit/worksession.ts';
import { actions } from '../../routes/sessies/+page.server.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';
import { SIGN_IN_COOKIE } from './access/sign-ins.ts';

type Event = Parameters<NonNullable<(typeof actions)['signOut']>>[0];

const SESSION = 'open';

async function signIn({ app }: ServedApp): Promise<string> {
	const secret = await app.signIns.useLink(await app.signIns.newLink(), 'Wim');
	if (secret === null) throw new Error('a new link works');
	return secret;
}

/** Signs out by the form of the page; the redirect that answers it is thrown. */
async function signOut({ app }: ServedApp, secret: string): Promise<void> {
	const cookies = { get: () => secret, delete: () => undefined };
	await expect(actions.signOut?.({ locals: { app }, cookies } as unknown as Event)).rejects.toHaveProperty(
		'location',
		'/inloggen'
	);
}

/** A facilitator's tab, once it has its view. */
async function facilitatorTab({ url }: ServedApp, secret: string): Promise<Socket> {
	const socket = io(url, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		auth: { protocol: PROTOCOL_VERSION, sessionId: SESSION, audience: 'facilitator', authorKey: null },
		extraHeaders: { origin: url, cookie: `${SIGN_IN_COOKIE}=${secret}` }
	});
	onTestFinished(() => void socket.disconnect());
	await new Promise((resolve) => socket.once('view', resolve));
	return socket;
}

test('signing out in one tab ends the power of every other tab, and of nobody else', async () => {
	const served = await serveApp();
	await keepStory(served.app.store, SESSION, anOpenWorksession());
	const [mine, elsewhere] = [await signIn(served), await signIn(served)];
	const [tab, otherDevice] = [await facilitatorTab(served, mine), await facilitatorTab(served, elsewhere)];
	await signOut(served, mine);
	await expect.poll(() => tab.connected).toBe(false);
	expect(otherDevice.connected).toBe(true);
});
