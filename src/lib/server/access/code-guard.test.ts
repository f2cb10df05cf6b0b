import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CodeGuard } from './code-guard.ts';

let brakes: { readonly ms: number; readonly release: () => void }[];
let guard: CodeGuard;

beforeEach(() => {
	vi.useFakeTimers();
	brakes = [];
	guard = new CodeGuard((ms, release) => void brakes.push({ ms, release }));
});

afterEach(() => {
	vi.useRealTimers();
});

test('an address may be wrong ten times a minute, and then tries again the next', async () => {
	for (let wrong = 1; wrong <= 10; wrong += 1) {
		expect(await guard.mayTry('198.51.100.1')).toBe(true);
		await guard.countWrong('198.51.100.1');
	}
	expect(await guard.mayTry('198.51.100.1')).toBe(false);
	expect(await guard.mayTry('198.51.100.2')).toBe(true);
	vi.advanceTimersByTime(60_000);
	expect(await guard.mayTry('198.51.100.1')).toBe(true);
});

test('whoever goes on after ten wrong ones waits for every answer, and nobody else does', async () => {
	for (let wrong = 0; wrong < 10; wrong += 1) await guard.countWrong('198.51.100.1');
	expect(brakes).toEqual([]);
	const slow = guard.countWrong('198.51.100.1');
	await vi.waitFor(() => expect(brakes.map(({ ms }) => ms)).toEqual([1000]));
	await guard.countWrong('198.51.100.2');
	brakes[0]?.release();
	await slow;
	expect(brakes).toHaveLength(1);
});

test('asking costs nothing, so that a hall of right codes behind one address is never stopped', async () => {
	for (let right = 0; right < 500; right += 1) expect(await guard.mayTry('198.51.100.1')).toBe(true);
});

test('guessing from many addresses together is slowed down, and nobody is locked out', async () => {
	for (let wrong = 0; wrong < 300; wrong += 1) await guard.countWrong(`198.51.100.${wrong}`);
	expect(brakes).toEqual([]);
	let isAnswered = false;
	const slow = guard.countWrong('203.0.113.1').then(() => (isAnswered = true));
	await vi.waitFor(() => expect(brakes.map(({ ms }) => ms)).toEqual([1000]));
	expect(isAnswered).toBe(false);
	expect(await guard.mayTry('203.0.113.2')).toBe(true);
	brakes[0]?.release();
	await slow;
});
