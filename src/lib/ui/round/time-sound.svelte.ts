import { browserTimers } from '../primitives/timers.ts';
import { chime } from './chime.ts';
import type { TimeMark } from './time-marks.ts';

const STORAGE_KEY = 'waaier_time_sound';
/** A browser that lets a page make sound does so within this time. */
const STARTING_MS_MAX = 500;
const GESTURES = ['pointerdown', 'keydown'] as const;

/** The tone at the end of the time: off unless somebody switches it on, and then on this device only. */
export class TimeSound {
	isOn: boolean = $state(false);
	/** Why it is on and silent, if so: the browser waits for a press on the page, or makes no sound at all. */
	fault: 'blocked' | 'missing' | null = $state(null);
	#audio: AudioContext | null = null;

	/** Reads the choice; call in the browser. Gives what ends the waiting for a press. */
	load(): () => void {
		this.isOn = isKept();
		if (this.isOn) this.#start();
		const resume = () => {
			if (this.isOn && this.#audio?.state !== 'running') this.#start();
		};
		for (const name of GESTURES) window.addEventListener(name, resume);
		return () => {
			for (const name of GESTURES) window.removeEventListener(name, resume);
		};
	}

	/** Switches it; the press on the switch is what browsers ask for before a page may make sound. Lets hear what will come. */
	set(isOn: boolean): void {
		this.isOn = isOn;
		this.fault = null;
		keep(isOn);
		if (!isOn) return;
		this.#start(() => this.ring({ kind: 'minutes', minutes: 1 }));
	}

	/** Sounds at the end of the time, and quieter at the last minute. */
	ring({ kind, minutes }: TimeMark): void {
		// A tone on a context that does not run would wait, and sound whenever it does.
		if (!this.isOn || this.#audio?.state !== 'running' || minutes > 1) return;
		chime(this.#audio, kind === 'over' ? 'over' : 'last-minute');
	}

	#start(started = (): void => undefined): void {
		const audio = (this.#audio ??= newAudio());
		if (!audio) {
			this.fault = 'missing';
			return;
		}
		let isStarted = false;
		// Where a press is needed first, this ends only after the next press, which asks again.
		void audio.resume().then(() => {
			isStarted = true;
			this.fault = null;
			started();
		});
		browserTimers.after(STARTING_MS_MAX, () => {
			if (this.isOn && !isStarted) this.fault = 'blocked';
		});
	}
}

function newAudio(): AudioContext | null {
	try {
		return new AudioContext();
	} catch {
		return null;
	}
}

function isKept(): boolean {
	try {
		return localStorage.getItem(STORAGE_KEY) === 'on';
	} catch {
		return false;
	}
}

function keep(isOn: boolean): void {
	try {
		localStorage.setItem(STORAGE_KEY, isOn ? 'on' : 'off');
	} catch {
		// A browser that keeps nothing is silent again after a reload, as every device is at first.
	}
}

export const timeSound = new TimeSound();
