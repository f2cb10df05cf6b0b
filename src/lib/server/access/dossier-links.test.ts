import { expect, test } from 'vitest';
import { DOSSIER_LINK_MS, presentDossier } from '#lib/domain/programme/dossiers.ts';
import type { ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { ProgrammeDesk } from '../programme-desk.ts';
import { memoryStore } from '../store/memory.ts';
import { DossierLinks } from './dossier-links.ts';

async function aDesk() {
	const clock = { ms: Date.UTC(2026, 2, 1) };
	const system = { now: () => clock.ms, newId: () => 'x' };
	const desk = new ProgrammeDesk(memoryStore(), system);
	let nth = 0;
	const ask = async (command: ProgrammeCommand) => {
		const answer = await desk.perform({ commandId: `c${(nth += 1)}`, command, by: 'noor', records: [] });
		expect(answer).toEqual({ ok: true });
	};
	for (const dossierId of ['d1', 'd2'])
		await ask({
			type: 'StartDossier',
			dossierId,
			name: dossierId,
			theme: 'ondermijning',
			municipalities: ['GM0193']
		});
	const links = new DossierLinks({ desk, system, secret: 'geheim' });
	const token = async (dossierId: string) => {
		const dossier = presentDossier((await desk.programme()).dossiers, dossierId);
		return dossier ? links.tokenOf(dossier) : null;
	};
	const opens = async (text: string | null) => (await links.dossierOf(text ?? ''))?.id ?? null;
	return { clock, ask, token, opens };
}

test('a link opens its own dossier, until it ends, expires or is replaced', async () => {
	const { clock, ask, token, opens } = await aDesk();
	expect(await token('d1')).toBeNull();
	await ask({ type: 'MakeDossierLink', dossierId: 'd1' });
	const first = await token('d1');
	expect(await opens(first)).toBe('d1');
	await ask({ type: 'MakeDossierLink', dossierId: 'd1' });
	expect(await opens(first)).toBeNull();
	const second = await token('d1');
	expect(await opens(second)).toBe('d1');
	clock.ms += DOSSIER_LINK_MS;
	expect(await opens(second)).toBeNull();
});

test('nothing that resembles a link opens anything', async () => {
	const { ask, token, opens } = await aDesk();
	await ask({ type: 'MakeDossierLink', dossierId: 'd1' });
	const [, secret = ''] = (await token('d1'))?.split('.') ?? [];
	expect(secret.length).toBeGreaterThanOrEqual(43);
	for (const text of ['', 'd1', 'd1.', `d2.${secret}`, `d1.${secret}x`, `__proto__.${secret}`, secret])
		expect(await opens(text)).toBeNull();
	await ask({ type: 'RemoveDossier', dossierId: 'd1' });
	expect(await opens(`d1.${secret}`)).toBeNull();
});
