import { describe, expect, test } from 'vitest';
import { anOpenWorksession } from '../../../../tests/kit/worksession.ts';
import { letterKeys } from '../primitives/letter-keys.svelte.ts';
import { stepByKey, stepChord } from './step-keys.ts';

const { steps } = anOpenWorksession({ steps: ['Signaal', 'Opvragen', 'Duiden'] }).state;
const ids = steps.map(({ id }) => id);

const windows = stepChord('Win32');

function pressed(key: string, more: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	target.dispatchEvent(event);
	return event;
}

describe('digits choose the step of a card', () => {
	test('alone outside a text, by the number of the step; 0 is no step', () => {
		expect(stepByKey(pressed('2'), windows, steps)?.id).toBe(ids[1]);
		expect(stepByKey(pressed('0'), windows, steps)).toBeNull();
		expect(stepByKey(pressed('4'), windows, steps)).toBeUndefined();
		expect(stepByKey(pressed('0'), windows, [])).toBeUndefined();
		expect(stepByKey(pressed('a'), windows, steps)).toBeUndefined();
	});

	test('inside a text only with the combination of the computer, where the digit stands', () => {
		const area = document.createElement('textarea');
		document.body.append(area);
		expect(stepByKey(pressed('2', {}, area), windows, steps)).toBeUndefined();
		expect(stepByKey(pressed('é', { code: 'Digit2', altKey: true }, area), windows, steps)?.id).toBe(ids[1]);
		area.remove();
	});

	test.each([
		['Win32', { altKey: true }],
		['MacIntel', { ctrlKey: true }],
		['Linux x86_64', { ctrlKey: true, altKey: true }]
	])('on %s only the combination that is free there', (platform, held) => {
		const all = [{ altKey: true }, { ctrlKey: true }, { ctrlKey: true, altKey: true }, { metaKey: true }];
		const acting = all.filter(
			(keys) => stepByKey(pressed('1', { code: 'Digit1', ...keys }), stepChord(platform), steps) !== undefined
		);
		expect(acting).toEqual([held]);
	});

	test('with single keys switched off only the combination does', () => {
		letterKeys.areOn = false;
		expect(stepByKey(pressed('2'), windows, steps)).toBeUndefined();
		expect(stepByKey(pressed('2', { code: 'Digit2', altKey: true }), windows, steps)?.id).toBe(ids[1]);
		letterKeys.areOn = true;
	});
});
