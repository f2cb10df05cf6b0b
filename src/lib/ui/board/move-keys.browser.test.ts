import { expect, test } from 'vitest';
import { carryOnKey, moveText, takeUp, type MovePort } from './move-keys.ts';
import { MoveMode } from './move-mode.svelte.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { anOpenWorksession } from '../../../../tests/kit/worksession.ts';

const STEPS = anOpenWorksession({ steps: ['Signaal', 'Weging', 'Actie'] }).state.steps;

/** A page with one chosen piece at the first step; the middle step takes it not. */
function aPage(changed: Partial<MovePort> = {}) {
	const put: (string | undefined)[] = [];
	const said: string[] = [];
	const port: MovePort = {
		moving: new MoveMode(),
		steps: STEPS,
		goals: STEPS.filter(({ title }) => title !== 'Weging'),
		carried: [{ stepId: STEPS[0]?.id ?? null }],
		putAt: (step: ProcessStep | null) => {
			put.push(step?.title);
			return Promise.resolve();
		},
		say: (text) => said.push(text),
		...changed
	};
	return { port, put, said };
}

/** Presses a key; whether it was taken for carrying. */
function press(port: MovePort, key: string, target: HTMLElement = document.body): boolean {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
	const listen = (heard: KeyboardEvent) => carryOnKey(port, heard);
	window.addEventListener('keydown', listen, { capture: true, once: true });
	target.dispatchEvent(event);
	return event.defaultPrevented;
}

test('arrows carry it past steps where it may not lie, each told, and Enter puts it down', () => {
	const { port, put, said } = aPage();
	takeUp(port);
	expect(['ArrowRight', 'Enter', 'Enter'].map((key) => press(port, key))).toEqual([true, true, false]);
	expect(put).toEqual(['Actie']);
	expect(said).toEqual(['Boven stap 1: Signaal', 'Boven stap 3: Actie']);
});

test('the tray is the last place, and Escape puts back without an act', () => {
	const { port, put, said } = aPage();
	takeUp(port);
	for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) press(port, key);
	expect(moveText(port)).toBe('Boven: nog zonder stap');
	expect(press(port, 'Escape')).toBe(true);
	expect([port.moving.isOn, put, said.at(-1)]).toEqual([false, [], 'Niets verplaatst.']);
	expect(press(port, 'Escape'), 'with nothing in hand').toBe(false);
});

test('nothing is taken up where nothing is chosen or no step takes it', () => {
	for (const without of [{ carried: [] }, { goals: [] }]) {
		const { port, said } = aPage(without);
		takeUp(port);
		expect([port.moving.isOn, said]).toEqual([false, []]);
	}
});

test('once what is carried is gone, the keys are those of the page again', () => {
	const { port } = aPage();
	takeUp(port);
	expect(press({ ...port, carried: [] }, 'ArrowRight')).toBe(false);
	expect(port.moving.isOn).toBe(false);
});

test('a field keeps its keys while something is carried', () => {
	const { port, put } = aPage();
	const field = document.createElement('textarea');
	document.body.append(field);
	takeUp(port);
	expect(press(port, 'Enter', field)).toBe(false);
	expect([port.moving.isOn, put]).toEqual([true, []]);
	field.remove();
});
