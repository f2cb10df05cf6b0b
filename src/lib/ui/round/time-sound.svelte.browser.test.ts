import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TimeSound } from './time-sound.svelte.ts';

const OVER = { kind: 'over', minutes: 0 } as const;

/** Contexts as a browser gives them before somebody pressed anything: silent until it lets them run. */
class WaitingContext extends OfflineAudioContext {
	static made: WaitingContext[] = [];
	static isAllowed = false;
	tones = 0;
	#waiting: (() => void)[] = [];
	#isRunning = false;

	constructor() {
		super(1, 44_100, 44_100);
		WaitingContext.made.push(this);
	}
	override get state(): AudioContextState {
		return this.#isRunning ? 'running' : 'suspended';
	}
	override resume(): Promise<void> {
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			if (!WaitingContext.isAllowed) return;
			this.#isRunning = true;
			for (const run of this.#waiting.splice(0)) run();
		});
	}
	override createOscillator(): OscillatorNode {
		this.tones += 1;
		return super.createOscillator();
	}
}

let leave: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('AudioContext', WaitingContext);
	WaitingContext.made = [];
	WaitingContext.isAllowed = false;
	leave = () => undefined;
	localStorage.clear();
});
afterEach(() => {
	leave();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function opened(): TimeSound {
	const sound = new TimeSound();
	leave = sound.load();
	return sound;
}

function tones(): number {
	return WaitingContext.made.reduce((sum, context) => sum + context.tones, 0);
}

describe('the tone at the end of the time', () => {
	test('is off at first, and then nothing that sounds is made', () => {
		const sound = opened();
		sound.ring(OVER);
		expect(sound.isOn).toBe(false);
		expect(WaitingContext.made).toHaveLength(0);
	});

	test('is heard softly when it is switched on, and rings at the last minute and the end, not at five', async () => {
		WaitingContext.isAllowed = true;
		const sound = opened();
		sound.set(true);
		await vi.advanceTimersByTimeAsync(1000);
		expect(sound.fault).toBeNull();
		expect(tones()).toBe(1);
		sound.ring({ kind: 'minutes', minutes: 5 });
		expect(tones()).toBe(1);
		sound.ring({ kind: 'minutes', minutes: 1 });
		expect(tones()).toBe(2);
		sound.ring(OVER);
		expect(tones()).toBe(4);
		sound.set(false);
		sound.ring(OVER);
		expect(tones()).toBe(4);
	});

	test('is remembered on this device, waits for a press after a reload, and says so', async () => {
		opened().set(true);
		leave();
		const sound = opened();
		expect(sound.isOn).toBe(true);
		await vi.advanceTimersByTimeAsync(1000);
		expect(sound.fault).toBe('blocked');
		sound.ring(OVER);
		WaitingContext.isAllowed = true;
		window.dispatchEvent(new Event('pointerdown'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(sound.fault).toBeNull();
		expect(tones(), 'what should have sounded before is past').toBe(0);
		sound.ring(OVER);
		expect(tones()).toBe(2);
	});

	test('says when the browser makes no sound at all', () => {
		vi.stubGlobal('AudioContext', undefined);
		const sound = opened();
		sound.set(true);
		expect(sound.fault).toBe('missing');
		expect(() => sound.ring(OVER)).not.toThrow();
	});
});
