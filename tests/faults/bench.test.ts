import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BENCH = fileURLToPath(new URL('../bench/bench.ts', import.meta.url));

interface Figures {
	readonly rows: readonly { readonly id: string; readonly ratio: number | null }[];
}

test('the bench runs, loses no post and gives its figures; it is not judged by them here', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'waaier-bench-'));
	const json = path.join(folder, 'figures.json');
	const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, '--short', '--json', json], {
		encoding: 'utf8'
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
	expect(stdout).toContain('post → last of 20, p50');
	const { rows } = JSON.parse(readFileSync(json, 'utf8')) as Figures;
	rmSync(folder, { recursive: true });
	expect(new Set(rows.map(({ id }) => id))).toEqual(
		new Set(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'])
	);
});
