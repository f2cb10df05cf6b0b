import { expect, test } from 'vitest';
import { aRecord } from '../../../../tests/kit/record.ts';
import { searchedSession } from './search-hits.ts';

const known = aRecord();
const record = { ...known, session: { ...known.session, isTrial: false } };
const asked = { words: ['toets', 'mag', 'niemand'], day: '2026-01-01' };

test('a hit tells its round, where it comes from, its stack and where the record shows it', () => {
	const found = [
		{ kind: 'card', id: 'c3' },
		{ kind: 'cluster', id: 'k1' },
		{ kind: 'idea', id: 'i1' }
	] as const;
	const { title, group, hits } = searchedSession(record, { ...asked, found });
	expect([title, group]).toEqual(['Opvallende adressen', 'follower']);
	expect(hits.map(({ parts: _, ...rest }) => rest)).toEqual([
		{
			kind: 'card',
			id: 'c3',
			round: 'bottlenecks',
			municipalities: ['XX0007'],
			organisation: '',
			stack: 'Mag dit wel?',
			at: 'cluster:k1'
		},
		{
			kind: 'cluster',
			id: 'k1',
			round: 'bottlenecks',
			municipalities: ['XX0003', 'XX0007'],
			organisation: '',
			stack: null,
			at: 'cluster:k1'
		},
		{
			kind: 'idea',
			id: 'i1',
			round: 'ideas',
			municipalities: null,
			organisation: '',
			stack: null,
			at: null
		}
	]);
	expect(hits[0]?.parts).toEqual([
		{ text: 'Niemand', isFound: true },
		{ text: ' durft te delen', isFound: false }
	]);
});

test('a loose card stands by itself in the record, and what the record does not hold is no hit', () => {
	const found = [
		{ kind: 'card', id: 'c6' },
		{ kind: 'card', id: 'weg' }
	] as const;
	const { hits } = searchedSession(record, { ...asked, found });
	expect(hits.map(({ id, at }) => [id, at])).toEqual([['c6', 'card:c6']]);
});
