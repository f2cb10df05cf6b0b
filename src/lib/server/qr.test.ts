import { expect, test } from 'vitest';
import { renderQr } from './qr.ts';

const BORDER = 2;
/** The square by which a camera finds a corner, seven modules a side. */
const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

/** The rows of modules that the path draws. */
function modulesOf({ size, path }: ReturnType<typeof renderQr>): readonly string[] {
	const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)];
	expect(squares.map(([square]) => square).join('')).toBe(path);
	const dark = new Set(squares.map(([, x, y]) => `${x},${y}`));
	expect(dark.size).toBe(squares.length);
	return Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => (dark.has(`${x},${y}`) ? '1' : '0')).join('')
	);
}

function square(modules: readonly string[], x: number, y: number, side: number): readonly string[] {
	return modules.slice(y, y + side).map((row) => row.slice(x, x + side));
}

test('a code has its three corners, and light around it', () => {
	const image = renderQr('https://waaier.example/deelnemen/2345-6789');
	const modules = modulesOf(image);
	const far = image.size - BORDER - FINDER.length;
	for (const [x, y] of [
		[BORDER, BORDER],
		[far, BORDER],
		[BORDER, far]
	] as const)
		expect(square(modules, x, y, FINDER.length)).toEqual(FINDER);
	const light = '0'.repeat(image.size);
	const edges = [...modules.slice(0, BORDER), ...modules.slice(-BORDER)];
	expect(edges.every((row) => row === light)).toBe(true);
	expect(modules.every((row) => row.startsWith('00') && row.endsWith('00'))).toBe(true);
});

test('every address has its own code, and the same address the same', () => {
	const [one, other] = ['2345-6789', '2345-678A'].map((code) =>
		renderQr(`https://waaier.example/deelnemen/${code}`)
	);
	expect(one?.path).not.toBe(other?.path);
	expect(renderQr('https://waaier.example/deelnemen/2345-6789')).toEqual(one);
});

test('the longest address that we make still fits', () => {
	expect(
		modulesOf(renderQr(`https://${'a'.repeat(250)}.example/deelnemen/2345-6789`)).length
	).toBeGreaterThan(40);
});
