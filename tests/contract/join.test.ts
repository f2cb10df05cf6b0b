import { beforeEach, describe, expect, test } from 'vitest';
import { FUNCTION_LENGTH_MAX, ORGANISATION_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { Participation } from '#lib/domain/people/participation.ts';
import { SignIns } from '#lib/server/access/sign-ins.ts';
import { participationCookie, Visitors } from '#lib/server/access/visitors.ts';
import { actions, load } from '../../src/routes/deelnemen/[code]/+page.server.ts';
import { load as loadRoom } from '../../src/routes/sessie/[id]/+page.server.ts';
import { keepStory, LiveRooms } from '../kit/live.ts';
import { aWorksession } from '../kit/worksession.ts';

type JoinEvent = Parameters<NonNullable<(typeof actions)['default']>>[0];
type Jar = Map<string, string>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

const CODE = '2345-6789';
const ANNA: Fields = {
	name: 'Anna de Wit',
	as: 'municipality',
	municipality: 'GM0014',
	organisation: '',
	functionName: '',
	joinKey: 'key of anna'
};

let live: LiveRooms;

beforeEach(async () => {
	live = new LiveRooms();
	await keepStory(live.store, 'day', aWorksession().open(), CODE.replace('-', ''));
});

function eventFor(jar: Jar, body?: URLSearchParams) {
	const url = new URL(`http://waaier.test/deelnemen/${CODE}`);
	const { store, rooms } = live;
	return {
		params: { code: CODE, id: 'day' },
		url,
		request: new Request(url, body ? { method: 'POST', body } : {}),
		cookies: {
			get: (name: string) => jar.get(name),
			set: (name: string, value: string) => void jar.set(name, value)
		},
		locals: {
			app: { store, rooms, visitors: new Visitors(store, new SignIns(store, live.clockwork.system)) }
		},
		getClientAddress: () => '198.51.100.1'
	};
}

/** What comes of it, also where that is a redirect or a fault. */
async function outcomeOf(work: unknown): Promise<unknown> {
	const settled = Promise.resolve(work).catch((thrown: unknown) => thrown);
	await live.settle();
	return settled;
}

async function join(over: Fields = {}, jar: Jar = new Map()): Promise<unknown> {
	const body = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...ANNA, ...over }))
		for (const one of [value].flat()) body.append(name, one);
	return outcomeOf(actions.default?.(eventFor(jar, body) as unknown as JoinEvent));
}

async function faultsOf(over: Fields): Promise<unknown> {
	const refused = (await join(over)) as { status: number; data: { errors: unknown } };
	expect(refused.status).toBe(400);
	expect(await people()).toEqual([]);
	return refused.data.errors;
}

async function people(): Promise<readonly Participation[]> {
	return Object.values((await live.rooms.open('day'))?.world.state.participations ?? {});
}

async function mixed(): Promise<void> {
	const facts = (await live.rooms.open('day'))?.world.state.facts;
	if (!facts) throw new Error('The day is there');
	await live.act('day', 'facilitator', {
		type: 'ChangeFacts',
		over: null,
		facts: { ...facts, group: 'mixed' }
	});
}

const isIn = { status: 303, location: '/sessie/day' };

