import { expect, test } from 'vitest';
import { dossierVersion } from './dossiers.ts';
import { BY_LINK } from './programme-desk.ts';

const HELD = { version: 7, changedAt: 9, changedBy: 'account-1' };
const nameOf = () => Promise.resolve('Femke Bos');

function asking(known?: string): Request {
	return new Request('https://waaier.example/versie', {
		headers: known === undefined ? {} : { 'if-none-match': known }
	});
}

test('whoever knows the version that is held is told nothing more, and anybody else who made it and when', async () => {
	expect((await dossierVersion(asking('"7"'), HELD, nameOf)).status).toBe(304);
	const answer = await dossierVersion(asking('"6"'), HELD, nameOf);
	expect(answer.headers.get('etag')).toBe('"7"');
	expect(await answer.json()).toEqual({ version: 7, changedAt: 9, name: 'Femke Bos', isByLink: false });
});

test('by a link nobody learns what an account is called, and who used a link has no name', async () => {
	const byLink = await dossierVersion(asking(), HELD, null);
	expect(await byLink.json()).toMatchObject({ name: null, isByLink: false });
	const ofLink = await dossierVersion(asking(), { ...HELD, changedBy: BY_LINK }, nameOf);
	expect(await ofLink.json()).toMatchObject({ name: null, isByLink: true });
});
