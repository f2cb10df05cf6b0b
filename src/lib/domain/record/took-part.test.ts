import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { aClosedDay } from '../../../../tests/kit/closed-days.ts';
import { absentProvinces, perProvince, tookPartNamed, whoTookPart } from './took-part.ts';

const all = whoTookPart(
	fourDays().map((record) => ({ id: record.session.id, summary: aClosedDay(record).summary }))
);

test('each municipality stands once, under its name of today, with every day it took part in', () => {
	expect(all.map(({ name, sessions }) => [name, sessions.map(({ id }) => id)])).toEqual([
		['Almere', ['w2']],
		['Eemsdelta', ['w1', 'w2', 'w2']],
		['Groningen', ['w1', 'w3']],
		['Haaren', ['w4']],
		['Stadskanaal', ['w2']],
		['Veendam', ['w2']],
		['Zeewolde', ['w2']],
		['Zwolle', ['w1', 'w2', 'w4']]
	]);
	const eemsdelta = all.find(({ code }) => code === 'GM1979');
	expect(eemsdelta?.sessions.map(({ under }) => under)).toEqual(['Appingedam', 'Appingedam', 'Delfzijl']);
	expect(all[0]?.sessions[0]).toEqual({
		id: 'w2',
		title: 'Dag w2',
		date: '2026-03-12',
		theme: 'ondermijning',
		group: 'follower',
		doors: 'closed',
		under: null
	});
});

test('per province it is told of how many, and which provinces are absent', () => {
	expect(
		perProvince(all).map(({ province, total, municipalities }) => [province, municipalities.length, total])
	).toEqual([
		['Flevoland', 2, 6],
		['Groningen', 4, 10],
		['Noord-Brabant', 1, 56],
		['Overijssel', 1, 25]
	]);
	expect(absentProvinces(all)).toEqual([
		'Drenthe',
		'Fryslân',
		'Gelderland',
		'Limburg',
		'Noord-Holland',
		'Utrecht',
		'Zeeland',
		'Zuid-Holland'
	]);
});

test('a name or a province is found by any part of it, without accents and capitals', () => {
	expect(tookPartNamed(all, 'EEMS').map(({ name }) => name)).toEqual(['Eemsdelta']);
	expect(tookPartNamed(all, 'flevo').map(({ name }) => name)).toEqual(['Almere', 'Zeewolde']);
	expect(tookPartNamed(all, '')).toHaveLength(all.length);
	expect(tookPartNamed(all, 'Parijs')).toEqual([]);
});
