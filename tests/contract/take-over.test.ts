import { beforeEach, expect, test, vi } from 'vitest';
import { CodeGuard } from '#lib/server/access/code-guard.ts';
import { showCode } from '#lib/server/access/codes.ts';
import { SIGN_IN_COOKIE, SignIns } from '#lib/server/access/sign-ins.ts';
import { TakeOvers } from '#lib/server/access/take-overs.ts';
import type { App } from '#lib/server/app.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import { actions } from '../../src/routes/overnemen/+page.server.ts';
import { aCreation } from '../kit/appends.ts';
import { Clockwork } from '../kit/clockwork.ts';

type Event = Parameters<NonNullable<(typeof actions)['default']>>[0];

const WRONG = '2345-6789';

let app: Pick<App, 'store' | 'signIns' | 'takeOvers' | 'codeGuard'>;
let code: string;
let brakes: (() => void)[];

beforeEach(async () => {
	const { system } = new Clockwork();
	const store = memoryStore();
	brakes = [];
	app = {
		store,
		signIns: new SignIns(store, system),
		takeOvers: new TakeOvers({ store, system, secret: 'secret' }),
		codeGuard: new CodeGuard((_, release) => void brakes.push(release))
	};
	await store.append([aCreation('a'), aCreation('b')]);
	const row = await store.worksession('a');
	if (!row) throw new Error('There is a worksession a');
	code = showCode(await app.takeOvers.code(row));
});

/** Fills in the form; the answer is where one is sent, or what is refused. Cookies stay in `jar`. */
async function takeOver(
	fields: Readonly<Record<string, string>>,
	jar = new Map<string, string>()
): Promise<unknown> {
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => void jar.set(name, value)
	};
	const event = {
		request: new Request('http://waaier.test/overnemen', {
			method: 'POST',
			body: new URLSearchParams(fields)
		}),
		url: new URL('http://waaier.test/overnemen'),
		locals: { app },
		cookies,
		getClientAddress: () => '198.51.100.1'
	};
	try {
		const refused = await actions.default?.(event as unknown as Event);
		return (refused as { data: { fault: string } }).data.fault;
	} catch (thrown) {
		return (thrown as { location: string }).location;
	}
}

test('the code, as it is shown or typed, makes a guest the facilitator of that worksession', async () => {
	const jar = new Map<string, string>();
	expect(await takeOver({ code: code.toLowerCase(), name: ' Marieke ' }, jar)).toBe('/sessies/a/regie');
	const guest = await app.signIns.account(jar.get(SIGN_IN_COOKIE));
	expect(guest).toMatchObject({ name: 'Marieke', role: 'guest' });
	expect(await app.store.sessionIdsOf(guest?.id ?? '')).toEqual(new Set(['a']));
});

test('whoever is signed in stays who they are, and needs no name', async () => {
	const jar = new Map([[SIGN_IN_COOKIE, (await app.signIns.signInGuest('Els')).secret]]);
	const cookie = jar.get(SIGN_IN_COOKIE);
	expect(await takeOver({ code }, jar)).toBe('/sessies/a/regie');
	expect(jar.get(SIGN_IN_COOKIE)).toBe(cookie);
	expect(await app.store.accounts()).toHaveLength(1);
});

test.each([
	['no name', { name: '  ' }, 'name-empty'],
	['a long name', { name: 'x'.repeat(500) }, 'name-too-long'],
	['half a code', { code: 'ABC' }, 'code-malformed'],
	['a wrong code', { code: WRONG }, 'code-unknown'],
	['a join code', { code: 'CODE-a' }, 'code-malformed']
])('%s is refused in words and makes nobody a guest', async (_, over, fault) => {
	expect(await takeOver({ code, name: 'Marieke', ...over })).toBe(fault);
	expect(await app.store.accounts()).toEqual([]);
});

test('whoever goes on guessing waits for every answer, and the right code works all the time', async () => {
	for (let nth = 0; nth < 10; nth += 1)
		expect(await takeOver({ code: WRONG, name: 'x' })).toBe('code-unknown');
	const answer = takeOver({ code: WRONG, name: 'x' });
	await vi.waitFor(() => expect(brakes).toHaveLength(1));
	expect(await takeOver({ code, name: 'Marieke' })).toBe('/sessies/a/regie');
	brakes[0]?.();
	expect(await answer).toBe('too-many-tries');
});
