import { describe, expect, test } from 'vitest';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import { Composing, type WritingPlace } from './composing.svelte.ts';

function aDevice() {
	const items = new Map<string, string>();
	const storage = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
		removeItem: (key: string) => void items.delete(key)
	};
	const posted: CommandOf<'PostCard'>[] = [];
	const goneSteps = new Set<string>();
	const canLieAt = (_: string, stepId: string) => !goneSteps.has(stepId);
	return {
		posted,
		goneSteps,
		open(place: WritingPlace | null, refusal: Rejection | null = null) {
			const outbox = {
				keep: (command: CommandOf<'PostCard'>) => String(posted.push(command)),
				wouldRefuse: () => refusal
			};
			const options = { sessionId: 's', participationId: 'p', outbox, storage, place, canLieAt };
			const composing = new Composing(options);
			composing.restore();
			return composing;
		}
	};
}

const writing = { roundId: 'r1', stage: 'writing' } as const;
const sharing = { roundId: 'r1', stage: 'sharing' } as const;
const voting = { roundId: 'r1', stage: 'voting' } as const;
const nextRound = { roundId: 'r2', stage: 'writing' } as const;

describe('composing a card', () => {
	test('posts the text without the blanks around it, empties the field and keeps the step', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = ' Wijkagent belt \n';
		composing.stepId = 'step-1';
		expect(composing.post()).toBe(true);
		expect(device.posted).toEqual([
			{ type: 'PostCard', roundId: 'r1', text: 'Wijkagent belt', stepId: 'step-1' }
		]);
		expect([composing.text, composing.stepId]).toEqual(['', 'step-1']);
	});

	test('posts at no step what was chosen for a step that is not there any more, as after another seat', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = 'Wijkagent belt';
		composing.stepId = 'step-of-table-1';
		device.goneSteps.add('step-of-table-1');
		expect(composing.post()).toBe(true);
		expect(device.posted.map(({ stepId }) => stepId)).toEqual([null]);
	});

	test('posts nothing that is blank or that the rules refuse, and keeps the text', () => {
		const device = aDevice();
		const composing = device.open(writing, 'text-too-long');
		expect(composing.post()).toBe(false);
		composing.text = 'te lang';
		expect(composing.post()).toBe(false);
		expect([composing.text, device.posted]).toEqual(['te lang', []]);
	});

	test('posts each line of a list at the step, in order, and keeps in the field what stays', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = 'een\ntwee\nveel te lang';
		composing.stepId = 'step-1';
		expect(composing.postEach(['een', 'twee'], 'veel te lang')).toBe(true);
		expect(device.posted.map(({ text, stepId }) => [text, stepId])).toEqual([
			['een', 'step-1'],
			['twee', 'step-1']
		]);
		expect(device.open(writing).text).toBe('veel te lang');
	});

	test('posts none of a list that the rules refuse, and keeps it', () => {
		const device = aDevice();
		const composing = device.open(writing, 'wrong-stage');
		composing.text = 'een\ntwee';
		expect(composing.refusal(['een', 'twee'])).toBe('wrong-stage');
		expect(composing.postEach(['een', 'twee'], '')).toBe(false);
		expect([composing.text, device.posted]).toEqual(['een\ntwee', []]);
	});

	test('finds the draft again after a reload, and not after posting', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = 'halverwege';
		expect(device.open(writing).text).toBe('halverwege');
		composing.post();
		expect(device.open(writing).text).toBe('');
	});

	test('goes along by itself when there is no text', () => {
		const composing = aDevice().open(writing);
		composing.follow(sharing);
		expect([composing.isBehind, composing.isShown]).toEqual([false, false]);
		composing.follow(nextRound);
		expect([composing.roundId, composing.isShown]).toEqual(['r2', true]);
	});
});

describe('the stage moves while there is text', () => {
	test('the text stays in the field, for its own round', () => {
		const composing = aDevice().open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(voting);
		composing.follow(nextRound);
		expect(composing).toMatchObject({
			isBehind: true,
			isShown: true,
			roundId: 'r1',
			text: 'Onze jurist durft'
		});
	});

	test('posting sends it to its own round and goes along', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(nextRound);
		expect(composing.post()).toBe(true);
		expect(device.posted[0]?.roundId).toBe('r1');
		expect(composing).toMatchObject({ isBehind: false, roundId: 'r2', text: '' });
	});

	test('a list whose last line is too long sends the others, and goes along when that one is gone too', () => {
		const device = aDevice();
		const composing = device.open(writing);
		composing.text = 'een\ntwee\nveel te lang';
		composing.follow(nextRound);
		composing.postEach(['een', 'twee'], 'veel te lang');
		expect(composing).toMatchObject({ isBehind: true, roundId: 'r1', text: 'veel te lang' });
		composing.text = 'kort';
		composing.post();
		expect(device.posted.map(({ roundId }) => roundId)).toEqual(['r1', 'r1', 'r1']);
		expect(composing).toMatchObject({ isBehind: false, roundId: 'r2' });
	});

	test('going along keeps it as a draft of its round', () => {
		const composing = aDevice().open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(nextRound);
		composing.leaveDraft();
		expect(composing).toMatchObject({ isBehind: false, roundId: 'r2', text: '' });
		composing.follow(writing);
		expect(composing).toMatchObject({ isBehind: false, roundId: 'r1', text: 'Onze jurist durft' });
	});

	test('in the same round the draft stays at hand with the field closed', () => {
		const composing = aDevice().open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(sharing);
		composing.leaveDraft();
		expect(composing).toMatchObject({ isShown: false, text: 'Onze jurist durft' });
	});

	test('back to writing is nothing to choose about', () => {
		const composing = aDevice().open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(sharing);
		composing.follow(writing);
		expect(composing).toMatchObject({ isBehind: false, isShown: true, text: 'Onze jurist durft' });
	});

	test('in the break after it the text is still there', () => {
		const composing = aDevice().open(writing);
		composing.text = 'Onze jurist durft';
		composing.follow(null);
		expect(composing).toMatchObject({ isBehind: true, isShown: true, roundId: 'r1' });
	});
});
