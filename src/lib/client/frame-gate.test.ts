import { expect, test } from 'vitest';
import { FrameGate } from './frame-gate.ts';

/** A page whose frames are made by hand. */
function page() {
	let next: (() => void) | null = null;
	const state = { isVisible: true, acts: 0 };
	const gate = new FrameGate(() => (state.acts += 1), {
		isVisible: () => state.isVisible,
		nextFrame: (run) => {
			next = run;
			return () => (next = null);
		}
	});
	const frame = () => {
		const run = next;
		next = null;
		run?.();
	};
	return { gate, state, frame };
}

test('the first act of a frame happens at once, the others together in the next frame', () => {
	const { gate, state, frame } = page();
	gate.ask();
	expect(state.acts).toBe(1);
	gate.ask();
	gate.ask();
	expect(state.acts).toBe(1);
	frame();
	expect(state.acts).toBe(2);
	gate.ask();
	expect(state.acts).toBe(2);
	frame();
	frame();
	expect(state.acts).toBe(3);
});

test('after a frame in which nothing was asked an act happens at once again', () => {
	const { gate, state, frame } = page();
	gate.ask();
	frame();
	gate.ask();
	expect(state.acts).toBe(2);
});

test('what waits can be had now, once', () => {
	const { gate, state, frame } = page();
	gate.ask();
	gate.ask();
	gate.flush();
	gate.flush();
	expect(state.acts).toBe(2);
	frame();
	expect(state.acts).toBe(2);
});

test('a page that nobody sees waits for no frame', () => {
	const { gate, state } = page();
	state.isVisible = false;
	gate.ask();
	gate.ask();
	expect(state.acts).toBe(2);
});

test('a gate that was stopped acts no more by itself', () => {
	const { gate, state, frame } = page();
	gate.ask();
	gate.ask();
	gate.stop();
	frame();
	expect(state.acts).toBe(1);
});
