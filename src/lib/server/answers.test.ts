import { expect, test } from 'vitest';
import { Answers } from './answers.ts';

test('remembers the latest five thousand answers, and lets go of the oldest first', () => {
	const answers = new Answers();
	for (let version = 1; version <= 5001; version += 1)
		answers.remember(`command-${version}`, { ok: true, version });
	expect(answers.of('command-1')).toBeUndefined();
	expect(answers.of('command-2')).toEqual({ ok: true, version: 2 });
	expect(answers.of('command-5001')).toEqual({ ok: true, version: 5001 });
});

test('counts an answer that is given again once', () => {
	const answers = new Answers();
	answers.remember('first', { ok: true, version: 1 });
	for (let repeat = 0; repeat < 6000; repeat += 1)
		answers.remember('again', { ok: false, rejection: 'wrong-stage' });
	expect(answers.of('first')).toEqual({ ok: true, version: 1 });
	expect(answers.of('again')).toEqual({ ok: false, rejection: 'wrong-stage' });
});