describe('the join form', () => {
	test.each<[who: string, fields: Fields, is: Partial<Participation>]>([
		['of one municipality', {}, { role: 'frontrunner', municipalities: ['GM0014'], organisation: '' }],
		[
			'for five municipalities',
			{ municipality: ['GM0014', 'GM0363', 'GM0344', 'GM0518', 'GM0599', 'GM0014'] },
			{ role: 'frontrunner', municipalities: ['GM0014', 'GM0363', 'GM0344', 'GM0518', 'GM0599'] }
		],
		['that says nothing of whom', { as: '' }, { role: 'frontrunner', municipalities: ['GM0014'] }],
		[
			'of a partner',
			{ as: 'partner', organisation: ' CBS ' },
			{ role: 'partner', organisation: 'CBS', municipalities: [] }
		],
		[
			'of an observer',
			{ as: 'observer', organisation: 'Provincie Drenthe' },
			{ role: 'observer', organisation: 'Provincie Drenthe', municipalities: ['GM0014'] }
		],
		[
			'of an observer who says no more',
			{ as: 'observer', municipality: '' },
			{ role: 'observer', organisation: '', municipalities: [] }
		],
		[
			'of a municipality with an organisation left in it',
			{ organisation: 'CBS' },
			{ role: 'frontrunner', organisation: '' }
		]
	])('%s lets in as what it says', async (_, fields, is) => {
		expect(await join(fields)).toMatchObject(isIn);
		expect(await people()).toMatchObject([is]);
	});

	test.each(['frontrunner', 'follower'])('asks on a day for both groups, and takes %s', async (themeRole) => {
		await mixed();
		expect(await faultsOf({})).toEqual({ themeRole: 'theme-role-missing' });
		expect(await join({ themeRole })).toMatchObject(isIn);
		expect(await people()).toMatchObject([{ role: themeRole }]);
	});

	test('of a day for one group is not moved by what the form says of the theme', async () => {
		await join({ themeRole: 'follower' });
		expect(await people()).toMatchObject([{ role: 'frontrunner' }]);
	});

	test.each<[what: string, fields: Fields, faults: object]>([
		['no name', { name: ' ' }, { name: 'name-empty' }],
		['no organisation', { as: 'partner', organisation: ' ' }, { organisation: 'organisation-missing' }],
		[
			'too long an organisation',
			{ as: 'partner', organisation: 'o'.repeat(ORGANISATION_LENGTH_MAX + 1) },
			{ organisation: 'text-too-long' }
		],
		[
			'too long an organisation of an observer',
			{ as: 'observer', organisation: 'o'.repeat(ORGANISATION_LENGTH_MAX + 1) },
			{ organisation: 'text-too-long' }
		],
		[
			'too long a function',
			{ functionName: 'f'.repeat(FUNCTION_LENGTH_MAX + 1) },
			{ functionName: 'text-too-long' }
		],
		['a municipality that is none', { municipality: 'GM9999' }, { municipality: 'unknown-municipality' }],
		[
			'too many municipalities',
			{ municipality: Array.from({ length: 60 }, (_, index) => `GM${index}`) },
			{ municipality: 'municipalities-too-many' }
		]
	])('with %s says so at its field', async (_, fields, faults) => {
		expect(await faultsOf(fields)).toEqual(faults);
	});

	test.each<[what: string, fields: Fields]>([
		['a role that nobody chooses', { as: 'facilitator' }],
		['a prototype for a role', { as: '__proto__' }],
		['an observer as the role for the theme', { themeRole: 'observer' }]
	])('with %s is none of ours', async (_, fields) => {
		expect(await join(fields)).toMatchObject({ status: 400, body: {} });
		expect(await people()).toEqual([]);
	});

	test('gives back what was filled in', async () => {
		const refused = await join({ as: 'observer', organisation: 'CBS', name: '' });
		expect(refused).toMatchObject({
			data: { values: { name: '', as: 'observer', organisation: 'CBS', municipality: ['GM0014'] } }
		});
	});

	test('that is sent again, also at once, lets in once', async () => {
		const jars = Array.from({ length: 3 }, (): Jar => new Map());
		await Promise.all(jars.map((jar) => join({}, jar)));
		expect(await people()).toHaveLength(1);
		const cookies = jars.map((jar) => jar.get(participationCookie('day')));
		expect(new Set(cookies).size).toBe(1);
	});
});

describe('a locked lobby', () => {
	const look = () => outcomeOf(load(eventFor(new Map()) as unknown as Parameters<typeof load>[0]));

	test('is told before anybody types, refuses who filled in the form, and opens again', async () => {
		expect(await look()).toMatchObject({ session: { isLobbyLocked: false, hasTables: false } });
		await live.act('day', 'facilitator', { type: 'SetLobbyLocked', isLocked: true });
		expect(await look()).toMatchObject({ session: { isLobbyLocked: true } });
		expect(await faultsOf({})).toEqual({ form: 'lobby-locked' });
		await live.act('day', 'facilitator', { type: 'SetLobbyLocked', isLocked: false });
		expect(await join()).toMatchObject(isIn);
	});

	test('tells of tables, because a card is known by them', async () => {
		await live.act('day', 'facilitator', { type: 'AddTable', table: { name: 'Tafel 1', exampleId: null } });
		expect(await look()).toMatchObject({ session: { hasTables: true } });
	});
});

describe('whoever was sent away', () => {
	const room = (jar: Jar) => outcomeOf(loadRoom(eventFor(jar) as unknown as Parameters<typeof loadRoom>[0]));

	test('is refused with the same form and told so in their room, until they are let in again', async () => {
		const jar: Jar = new Map();
		await join({}, jar);
		const [anna] = await people();
		const participationId = anna?.id ?? '';
		await live.act('day', 'facilitator', { type: 'RemovePerson', participationId, withCards: false });
		expect(await faultsOf({})).toEqual({ form: 'sent-away' });
		expect(await room(jar)).toMatchObject({ status: 403, body: { message: 'sent-away' } });
		await live.act('day', 'facilitator', { type: 'ReadmitPerson', participationId });
		expect(await join()).toMatchObject(isIn);
		expect(await people()).toHaveLength(1);
	});

	test('is not the same as whoever never joined', async () => {
		expect(await room(new Map())).toMatchObject({ status: 303, location: '/' });
	});
});
