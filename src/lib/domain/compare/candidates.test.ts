import { expect, test } from 'vitest';
import { existingText } from '#lib/i18n/idea-words.ts';
import { fourDaysWithIdeas } from '../../../../tests/kit/programme.ts';
import { candidatesOf, choiceReach, rolesOf, wasOnShortList } from './candidates.ts';
import { ideaKey, type Placements } from '../programme/placements.ts';
import type { Place } from '../programme/programme-acts.ts';
import { EMPTY_PROGRAMME, evolveProgramme } from '../programme/programme.ts';

const TODAY = '2026-01-01';

function placed(sessionId: string, ideaId: string, place: Place): Placements {
	return { [ideaKey({ sessionId, ideaId })]: { place, reason: 'Omdat', at: 1, by: 'noor', earlier: [] } };
}

test('each idea has its chain, worked out by hand: cards, stacks, bottlenecks, needs and who asks', () => {
	const told = candidatesOf(fourDaysWithIdeas(), EMPTY_PROGRAMME, TODAY).map(
		({ title, municipalities, chain }) => [
			title,
			municipalities,
			chain.cards.map(({ id }) => id),
			[...chain.needs, ...chain.bottlenecks].map((item) => item.title),
			chain.dots
		]
	);
	expect(told).toEqual([
		[
			'Leerkring',
			['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193', 'GM1979'],
			['b4', 'b1'],
			['Kaart b4', 'Kaart b1'],
			4
		],
		['Toets', ['GM0014', 'GM0193', 'GM1979'], ['a9', 'a2', 'a3'], ['Kaart a9', 'Stapel k1'], 4],
		['Los', [], [], [], 0]
	]);
});

test('a need that was linked as a card and lies in a stack since keeps its place in the chain', () => {
	const [w1] = fourDaysWithIdeas();
	if (!w1) throw new Error('There are four days');
	const linked = { ...w1, links: [{ need: 'card:a9', bottleneck: 'card:a2' }] };
	const [candidate] = candidatesOf([linked], EMPTY_PROGRAMME, TODAY);
	expect(candidate?.chain.cards.map(({ id }) => id)).toEqual(['a9', 'a2']);
});

test('the last ratings count: means of value and effort, and to how many questions most municipalities said yes', () => {
	const rated = candidatesOf(fourDaysWithIdeas(), EMPTY_PROGRAMME, TODAY).map(
		({ title, worth, effort, scalingYes }) => [title, worth, effort, scalingYes]
	);
	expect(rated).toEqual([
		['Leerkring', null, null, null],
		// One municipality yes and one no is not most.
		['Toets', 4.7, 3.7, 0],
		['Los', null, null, null]
	]);
});

test('what is chosen stands first, then the short list, what is not done and the long list', () => {
	const placements = { ...placed('w4', 'i2', 'chosen'), ...placed('w2', 'i1', 'dismissed') };
	expect(
		candidatesOf(fourDaysWithIdeas(), { ...EMPTY_PROGRAMME, placements }, TODAY).map(({ title, place }) => [
			title,
			place
		])
	).toEqual([
		['Los', 'chosen'],
		['Leerkring', 'dismissed'],
		['Toets', 'long']
	]);
});

test('what is chosen or was dropped later came past the short list, what never was on it did not', () => {
	const dismissed = { place: 'dismissed', reason: 'Omdat', at: 2, by: 'noor' } as const;
	const dropped = { ...dismissed, earlier: [{ place: 'short', reason: '', at: 1, by: 'noor' } as const] };
	const placements = {
		...placed('w2', 'i1', 'chosen'),
		[ideaKey({ sessionId: 'w1', ideaId: 'i1' })]: dropped,
		...placed('w4', 'i2', 'dismissed')
	};
	const candidates = candidatesOf(fourDaysWithIdeas(), { ...EMPTY_PROGRAMME, placements }, TODAY);
	expect(candidates.filter(wasOnShortList).map(({ title }) => title)).toEqual(['Leerkring', 'Toets']);
});

test('the same idea of two days is one, which rests on the cards of both; each municipality counts once', () => {
	const sameIdeas = { [ideaKey({ sessionId: 'w2', ideaId: 'i1' })]: { sessionId: 'w1', ideaId: 'i1' } };
	const [first, ...others] = candidatesOf(fourDaysWithIdeas(), { ...EMPTY_PROGRAMME, sameIdeas }, TODAY);
	expect(others.map(({ title }) => title)).toEqual(['Los']);
	expect(first).toMatchObject({ title: 'Toets', worth: 4.7, others: [{ title: 'Leerkring' }] });
	expect(first?.municipalities).toEqual([
		'GM0014',
		'GM0034',
		'GM0037',
		'GM0047',
		'GM0050',
		'GM0193',
		'GM1979'
	]);
	expect(first?.chain.cards.map(({ id }) => id)).toEqual(['a9', 'a2', 'a3', 'b4', 'b1']);
	// Whoever may not read the day of the one it counts with sees it by itself.
	const [alone] = candidatesOf(fourDaysWithIdeas().slice(1), { ...EMPTY_PROGRAMME, sameIdeas }, TODAY);
	expect(alone).toMatchObject({ title: 'Leerkring', others: [] });
});

