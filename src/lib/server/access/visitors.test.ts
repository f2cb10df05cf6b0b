import { beforeEach, describe, expect, test } from 'vitest';
import { AUDIENCES } from '#lib/domain/vocabulary.ts';
import { PROTOCOL_VERSION, type Hello } from '#lib/protocol/messages.ts';
import { Clockwork } from '../../../../tests/kit/clockwork.ts';
import { keepStory, tokenOf } from '../../../../tests/kit/live.ts';
import { anOpenWorksession, aWorksession, participationId } from '../../../../tests/kit/worksession.ts';
import { memoryStore } from '../store/memory.ts';
import type { Role } from '../store/store.ts';
import { SIGN_IN_COOKIE, SignIns } from './sign-ins.ts';
import { hashOf } from './tokens.ts';
import { cookiesOf, participationCookie, screenCookie, Visitors, type Visitor } from './visitors.ts';

let visitors: Visitors;
let cookieOf: Readonly<Record<string, Readonly<Record<string, string>>>>;

beforeEach(async () => {
	const store = memoryStore();
	const signIns = new SignIns(store, new Clockwork().system);
	await keepStory(store, 'a', anOpenWorksession());
	await keepStory(store, 'b', aWorksession().open().join('els', 'GM0014'));
	const secret = (await signIns.useLink(await signIns.newLink(), 'Meike')) ?? '';
	const signInAs = async (id: string, role: Role, ...sessionIds: readonly string[]): Promise<string> => {
		const signIn = {
			tokenHash: hashOf(`sign-in of ${id}`),
			accountId: id,
			expiresAt: Number.MAX_SAFE_INTEGER
		};
		await store.addAccount({ id, name: id, role, createdAt: 1 }, signIn);
		for (const sessionId of sessionIds) await store.addFacilitator(sessionId, id, 1);
		return `sign-in of ${id}`;
	};
	visitors = new Visitors(store, signIns);
	cookieOf = {
		nothing: {},
		'a participant of a': { [participationCookie('a')]: tokenOf('a', 'anna') },
		'a participant of b': { [participationCookie('b')]: tokenOf('b', 'els') },
		'a participant of b who names it a’s': { [participationCookie('a')]: tokenOf('b', 'els') },
		'the screen of a': { [screenCookie('a')]: 'screen of a' },
		'the screen of b who names it a’s': { [screenCookie('a')]: 'screen of b' },
		'an organiser': { [SIGN_IN_COOKIE]: secret },
		'a facilitator of a and b': { [SIGN_IN_COOKIE]: await signInAs('rachid', 'facilitator', 'a', 'b') },
		'a facilitator of b': { [SIGN_IN_COOKIE]: await signInAs('els', 'facilitator', 'b') },
		'a guest of a': { [SIGN_IN_COOKIE]: await signInAs('guest', 'guest', 'a') },
		'a guest of b': { [SIGN_IN_COOKIE]: await signInAs('other', 'guest', 'b') },
		'a participant who names it a sign-in': { [SIGN_IN_COOKIE]: tokenOf('a', 'anna') },
		'an organiser who names it a participation': { [participationCookie('a')]: secret },
		'a participant who names it a screen': { [screenCookie('a')]: tokenOf('a', 'anna') },
		'empty secrets': { [SIGN_IN_COOKIE]: '', [participationCookie('a')]: '', [screenCookie('a')]: '' }
	};
});

function hello(over: Partial<Hello> = {}): Hello {
	return { protocol: PROTOCOL_VERSION, sessionId: 'a', audience: 'participant', authorKey: null, ...over };
}

async function admit(who: string, over: Partial<Hello> = {}): Promise<Visitor | string> {
	return visitors.admit(hello(over), (name) => cookieOf[who]?.[name]);
}

