import { describe, expect, it } from 'vitest';
import {
	INVENTED_MUNICIPALITIES,
	MUNICIPALITIES,
	municipalitiesOn,
	searchMunicipalities
} from './municipalities.ts';
import { MUNICIPALITY_ALIASES } from './municipality-aliases.ts';
import { MUNICIPALITY_HISTORY } from './municipality-history.ts';

const everyAlias = [...MUNICIPALITY_ALIASES].flatMap(([code, aliases]) =>
	aliases.map((alias): [string, string] => [alias, code])
);

function found(query: string, limit = 5): string[] {
	return searchMunicipalities(query, limit).map(({ municipality }) => municipality.name);
}

function plain(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

describe('searching a municipality', () => {
	it('finds every one first by its name in lower case without accents', () => {
		for (const { name } of MUNICIPALITIES) expect(found(plain(name))[0]).toBe(name);
	});

	it('finds every one first by its name without punctuation and spaces', () => {
		for (const { name } of MUNICIPALITIES) expect(found(plain(name).replace(/[^a-z]/g, ''))[0]).toBe(name);
	});

	it.each([
		['SUDWEST fryslan', 'Súdwest-Fryslân'],
		['súdwest–fryslân', 'Súdwest-Fryslân'],
		['s hertogenbosch', "'s-Hertogenbosch"],
		['’s-Hertogenbosch', "'s-Hertogenbosch"],
		['hertogenbosch', "'s-Hertogenbosch"],
		['Su\u0301dwest', 'Súdwest-Fryslân'],
		['ĳsselstein', 'IJsselstein'],
		['gemeente Utrecht', 'Utrecht'],
		['  utrecht  ', 'Utrecht'],
		['nuenen gerwen', 'Nuenen, Gerwen en Nederwetten'],
		['Bergen L', 'Bergen (L)'],
		['cuijk', 'Land van Cuijk']
	])('takes "%s" for %s', (query, name) => {
		expect(found(query)[0]).toBe(name);
	});

	it.each(everyAlias)('knows the alias %s of %s and says so', (alias, code) => {
		const [first] = searchMunicipalities(plain(alias), 5);
		expect(first).toMatchObject({ municipality: { code }, matchedOn: 'alias', text: alias, exact: true });
	});

	it.each([
		['den haag', 'Den Haag'],
		['s gravenhage', 'Den Haag'],
		['den bosch', "'s-Hertogenbosch"]
	])('finds the city behind "%s"', (query, name) => {
		expect(found(query)[0]).toBe(name);
	});

	it.each([
		['brielle', ['Voorne aan Zee']],
		['weesp', ['Amsterdam']],
		['de marne', ['Het Hogeland']],
		['winsum', ['Het Hogeland', 'Westerkwartier']],
		['haaren', ['Boxtel', 'Oisterwijk', 'Tilburg', 'Vught']]
	])('finds where the former municipality "%s" went, and says its name', (query, names) => {
		const matches = searchMunicipalities(query, 342).filter(({ exact }) => exact);
		expect(matches.map(({ municipality }) => municipality.name)).toEqual(names);
		for (const match of matches) {
			expect(match.matchedOn).toBe('alias');
			expect(plain(match.text)).toBe(query);
		}
	});

	it('finds every former municipality by its name, as all those that got a part of it', () => {
		for (const { name, into } of MUNICIPALITY_HISTORY) {
			const codes = searchMunicipalities(name, 342).filter(({ exact }) => exact);
			expect(codes.map(({ municipality }) => municipality.code).sort()).toEqual(into);
		}
	});

	it('finds a municipality by itself, and no successor, on a day on which it was there', () => {
		const of2020 = municipalitiesOn('2020-02-01');
		expect(searchMunicipalities('weesp', 5, of2020).map(({ municipality }) => municipality.code)).toEqual([
			'GM0457'
		]);
		expect(searchMunicipalities('winsum', 5, of2020).map(({ municipality }) => municipality.name)).toEqual([
			'Het Hogeland',
			'Westerkwartier'
		]);
	});

	it('finds the eighteen Frisian municipalities by the name of their province', () => {
		const matches = searchMunicipalities('friesland', 342);
		const inProvince = matches.filter(({ municipality }) => municipality.province === 'Fryslân');
		expect(matches).toHaveLength(18);
		expect(inProvince).toHaveLength(18);
		expect(found('fryslân', 342)).toHaveLength(18);
	});

	it('puts the municipality before the others in the province of the same name', () => {
		const matches = searchMunicipalities('utrecht', 342);
		expect(matches[0]).toMatchObject({ municipality: { code: 'GM0344' }, matchedOn: 'name', exact: true });
		expect(matches.at(-1)?.matchedOn).toBe('province');
		expect(matches).toHaveLength(26);
	});

	it('lists the beginning of a name before a later word, and that before the inside of one', () => {
		expect(found('hoorn')).toEqual(['Hoorn', 'Uithoorn']);
		expect(found('den', 7)).toEqual([
			'Den Haag',
			'Den Helder',
			"'s-Hertogenbosch",
			'Alphen aan den Rijn',
			'Capelle aan den IJssel',
			'Krimpen aan den IJssel',
			'Coevorden'
		]);
	});

	it('does not look inside words for one or two letters', () => {
		for (const { text } of searchMunicipalities('en', 342)) expect(plain(text)).toMatch(/(^|[^a-z])en/);
	});

	it('tells which part of the name was typed', () => {
		const [first] = searchMunicipalities('sHert', 1);
		expect(first?.text.slice(...first.range)).toBe('s-Hert');
		const [second] = searchMunicipalities('fryslan', 1);
		expect(second?.text.slice(...second.range)).toBe('Fryslân');
	});

	it('gives all by name when nothing is asked yet', () => {
		expect(found('', 342)).toHaveLength(342);
		expect(found('  ', 3)).toEqual(['Aa en Hunze', 'Aalsmeer', 'Aalten']);
		expect(found("'", 342)).toHaveLength(342);
	});

	it('gives no more than asked for', () => {
		expect(found('a', 7)).toHaveLength(7);
		expect(found('a', 0)).toEqual([]);
		expect(found('a', -1)).toEqual([]);
	});

	it('searches among invented ones instead when told to', () => {
		const [first, ...rest] = searchMunicipalities('lind', 5, INVENTED_MUNICIPALITIES);
		expect(first?.municipality.name).toBe('Lindewaard');
		expect(rest.map(({ municipality }) => municipality.name)).toEqual(['Groot-Linderveld']);
	});

	it.each([
		['.*', 0],
		['<script>alert(1)</script>', 0],
		['😀', 0],
		['\u0000', 0],
		['\ud800', 0],
		['__proto__', 0],
		['(', 0],
		['%', 0],
		["'; drop table", 0]
	])('finds nothing for the hostile text %j', (query, count) => {
		expect(found(query, 342)).toHaveLength(count);
	});

	it('looks at no more of an endless text than the longest name needs', () => {
		expect(found('a'.repeat(1_000_000))).toEqual([]);
		expect(found('\u0301'.repeat(1_000_000))).toEqual([]);
		expect(found(`utrecht${' '.repeat(1_000_000)}`)[0]).toBe('Utrecht');
	});
});