test('who wants to take part is told under the codes of the day, and who is sure on one day is sure', () => {
	const said = [
		// GM0003 went into GM1979 in 2021.
		{ GM0003: 'zeker', GM0014: 'misschien' },
		{ GM1979: 'misschien', GM0014: 'zeker', GM0034: 'misschien' }
	] as const;
	const records = fourDaysWithIdeas().map((record, index) => ({
		...record,
		ideas: record.ideas.map((idea) => ({ ...idea, interests: said[index] ?? {} }))
	}));
	const sameIdeas = { [ideaKey({ sessionId: 'w2', ideaId: 'i1' })]: { sessionId: 'w1', ideaId: 'i1' } };
	const [together] = candidatesOf(records, { ...EMPTY_PROGRAMME, sameIdeas }, TODAY);
	expect(together?.interests).toEqual({ GM0014: 'zeker', GM0034: 'misschien', GM1979: 'zeker' });
});

test('where an idea exists already is told under the codes of the day, a dossier once over days, with how far it says it is', () => {
	const example = { id: 'e1', name: 'Adressen in beeld', summary: '', dossier: 'd1' };
	// GM0003 went into GM1979 in 2021.
	const records = fourDaysWithIdeas().map((record) => ({
		...record,
		examples: [
			{ ...example, municipalities: ['GM0003'] },
			{ ...example, id: 'e2', name: 'Van de dag zelf', municipalities: [], dossier: null }
		],
		ideas: record.ideas.map((idea) => ({ ...idea, examples: ['e1', 'e2'] }))
	}));
	const sameIdeas = { [ideaKey({ sessionId: 'w2', ideaId: 'i1' })]: { sessionId: 'w1', ideaId: 'i1' } };
	const start = { type: 'DossierStarted', dossierId: 'd1' } as const;
	const facts = { name: 'Adressen', municipalities: ['GM1979'], theme: 'ondermijning' } as const;
	const programme = evolveProgramme(
		evolveProgramme(EMPTY_PROGRAMME, { event: { ...start, facts }, at: 1, by: 'noor' }),
		{
			event: { type: 'DossierChanged', dossierId: 'd1', changes: { maturity: 'in-gebruik' } },
			at: 2,
			by: 'noor'
		}
	);
	const [together] = candidatesOf(records, { ...programme, sameIdeas }, TODAY);
	expect(together?.examples).toMatchObject([
		{ name: 'Adressen in beeld', municipalities: ['GM1979'], dossier: 'd1', maturity: 'in-gebruik' },
		{ key: 'w1 e2', dossier: null, maturity: null },
		{ key: 'w2 e2', dossier: null, maturity: null }
	]);
	expect(together?.examples.map(existingText).slice(0, 2)).toEqual([
		'Eemsdelta · In gebruik',
		'Van de dag zelf'
	]);
});

test('municipalities are told one by one, with their role over all days', () => {
	expect(rolesOf(fourDaysWithIdeas(), TODAY).map(({ code, role }) => `${code} ${role}`)).toEqual([
		'GM0014 frontrunner',
		'GM0193 both',
		'GM1979 both',
		'GM0034 follower',
		'GM0037 follower',
		'GM0047 follower',
		'GM0050 follower',
		'GM0788 follower'
	]);
});

test('the choice tells what it reaches and what it does not', () => {
	const candidates = candidatesOf(
		fourDaysWithIdeas(),
		{ ...EMPTY_PROGRAMME, placements: placed('w2', 'i1', 'chosen') },
		TODAY
	);
	expect(choiceReach(fourDaysWithIdeas(), candidates, TODAY)).toEqual({
		municipalities: ['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193', 'GM1979'],
		missed: ['GM0014', 'GM0788'],
		biggest: ['capaciteit-kennis', 'juridisch-privacy', 'ethiek-vertrouwen'],
		covered: ['capaciteit-kennis'],
		formsWithout: ['instrument', 'datadeal']
	});
	expect(
		choiceReach(fourDaysWithIdeas(), candidatesOf(fourDaysWithIdeas(), EMPTY_PROGRAMME, TODAY), TODAY)
			.municipalities
	).toEqual([]);
});
