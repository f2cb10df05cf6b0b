import { beforeEach, expect, test, vi } from 'vitest';
import { followPointer } from './pointer-drag.ts';

let said: string[];
let box: HTMLElement;

beforeEach(() => {
	vi.useFakeTimers();
	said = [];
	document.body.innerHTML = '<div>A card</div>';
	box = document.body.firstElementChild as HTMLElement;
	box.onclick = () => said.push('clicked');
	box.onpointerdown = (event) =>
		followPointer(event, {
			fingerMs: 200,
			onstart: () => said.push('start'),
			onmove: ({ x, y }) => said.push(`at ${x},${y}`),
			onend: (isDropped) => said.push(isDropped ? 'dropped' : 'given up')
		});
	return () => vi.useRealTimers();
});

function pointer(type: string, x: number, y: number, pointerType = 'mouse'): void {
	const event = { bubbles: true, clientX: x, clientY: y, pointerId: 1, pointerType, isPrimary: true };
	box.dispatchEvent(new PointerEvent(type, event));
}

test('a mouse drags once it has really moved, and its press does not count as a click', () => {
	pointer('pointerdown', 100, 200);
	pointer('pointermove', 101, 200);
	expect(said).toEqual([]);
	pointer('pointermove', 110, 200);
	pointer('pointerup', 110, 200);
	box.click();
	expect(said).toEqual(['start', 'at 110,200', 'dropped']);
	vi.advanceTimersByTime(1);
	box.click();
	expect(said.at(-1)).toBe('clicked');
});

test('a press without a drag is a click and nothing else', () => {
	pointer('pointerdown', 100, 200);
	pointer('pointerup', 100, 200);
	box.click();
	expect(said).toEqual(['clicked']);
});

test('a finger takes something up when it has rested 200 ms', () => {
	pointer('pointerdown', 100, 200, 'touch');
	pointer('pointermove', 104, 203, 'touch');
	vi.advanceTimersByTime(199);
	expect(said).toEqual([]);
	vi.advanceTimersByTime(1);
	pointer('pointermove', 100, 300, 'touch');
	pointer('pointerup', 100, 300, 'touch');
	expect(said).toEqual(['start', 'at 104,203', 'at 100,300', 'dropped']);
});

test('a finger that moves sooner scrolls, and takes nothing up', () => {
	pointer('pointerdown', 100, 200, 'touch');
	pointer('pointermove', 100, 180, 'touch');
	vi.advanceTimersByTime(400);
	pointer('pointermove', 100, 100, 'touch');
	pointer('pointerup', 100, 100, 'touch');
	expect(said).toEqual([]);
});

test.each(['Escape', 'pointercancel', 'blur'])('%s gives it up', (how) => {
	pointer('pointerdown', 100, 200);
	pointer('pointermove', 110, 200);
	if (how === 'Escape') box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
	else if (how === 'blur') window.dispatchEvent(new Event('blur'));
	else pointer('pointercancel', 110, 200);
	pointer('pointermove', 120, 200);
	pointer('pointerup', 120, 200);
	expect(said).toEqual(['start', 'at 110,200', 'given up']);
});

test('Escape during a drag means nothing else on the page', () => {
	box.onkeydown = () => said.push('key');
	pointer('pointerdown', 100, 200);
	pointer('pointermove', 110, 200);
	box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
	expect(said).not.toContain('key');
	box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
	expect(said.at(-1)).toBe('key');
});
