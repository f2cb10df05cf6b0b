import { expect, test } from 'vitest';
import type { ProgrammeResult } from '#lib/client/programme-acts.ts';
import { NO_DOSSIER_FACTS, type DossierFacts } from '#lib/domain/programme/dossier-facts.ts';
import { DossierDesk } from './dossier-desk.svelte.ts';

type Parts = Partial<DossierFacts>;

/** A server that two people fill in at, as `dossiers.ts` decides; and the page of one of them. */
function atWork(start: Parts = {}) {
	let held: DossierFacts = { ...NO_DOSSIER_FACTS, ...start };
	let shown = held;
	let meanwhile: Parts = {};
	let isOffline = false;
	let version = 1;
	let shownVersion = 1;
	const sent: Parts[] = [];
	const save = (changes: Parts, from: Parts): Promise<ProgrammeResult> => {
		sent.push(changes);
		if (isOffline) {
			isOffline = false;
			return Promise.resolve({ type: 'failed' });
		}
		held = { ...held, ...meanwhile };
		meanwhile = {};
		const parts = Object.keys(changes) as readonly (keyof DossierFacts)[];
		const isOld = parts.some((part) => changes[part] !== held[part] && from[part] !== held[part]);
		if (isOld) return Promise.resolve({ type: 'refused', rejection: 'dossier-part-changed' });
		held = { ...held, ...changes };
		version += 1;
		return Promise.resolve({ type: 'done' });
	};
	const refresh = () => {
		shown = held;
		shownVersion = version;
		return Promise.resolve();
	};
	const never = { after: () => () => undefined, every: () => () => undefined };
	const desk = new DossierDesk({ current: () => shown, version: () => shownVersion, save, refresh }, never);
	/** Somebody else saves at once. */
	const otherSaves = (parts: Parts) => {
		held = { ...held, ...parts };
		version += 1;
	};
	const asked = { changedAt: 7, name: 'Femke Bos', isByLink: false };
	const look = () => desk.look((known) => Promise.resolve(known === version ? null : { ...asked, version }));
	const fail = () => (isOffline = true);
	return {
		desk,
		sent,
		fail,
		look,
		otherSaves,
		held: () => held,
		other: (parts: Parts) => (meanwhile = parts)
	};
}

test('two who fill different parts undo nothing of each other, and are told of each other', async () => {
	const { desk, other, held } = atWork();
	other({ goal: 'Van een ander' });
	desk.change({ problem: 'Van mij' });
	await desk.save();
	expect(held()).toMatchObject({ goal: 'Van een ander', problem: 'Van mij' });
	expect([desk.others, desk.clashes, desk.state]).toEqual([['goal'], [], 'saved']);
	expect(desk.value.goal).toBe('Van een ander');
});

test('what both wrote in one part stays in the field of who typed it and is not sent, until they choose', async () => {
	const { desk, other, held, sent } = atWork({ problem: 'Eerst' });
	other({ problem: 'Van een ander' });
	desk.change({ problem: 'Van mij', goal: 'Doel' });
	await desk.save();
	expect(held()).toMatchObject({ problem: 'Van een ander', goal: 'Doel' });
	expect([desk.clashes, desk.state, desk.value.problem]).toEqual([['problem'], 'unsaved', 'Van mij']);
	expect(desk.theirs.problem).toBe('Van een ander');

	desk.change({ problem: 'Van mij, langer' });
	desk.change({ summary: 'Kort' });
	await desk.save();
	expect(sent.at(-1)).toEqual({ summary: 'Kort' });
	expect(desk.value).toMatchObject({ problem: 'Van mij, langer', summary: 'Kort' });

	desk.choose('problem', 'mine');
	await desk.save();
	expect(held().problem).toBe('Van mij, langer');
	expect([desk.clashes, desk.state]).toEqual([[], 'saved']);
});

test('who leaves what the other wrote sees it, and what is written over it later counts', async () => {
	const { desk, other, held } = atWork();
	other({ problem: 'Van een ander' });
	desk.change({ problem: 'Van mij' });
	await desk.save();
	desk.choose('problem', 'theirs');
	await desk.save();
	expect([desk.value.problem, held().problem, desk.state]).toEqual([
		'Van een ander',
		'Van een ander',
		'saved'
	]);
	desk.change({ problem: 'Samen' });
	await desk.save();
	expect(held().problem).toBe('Samen');
});

test('what is typed while the clash is found is not lost either', async () => {
	const { desk, other, held } = atWork();
	other({ problem: 'Van een ander' });
	desk.change({ problem: 'Van' });
	const saving = desk.save();
	desk.change({ problem: 'Van mij' });
	await saving;
	await desk.save();
	expect([desk.value.problem, held().problem, desk.clashes]).toEqual([
		'Van mij',
		'Van een ander',
		['problem']
	]);
});

test('what somebody began to type before they saw the words of the other is not written over those', async () => {
	const { desk, other, held } = atWork();
	other({ problem: 'Van een ander' });
	desk.change({ goal: 'Doel' });
	const saving = desk.save();
	desk.change({ problem: 'Van mij' });
	await saving;
	await desk.save();
	expect([desk.value.problem, held().problem, desk.clashes]).toEqual([
		'Van mij',
		'Van een ander',
		['problem']
	]);
});

test('a save that did not arrive is tried again as what it was', async () => {
	const { desk, held, fail } = atWork({ problem: 'Eerst' });
	fail();
	desk.change({ problem: 'Van mij' });
	await desk.save();
	expect(desk.state).toBe('failed');
	await desk.save();
	expect([held().problem, desk.clashes, desk.state]).toEqual(['Van mij', [], 'saved']);
});

test('who fills a dossier learns before saving that somebody else saved it, who and when, and keeps what they type', async () => {
	const { desk, look, otherSaves, sent } = atWork({ problem: 'Eerst' });
	await look();
	expect([desk.others, desk.lastOther]).toEqual([[], null]);
	otherSaves({ goal: 'Van een ander', problem: 'Ook van een ander' });
	desk.change({ problem: 'Van mij' });
	await look();
	expect([...desk.others].sort()).toEqual(['goal', 'problem']);
	expect(desk.lastOther).toMatchObject({ name: 'Femke Bos', changedAt: 7 });
	expect(desk.value).toMatchObject({ goal: 'Van een ander', problem: 'Van mij' });
	expect(sent).toEqual([]);
	await desk.save();
	expect(desk.clashes).toEqual(['problem']);
});

test('what is saved from this page is no news to it', async () => {
	const { desk, look } = atWork();
	desk.change({ problem: 'Van mij' });
	const saving = desk.save();
	await look();
	await saving;
	await look();
	expect([desk.others, desk.lastOther]).toEqual([[], null]);
});
