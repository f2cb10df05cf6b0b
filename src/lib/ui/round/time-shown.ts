import type { Timer } from '#lib/domain/day/timer.ts';

/** The looks of `TimeBar`. */
type TimeLook = 'running' | 'last' | 'over' | 'paused';

export interface TimeShown {
	/** "09:48", or "+1:20" once the time is over. */
	readonly digits: string;
	/** Whole minutes and seconds left, or over when `isOver`. */
	readonly minutes: number;
	readonly seconds: number;
	readonly isOver: boolean;
	/** What is left of the time, 0 to 1. */
	readonly part: number;
	readonly look: TimeLook;
}

/** A timer as people read it at a moment (epoch ms of the server's clock); null while no time is set. */
export function timeShown(timer: Timer, now: number): TimeShown | null {
	if (timer.kind === 'off') return null;
	// A device that is a moment behind the server never shows more than there was: 45 minutes do not start at 45:01.
	const leftMs = Math.min(timer.kind === 'running' ? timer.endsAt - now : timer.remainingMs, timer.lengthMs);
	// Rounded up, so that 10 minutes start at 10:00 and 00:00 means that the time is over.
	const leftSeconds = Math.ceil(leftMs / 1000);
	const whole = Math.abs(leftSeconds);
	const isOver = leftSeconds < 0;
	const minutes = Math.floor(whole / 60);
	const seconds = whole % 60;
	return {
		digits: isOver ? `+${minutes}:${pad(seconds)}` : `${pad(minutes)}:${pad(seconds)}`,
		minutes,
		seconds,
		isOver,
		part: timer.lengthMs > 0 ? Math.min(1, Math.max(0, leftMs / timer.lengthMs)) : 0,
		look: lookOf(timer, leftSeconds)
	};
}

function lookOf(timer: Timer, leftSeconds: number): TimeLook {
	if (timer.kind === 'paused') return 'paused';
	if (leftSeconds <= 0) return 'over';
	return leftSeconds <= 60 ? 'last' : 'running';
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
