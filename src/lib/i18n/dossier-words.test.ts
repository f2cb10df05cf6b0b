import { expect, test } from 'vitest';
import { dossierChangedText, dossierStateText } from './dossier-words.ts';

test('a dossier is a draft until all ten questions have an answer, and says whose it still is to fill in', () => {
	const states = [1, 2, 10].map((answered) => dossierStateText({ answered, municipalities: ['GM0344'] }));
	expect(states).toEqual(['Nog niet ingevuld door Utrecht', 'Concept: 2 van 10 vragen', 'Volledig']);
	expect(dossierStateText({ answered: 1, municipalities: [] })).toBe('Nog niet ingevuld');
});

test('who changed a dossier last is somebody with an account, somebody with its link, or somebody who is no more', () => {
	const changedAt = Date.UTC(2026, 10, 24, 9, 30);
	const told = [
		{ changedBy: 'Femke Bos', isByLink: false },
		{ changedBy: null, isByLink: true },
		{ changedBy: null, isByLink: false }
	].map((by) => dossierChangedText({ changedAt, ...by }).split(': ')[1]);
	expect(told).toEqual(['Femke Bos', 'wie de link had', 'Iemand die er niet meer is']);
});
