import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DossierChangesSchema } from '#lib/protocol/dossier-facts.ts';
import { answeredCount, needsLaw, NO_DOSSIER_FACTS, type DossierFacts } from './dossier-facts.ts';
import { DOSSIER_LINK_MS, presentDossier, presentDossiers } from './dossiers.ts';
import type { ProgrammeCommand } from './programme-acts.ts';
import { decideProgramme, EMPTY_PROGRAMME, evolveProgramme, type Programme } from './programme.ts';

function after(programme: Programme, command: ProgrammeCommand, at = 9): Programme | string {
	const context = { now: at, day: '2026-03-01', newId: () => 'x', records: [] };
	const decided = decideProgramme(programme, command, context);
	if (!decided.ok) return decided.rejection;
	return decided.value.reduce((p, event) => evolveProgramme(p, { event, at, by: 'noor' }), programme);
}

function done(programme: Programme, ...commands: readonly ProgrammeCommand[]): Programme {
	return commands.reduce((p, command) => {
		const result = after(p, command);
		if (typeof result === 'string') throw new Error(result);
		return result;
	}, programme);
}

const START = {
	type: 'StartDossier',
	dossierId: 'd1',
	name: ' Opvallende adressen ',
	theme: 'ondermijning',
	municipalities: ['GM0193']
} as const;
const started = done(EMPTY_PROGRAMME, START);
const IMPRESSION = { kind: 'indruk', link: '' } as const;
const changing = (changes: Partial<DossierFacts>): ProgrammeCommand => ({
	type: 'ChangeDossier',
	dossierId: 'd1',
	changes
});
const factsOf = (programme: Programme) => presentDossier(programme.dossiers, 'd1')?.facts;

