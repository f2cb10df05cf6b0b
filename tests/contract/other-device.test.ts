import { beforeEach, expect, test } from 'vitest';
import { DEVICE_LINK_MS_MAX, DeviceLinks } from '#lib/server/access/device-links.ts';
import { SignIns } from '#lib/server/access/sign-ins.ts';
import { participationCookie, Visitors } from '#lib/server/access/visitors.ts';
import type { App } from '#lib/server/app.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import { actions as roomActions } from '../../src/routes/sessie/[id]/+page.server.ts';
import { actions } from '../../src/routes/verder/+page.server.ts';
import { Clockwork } from '../kit/clockwork.ts';
import { keepStory, tokenOf } from '../kit/live.ts';
import { anOpenWorksession, aWorksession, participationId } from '../kit/worksession.ts';

type RoomEvent = Parameters<NonNullable<(typeof roomActions)['otherDevice']>>[0];
type Event = Parameters<NonNullable<(typeof actions)['default']>>[0];
type Jar = Map<string, string>;

const UNKNOWN = { status: 400, data: { fault: 'link-unknown' } };

let clockwork: Clockwork;
let app: Pick<App, 'store' | 'visitors' | 'deviceLinks' | 'addressForOthers'>;

beforeEach(async () => {
	clockwork = new Clockwork();
	const store = memoryStore();
	app = {
		store,
		visitors: new Visitors(store, new SignIns(store, clockwork.system)),
		deviceLinks: new DeviceLinks(store, clockwork.system),
		addressForOthers: (origin) => origin
	};
	await keepStory(store, 'a', anOpenWorksession());
	await keepStory(store, 'b', aWorksession().open().join('els', 'GM0014'));
});

const laptopOfAnna = (): Jar => new Map([[participationCookie('a'), tokenOf('a', 'anna')]]);

const cookiesOf = (jar: Jar) => ({
	get: (name: string) => jar.get(name),
	set: (name: string, value: string) => void jar.set(name, value)
});

async function ask(jar: Jar, sessionId = 'a'): Promise<unknown> {
	return roomActions.otherDevice?.({
		params: { id: sessionId },
		cookies: cookiesOf(jar),
		locals: { app },
		url: new URL('http://waaier.test/sessie/a')
	} as unknown as RoomEvent);
}

async function tokenFor(jar: Jar): Promise<string> {
	const { page, token } = (await ask(jar)) as { page: string; token: string };
	expect(page).toBe('http://waaier.test/verder');
	return token;
}

async function use(token: string, jar: Jar = new Map(), isSure = 'no'): Promise<unknown> {
	const url = new URL('http://waaier.test/verder');
	const request = new Request(url, { method: 'POST', body: new URLSearchParams({ token, isSure }) });
	return actions.default?.({ request, url, cookies: cookiesOf(jar), locals: { app } } as unknown as Event);
}

const personOf = async (jar: Jar, sessionId = 'a') => {
	const visitor = await app.visitors.participant(sessionId, jar.get(participationCookie(sessionId)), null);
	return typeof visitor === 'string' ? visitor : visitor.identity?.participationId;
};

test('a link lets the same person in on another device, and the first one stays', async () => {
	const [laptop, phone] = [laptopOfAnna(), new Map<string, string>()];
	const token = await tokenFor(laptop);
	const anna = participationId('anna');
	expect(await use(token, phone)).toEqual({ sessionId: 'a', participationId: anna });
	expect([await personOf(laptop), await personOf(phone)]).toEqual([anna, anna]);
	expect(phone.get(participationCookie('a'))).not.toBe(laptop.get(participationCookie('a')));
	expect(await use(await tokenFor(phone)), 'from the second to a third').toMatchObject({
		participationId: anna
	});
});

test('a device that is somebody else of this worksession is asked about first, by name, and the link still works then', async () => {
	const token = await tokenFor(laptopOfAnna());
	const ofBram: Jar = new Map([[participationCookie('a'), tokenOf('a', 'bram')]]);
	expect(await use(token, ofBram)).toMatchObject({
		status: 409,
		data: {
			fault: 'somebody-else-here',
			sessionId: 'a',
			here: 'Naam van bram',
			there: 'Naam van anna'
		}
	});
	expect(await personOf(ofBram)).toBe(participationId('bram'));
	expect(await use(token, ofBram, 'yes')).toMatchObject({ participationId: participationId('anna') });
	expect(await personOf(ofBram)).toBe(participationId('anna'));
});

test('nothing is asked of a device that is the same person, or somebody in another worksession', async () => {
	const anna = { participationId: participationId('anna') };
	expect(await use(await tokenFor(laptopOfAnna()), laptopOfAnna())).toMatchObject(anna);
	const ofEls: Jar = new Map([[participationCookie('b'), tokenOf('b', 'els')]]);
	expect(await use(await tokenFor(laptopOfAnna()), ofEls)).toMatchObject(anna);
	expect(await personOf(ofEls, 'b')).toBe(participationId('els'));
});

test('a link works once, also when two use it together', async () => {
	const token = await tokenFor(laptopOfAnna());
	const outcomes = await Promise.all([use(token), use(token)]);
	expect(outcomes.filter((outcome) => 'participationId' in (outcome as object))).toHaveLength(1);
	expect(await use(token)).toMatchObject(UNKNOWN);
});

test.each([
	['just before a quarter of an hour', DEVICE_LINK_MS_MAX - 1, true],
	['after it', DEVICE_LINK_MS_MAX, false]
])('a link that is used %s', async (_, passed, works) => {
	const token = await tokenFor(laptopOfAnna());
	clockwork.advance(passed);
	const phone: Jar = new Map();
	const outcome = await use(token, phone);
	if (works) expect(outcome).toMatchObject({ sessionId: 'a' });
	else expect(outcome).toMatchObject(UNKNOWN);
	expect(phone.size).toBe(works ? 1 : 0);
});

test.each(['', 'x', '0'.repeat(22)])('a link that was never made lets nobody in: "%s"', async (token) => {
	await tokenFor(laptopOfAnna());
	const phone: Jar = new Map();
	expect(await use(token, phone)).toMatchObject(UNKNOWN);
	expect(phone.size).toBe(0);
});

test('whoever is not in a worksession gets no link to it', async () => {
	expect(await ask(new Map())).toMatchObject({ status: 403 });
	expect(await ask(laptopOfAnna(), 'b')).toMatchObject({ status: 403 });
	const asB: Jar = new Map([[participationCookie('b'), tokenOf('a', 'anna')]]);
	expect(await ask(asB, 'b')).toMatchObject({ status: 403 });
	expect(await personOf(asB, 'b')).toBe('not-joined');
});
