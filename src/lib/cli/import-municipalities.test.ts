import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUNICIPALITY_FOLDER, HISTORY_FILE, LIST_FILE } from './municipalities/module-text.ts';

/** Fifteen municipalities only: refused, because the committed lists have more. */
const PART_OF_REGISTER = fileURLToPath(
	new URL('../../../tests/kit/register-gemeenten.json', import.meta.url)
);

function run(...args: string[]): { code: number | null; out: string; error: string } {
	const file = fileURLToPath(new URL('import-municipalities.ts', import.meta.url));
	const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
	return { code: status, out: stdout, error: stderr };
}

function committed(): string[] {
	return [LIST_FILE, HISTORY_FILE].map((file) => readFileSync(new URL(file, MUNICIPALITY_FOLDER), 'utf8'));
}

describe('npm run import:municipalities', () => {
	it('refuses half a register in one sentence, and leaves the lists as they are', () => {
		const before = committed();
		const { code, out, error } = run(PART_OF_REGISTER);
		expect(code).toBe(1);
		expect(out).toBe('');
		expect(error).toMatch(/^In het bestand ontbreken 380 gemeenten .+\n$/);
		expect(committed()).toEqual(before);
	});

	it('says which file it cannot read', () => {
		const { code, error } = run('er-is-geen-bestand.json');
		expect(code).toBe(1);
		expect(error).toMatch(/^er-is-geen-bestand\.json is niet te lezen: ENOENT/);
	});

	it('explains itself when it is not told one file', () => {
		expect(run()).toMatchObject({ code: 2, out: expect.stringContaining('BESTAND.json') as string });
		expect(run('a.json', 'b.json').code).toBe(2);
		expect(run('--help').code).toBe(0);
	});
});