describe('a dossier', () => {
	test('[DS1] starts with a name, a theme and a municipality, and is filled part by part', () => {
		expect(factsOf(started)).toEqual({
			...NO_DOSSIER_FACTS,
			name: 'Opvallende adressen',
			municipalities: ['GM0193']
		});
		const filled = done(started, changing({ summary: 'Kort' }), changing({ problem: 'Groot' }));
		expect(factsOf(filled)).toMatchObject({ summary: 'Kort', problem: 'Groot' });
		expect(presentDossier(filled.dossiers, 'd1')).toMatchObject({ version: 3, changedAt: 9 });
	});

	test('[DS9] what says something else by now is not written over by who did not know', () => {
		const changingFrom = (changes: Partial<DossierFacts>, from: Partial<DossierFacts>): ProgrammeCommand => ({
			type: 'ChangeDossier',
			dossierId: 'd1',
			changes,
			from
		});
		const filled = done(started, changing({ problem: 'Van een ander' }));
		const old = changingFrom({ problem: 'Van mij', goal: 'Doel' }, { problem: '', goal: '' });
		expect(after(filled, old)).toBe('dossier-part-changed');
		const same = changingFrom({ problem: 'Van een ander', goal: 'Doel' }, { problem: '', goal: '' });
		expect(factsOf(done(filled, same))).toMatchObject({ problem: 'Van een ander', goal: 'Doel' });
		const known = changingFrom({ problem: 'Samen' }, { problem: 'Van een ander' });
		expect(factsOf(done(filled, known))).toMatchObject({ problem: 'Samen' });
	});

	test('[DS2] the same once more is no version', () => {
		const filled = done(started, changing({ legalBases: ['gemeentewet'] }));
		expect(after(filled, changing({ legalBases: ['gemeentewet'] }))).toBe(filled);
	});

	test.each<[Partial<DossierFacts>, string]>([
		[{ name: ' ' }, 'dossier-name-empty'],
		[{ municipalities: [] }, 'dossier-municipality-missing'],
		[{ municipalities: ['GM9999'] }, 'dossier-municipality-unknown'],
		[{ summary: 'x'.repeat(351) }, 'dossier-text-too-long'],
		[{ problem: 'x'.repeat(2501) }, 'dossier-text-too-long'],
		[{ results: [{ claim: 'x'.repeat(351), evidence: [] }] }, 'dossier-text-too-long'],
		[{ results: [{ claim: '', evidence: Array.from({ length: 6 }, () => IMPRESSION) }] }, 'dossier-too-many'],
		[{ dpiaLink: 'javascript:alert(1)' }, 'dossier-link-wrong'],
		[
			{ results: [{ claim: '', evidence: [{ kind: 'cijfers', link: 'data:text/html,x' }] }] },
			'dossier-link-wrong'
		]
	])('[DS3] %j is refused: %s', (changes, why) => {
		expect(after(started, changing(changes))).toBe(why);
	});

	test('[DS4] ten questions count as answered when something stands there, also "weet ik niet"', () => {
		expect(answeredCount(NO_DOSSIER_FACTS)).toBe(0);
		const filled = done(
			started,
			changing({
				dpia: 'onbekend',
				legalBases: ['onbekend'],
				results: [{ claim: ' ', evidence: [IMPRESSION] }]
			})
		);
		expect(answeredCount(factsOf(filled) ?? NO_DOSSIER_FACTS)).toBe(3);
	});

	test('[DS12] a result has several pieces of evidence; what was told while it had one is read as a list of one', () => {
		const evidence = [IMPRESSION, { kind: 'evaluatie', link: 'https://voorbeeld.nl/evaluatie' }] as const;
		const results = [{ claim: 'Minder leegstand', evidence }];
		const filled = done(started, changing({ results }));
		expect(factsOf(filled)?.results).toEqual(results);
		const earlier = { claim: 'Vroeger', evidence: 'cijfers', link: 'https://voorbeeld.nl' } as const;
		const none = { claim: 'Nog niets', evidence: null, link: '' } as const;
		const changes = { results: [earlier, none] };
		const stored = JSON.parse(JSON.stringify(changes)) as Partial<DossierFacts>;
		const event = { type: 'DossierChanged', dossierId: 'd1', changes: stored } as const;
		const replayed = evolveProgramme(started, { event, at: 9, by: 'noor' });
		const read = factsOf(replayed)?.results;
		expect(v.parse(DossierChangesSchema, changes).results).toEqual(read);
		expect(read).toEqual([
			{ claim: 'Vroeger', evidence: [{ kind: 'cijfers', link: 'https://voorbeeld.nl' }] },
			{ claim: 'Nog niets', evidence: [] }
		]);
	});

	test('[DS5] an agreement alone asks for a law', () => {
		expect(needsLaw({ legalBases: ['convenant'] })).toBe(true);
		expect(needsLaw({ legalBases: ['gemeentewet', 'convenant'] })).toBe(false);
	});

	test('[DS6] has one link at a time, for sixty days; a new one ends the old', () => {
		const linked = done(
			started,
			{ type: 'MakeDossierLink', dossierId: 'd1' },
			{ type: 'MakeDossierLink', dossierId: 'd1' }
		);
		expect(presentDossier(linked.dossiers, 'd1')).toMatchObject({
			link: { expiresAt: 9 + DOSSIER_LINK_MS },
			links: 2
		});
		const ended = done(linked, { type: 'EndDossierLink', dossierId: 'd1' });
		expect(presentDossier(ended.dossiers, 'd1')?.link).toBeNull();
		expect(after(ended, { type: 'EndDossierLink', dossierId: 'd1' })).toBe(ended);
	});

	test('[DS7] taken away it takes no change and has no link, and comes back as it was', () => {
		const removed = done(
			started,
			{ type: 'MakeDossierLink', dossierId: 'd1' },
			{ type: 'RemoveDossier', dossierId: 'd1' }
		);
		expect(presentDossiers(removed.dossiers)).toEqual([]);
		expect(after(removed, changing({ summary: 'x' }))).toBe('unknown-dossier');
		expect(after(removed, START)).toBe('unknown-dossier');
		const back = done(removed, { type: 'RestoreDossier', dossierId: 'd1' });
		expect(presentDossier(back.dossiers, 'd1')).toMatchObject({
			link: null,
			facts: { name: 'Opvallende adressen' }
		});
	});
});
