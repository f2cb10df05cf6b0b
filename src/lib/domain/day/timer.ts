import { TIMER_MS_MAX, TIMER_STEP_MS_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';

/** The clock of the present stage. Its end says "time is up" and never closes a field. */

/** One end time of the server's clock; browsers correct for their own. */
export type Timer =
	| { readonly kind: 'off' }
	| { readonly kind: 'running'; readonly endsAt: number; readonly lengthMs: number }
	| { readonly kind: 'paused'; readonly remainingMs: number; readonly lengthMs: number };

type TimerCommand = 'AdjustTimer' | 'PauseTimer' | 'ResumeTimer';

export const timerDeciders: Deciders<TimerCommand> = {
	AdjustTimer({ timer }, { deltaMs }, { now }) {
		if (Math.abs(deltaMs) > TIMER_STEP_MS_MAX) return reject('timer-out-of-range');
		const adjusted = adjust(timer, deltaMs, now);
		if (adjusted.kind !== 'off' && adjusted.lengthMs > TIMER_MS_MAX) return reject('timer-out-of-range');
		return accept(adjusted === timer ? [] : [{ type: 'TimerSet', timer: adjusted }]);
	},

	PauseTimer({ timer }, _command, { now }) {
		if (timer.kind !== 'running') return accept([]);
		const { lengthMs } = timer;
		return accept([
			{ type: 'TimerSet', timer: { kind: 'paused', remainingMs: timer.endsAt - now, lengthMs } }
		]);
	},

	ResumeTimer({ timer }, _command, { now }) {
		if (timer.kind !== 'paused') return accept([]);
		const { lengthMs } = timer;
		return accept([
			{ type: 'TimerSet', timer: { kind: 'running', endsAt: now + timer.remainingMs, lengthMs } }
		]);
	}
};

export const timerEvolvers: Evolvers<'TimerSet'> = {
	TimerSet: (state, { timer }) => ({ ...state, timer })
};

/** A clock of so many minutes that begins now. */
export function minutesFrom(now: number, minutes: number): Timer {
	return { kind: 'running', endsAt: now + minutes * 60_000, lengthMs: minutes * 60_000 };
}

/** The timer with this much more or less on it. More time counts from now when the end has passed already: "+1 min" then gives one whole minute. */
export function adjust(timer: Timer, deltaMs: number, now: number): Timer {
	const lengthMs = (timer.kind === 'off' ? 0 : timer.lengthMs) + deltaMs;
	switch (timer.kind) {
		case 'off':
			return deltaMs > 0 ? { kind: 'running', endsAt: now + deltaMs, lengthMs } : timer;
		case 'running': {
			const from = deltaMs > 0 ? Math.max(timer.endsAt, now) : timer.endsAt;
			return { kind: 'running', endsAt: from + deltaMs, lengthMs: Math.max(lengthMs, 0) };
		}
		case 'paused': {
			const from = deltaMs > 0 ? Math.max(timer.remainingMs, 0) : timer.remainingMs;
			return { kind: 'paused', remainingMs: from + deltaMs, lengthMs: Math.max(lengthMs, 0) };
		}
	}
}
