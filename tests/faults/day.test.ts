import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeRecord } from '#lib/domain/record/record.ts';

const DAY = fileURLToPath(new URL('../../src/lib/cli/day.ts', import.meta.url));
const smile = '\u{1F600}';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'waaier-day-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every card of a file stands in the record once, whatever it holds; the others are refused by line', () => {
	const texts = [
		'eerste regel\ntweede regel, met "aanhaling"',
		'  spaties blijven  ',
		'<script>alert(1)</script> =SUM(A1) __proto__',
		'\u202Erechts naar links\u202C \u200B zéro \u0001',
		smile.repeat(280),
		'dubbel',
		'dubbel'
	];
	const rows = [...texts, smile.repeat(281), ''].map((text) => `beide,knelpunt,__proto__,${quoted(text)}`);
	const cards = path.join(folder, 'kaarten.csv');
	const out = path.join(folder, 'verslag.json');
	writeFileSync(cards, ['theme,round,category,text', ...rows, 'beide,feest,x,hoi'].join('\r\n'));

	const { status, stdout } = runDay('--cards', cards, '--participants', '3', '--out', out);

	expect(status).toBe(0);
	const record = JSON.parse(readFileSync(out, 'utf8')) as IntakeRecord;
	expect(record.cards.map(({ text }) => text).sort()).toEqual(texts.toSorted());
	expect(record.session.status).toBe('gesloten');
	expect(record.participation.municipalities).toHaveLength(3);
	expect(record.clusters).toHaveLength(1);
	expect(stdout.match(/^regel \d+ geweigerd/gm)).toHaveLength(3);
});

test('a file that cannot be read is one sentence and no trace', () => {
	const { status, stderr } = runDay('--cards', 'nergens.csv', '--participants', '1', '--out', folder);
	expect(status).toBe(1);
	expect(stderr).toContain('nergens.csv');
	expect(stderr.trim().split('\n')).toHaveLength(1);
});

function runDay(...args: string[]) {
	return spawnSync(process.execPath, [DAY, ...args], { cwd: folder, encoding: 'utf8' });
}

function quoted(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}