describe('worksession a', () => {
	test('lets everyone in by their own way, and by no other', async () => {
		const table: Record<string, string> = {};
		for (const who of Object.keys(cookieOf)) {
			const outcomes = AUDIENCES.map(async (audience) => {
				const outcome = await admit(who, { audience });
				return typeof outcome === 'string' ? outcome : `in as ${outcome.audience}`;
			});
			table[who] = (await Promise.all(outcomes)).join(', ');
		}
		const nobody = 'not-signed-in, not-joined, not-signed-in';
		expect(table).toEqual({
			nothing: nobody,
			'a participant of a': 'not-signed-in, in as participant, not-signed-in',
			'a participant of b': nobody,
			'a participant of b who names it a’s': nobody,
			'the screen of a': 'not-signed-in, not-joined, in as screen',
			'the screen of b who names it a’s': nobody,
			'an organiser': 'in as facilitator, not-joined, in as screen',
			'a facilitator of a and b': 'in as facilitator, not-joined, in as screen',
			'a facilitator of b': 'unknown-worksession, not-joined, not-signed-in',
			'a guest of a': 'in as facilitator, not-joined, in as screen',
			'a guest of b': 'unknown-worksession, not-joined, not-signed-in',
			'a participant who names it a sign-in': nobody,
			'an organiser who names it a participation': nobody,
			'a participant who names it a screen': nobody,
			'empty secrets': nobody
		});
	});

	test('gives each the role of the cookie, whatever else is asked', async () => {
		const participant = (await admit('a participant of a')) as Visitor;
		expect(participant.actor).toEqual({ role: 'participant', participationId: participationId('anna') });
		const screen = (await admit('an organiser', { audience: 'screen' })) as Visitor;
		expect(screen.actor, 'a screen acts never').toBeNull();
		expect(screen.identity).toBeNull();
		const facilitator = (await admit('an organiser', { audience: 'facilitator' })) as Visitor;
		expect(facilitator.actor?.role).toBe('facilitator');
		expect(facilitator.identity).toBeNull();
	});

	test('asks a browser of another version to reload before anything else', async () => {
		for (const protocol of [PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1, 0, Number.NaN])
			expect(await admit('a participant of a', { protocol })).toBe('protocol');
	});

	test('takes the token of a simulated participant, of this worksession only', async () => {
		expect(await admit('nothing', { token: tokenOf('a', 'bram') })).toMatchObject({
			actor: { participationId: participationId('bram') }
		});
		expect(await admit('nothing', { token: tokenOf('b', 'els') })).toBe('not-joined');
		expect(await admit('nothing', { token: 'screen of a' })).toBe('not-joined');
		expect(await admit('nothing', { token: '' })).toBe('not-joined');
	});
});

describe('an identity', () => {
	const key = 'k'.repeat(32);

	test('is one for all tabs of a browser, another in another browser, and one without a key', async () => {
		const keys = await Promise.all(
			[key, key, 'l'.repeat(32), null, null].map(async (authorKey) => {
				const visitor = (await admit('a participant of a', { authorKey })) as Visitor;
				return visitor.identity?.key;
			})
		);
		expect(keys[0]).toBe(keys[1]);
		expect(keys[3]).toBe(keys[4]);
		expect(new Set(keys).size).toBe(3);
		expect(keys.join(), 'the key itself stays out of names').not.toContain(key);
	});

	test('proves a draft by the browser’s key, the same each time, and nothing without one', async () => {
		const proofs = await Promise.all(
			[key, key, 'l'.repeat(32), null].map(async (authorKey) => {
				const visitor = (await admit('a participant of a', { authorKey })) as Visitor;
				return visitor.identity?.proofOf('draft');
			})
		);
		expect(proofs[0]).toMatch(/^[0-9a-f]{64}$/);
		expect(proofs[0]).toBe(proofs[1]);
		expect(proofs[2]).not.toBe(proofs[0]);
		expect(proofs[3]).toBeNull();
	});
});

describe('a cookie header', () => {
	test.each([
		['a=1; b=2', 'b', '2'],
		['  a=1;b=2  ', 'b', '2'],
		['a=1', 'b', undefined],
		['', 'a', undefined],
		[undefined, 'a', undefined],
		['a', 'a', undefined],
		['a=', 'a', ''],
		['__proto__=1', 'toString', undefined]
	])('%j gives %s: %j', (header, name, value) => {
		expect(cookiesOf(header)(name)).toBe(value);
	});
});
