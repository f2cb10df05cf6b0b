import { beforeEach, describe, expect, test } from 'vitest';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import { outlineOf, standardPlan } from '#lib/domain/day/template.ts';
import { LiveRooms } from '../../../tests/kit/live.ts';
import { PresenceBoard } from './presence-board.ts';
import type { Account, Role, Store } from './store/store.ts';
import { Templates, TEMPLATES_MAX } from './templates.ts';
import { Worksessions } from './worksessions.ts';

const NOOR = account('noor', 'facilitator');
const RACHID = account('rachid', 'facilitator');
const MEIKE = account('meike', 'organiser');

let store: Store;
let templates: Templates;
let sessionId: string;

function account(id: string, role: Role): Account {
	return { id, name: id, role, createdAt: 1 };
}

beforeEach(async () => {
	const live = new LiveRooms();
	const { system } = live.clockwork;
	const presence = new PresenceBoard(system, { presence: () => undefined, attendance: () => undefined });
	const worksessions = new Worksessions({
		store: live.store,
		rooms: live.rooms,
		presence,
		system,
		secret: 's'
	});
	store = live.store;
	templates = new Templates({ store, worksessions, system });
	sessionId = await worksessions.prepare({
		facts: {
			title: 'Terugkomdag',
			theme: 'ondermijning',
			group: 'frontrunner',
			date: null,
			startsAt: '09:30',
			place: ''
		},
		authorVisibility: 'municipality',
		isTrial: false,
		madeBy: null,
		plan: null
	});
});

/** Keeps the day of the worksession and gives the id of its template. */
async function kept(name: string, by: Account = NOOR): Promise<string> {
	expect(await templates.keep(by, sessionId, name)).toBeNull();
	const own = (await templates.list(by)).find((template) => template.name === name.trim());
	return own?.id ?? '';
}

/** In the order of the alphabet: those of one moment have none of their own. */
async function names(): Promise<readonly string[]> {
	return (await templates.list(MEIKE)).map(({ name }) => name).sort();
}

describe('keeping', () => {
	test('keeps the day as it is, under the name without the spaces around it', async () => {
		const id = await kept('  Lange dag ');
		const plan = standardPlan('frontrunner');
		expect(await templates.plan(id)).toEqual(plan);
		expect(await templates.list(NOOR)).toMatchObject([
			{ name: 'Lange dag', group: 'frontrunner', ...outlineOf(plan) }
		]);
	});

	test('tells which names cannot be', async () => {
		await kept('Lange dag');
		const longest = 'd'.repeat(TITLE_LENGTH_MAX);
		expect(await templates.keep(NOOR, sessionId, '   ')).toBe('name-empty');
		expect(await templates.keep(NOOR, sessionId, `${longest}d`)).toBe('name-too-long');
		expect(await templates.keep(RACHID, sessionId, 'lange DAG ')).toBe('name-taken');
		expect(await templates.keep(NOOR, sessionId, longest)).toBeNull();
		expect(await names()).toEqual(['Lange dag', longest]);
	});

	test('ends at the limit, and goes on when one is removed', async () => {
		const first = await kept('dag 1');
		for (let count = 2; count <= TEMPLATES_MAX; count += 1) await kept(`dag ${count}`);
		expect(await templates.keep(NOOR, sessionId, 'nog een')).toBe('templates-full');
		await templates.remove(NOOR, first);
		expect(await templates.keep(NOOR, sessionId, 'nog een')).toBeNull();
	});
});

describe('another name', () => {
	test('may be the same in other capitals, and not that of another template', async () => {
		const id = await kept('Lange dag');
		await kept('Ochtend');
		expect(await templates.rename(NOOR, id, 'LANGE DAG')).toBeNull();
		expect(await templates.rename(NOOR, id, 'ochtend')).toBe('name-taken');
		expect(await templates.rename(NOOR, id, '')).toBe('name-empty');
		expect(await templates.rename(NOOR, 'nergens', 'Middag')).toBe('unknown-template');
		expect(await names()).toEqual(['LANGE DAG', 'Ochtend']);
	});
});

describe('whose a template is', () => {
	test('is changed by whoever kept it and by an organiser, and begun with by everybody', async () => {
		const id = await kept('Lange dag');
		expect(await templates.rename(RACHID, id, 'Van mij')).toBe('not-your-template');
		expect(await templates.remove(RACHID, id)).toBe('not-your-template');
		const seenBy = async (asker: Account) => (await templates.list(asker)).map(({ mayChange }) => mayChange);
		expect([await seenBy(NOOR), await seenBy(RACHID), await seenBy(MEIKE)]).toEqual([
			[true],
			[false],
			[true]
		]);
		expect(await templates.plan(id)).not.toBeNull();
		expect(await templates.rename(MEIKE, id, 'Van het programma')).toBeNull();
		expect(await templates.remove(NOOR, id)).toBeNull();
		expect(await templates.remove(NOOR, id)).toBeNull();
		expect(await names()).toEqual([]);
	});

	test('is nobody’s but the organisers’ when no maker is known, and its maker’s no more as a guest', async () => {
		await store.addTemplate({
			id: 'old',
			name: 'Van vroeger',
			group: 'follower',
			plan: standardPlan('follower'),
			madeBy: null,
			createdAt: 1
		});
		const id = await kept('Lange dag');
		expect(await templates.rename(NOOR, 'old', 'Van mij')).toBe('not-your-template');
		expect(await templates.rename(account(NOOR.id, 'guest'), id, 'Van mij')).toBe('not-your-template');
		expect(await templates.rename(MEIKE, 'old', 'Van toen')).toBeNull();
	});
});

test('what is no day any more is not offered and not begun with', async () => {
	const plan = { items: [] };
	await store.addTemplate({ id: 'old', name: 'Oud', group: 'follower', plan, madeBy: null, createdAt: 1 });
	expect(await templates.list(MEIKE)).toEqual([]);
	expect(await templates.plan('old')).toBeNull();
	expect(await templates.plan('nergens')).toBeNull();
});
