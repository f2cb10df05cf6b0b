import { expect, test } from 'vitest';
import { aRecord } from '../../../../tests/kit/record.ts';
import { ideasOn, saidAbout } from './dossier-said.ts';

const record = aRecord();
const withDossier = {
	...record,
	examples: record.examples.map((example) => ({ ...example, dossier: 'd1' }))
};

test('[DS8] a dossier gathers what was said at the tables that worked on it, what most municipalities said first', () => {
	const [day, ...others] = saidAbout([record, withDossier], 'd1');
	expect(others).toEqual([]);
	expect(day).toMatchObject({ sessionId: 'w1', title: 'Opvallende adressen', date: '2026-03-12' });
	const counts = day?.said.map(({ municipalities }) => municipalities ?? 0) ?? [];
	expect(counts.length).toBeGreaterThan(0);
	expect(counts).toEqual([...counts].sort((a, b) => b - a));
	const here = new Set(record.cards.filter(({ table }) => table === 't1').map(({ text }) => text));
	const stacks = new Set(
		record.clusters.filter(({ tables }) => tables.includes('t1')).map(({ title }) => title)
	);
	for (const { title } of day?.said ?? []) expect(here.has(title) || stacks.has(title)).toBe(true);
});

test('[DS8] a dossier that was brought into no worksession gathers nothing, the latest day comes first', () => {
	expect(saidAbout([record], 'd1')).toEqual([]);
	const later = { ...withDossier, session: { ...record.session, id: 'w2', date: '2026-05-01' } };
	expect(saidAbout([withDossier, later], 'd1').map(({ sessionId }) => sessionId)).toEqual(['w2', 'w1']);
});

test('[DS8] a dossier gathers the ideas that build on it, and no others, the latest day first', () => {
	expect(ideasOn([record], 'd1')).toEqual([]);
	const later = { ...withDossier, session: { ...record.session, id: 'w2', date: '2026-05-01' } };
	expect(ideasOn([withDossier, later], 'd1')).toMatchObject([
		{ sessionId: 'w2', ideaId: 'i1', title: 'Voorbeeld van een toets', form: 'instrument' },
		{ sessionId: 'w1', ideaId: 'i1' }
	]);
});
