import { expect, test } from 'vitest';
import { MoveMode } from './move-mode.svelte.ts';

const STEPS = [{ id: 'one' }, { id: 'two' }];

test('what is carried goes from step to step to the tray, and no further than the ends', () => {
	const moving = new MoveMode();
	expect(moving.isOn).toBe(false);
	moving.start('one');
	const places = ([1, 1, 1, -1, -1, -1] as const).map((direction) => {
		moving.step(STEPS, direction);
		return moving.stepId;
	});
	expect(places).toEqual(['two', null, null, 'two', 'one', 'one']);
});

test('it is carried from the tray too, until it is put down', () => {
	const moving = new MoveMode();
	moving.start(null);
	expect(moving.isOn).toBe(true);
	moving.step(STEPS, -1);
	expect(moving.stepId).toBe('two');
	moving.stop();
	expect(moving.isOn).toBe(false);
});
