import { describe, expect, test } from 'vitest';
import { anOpenWorksession, MINUTE, type Story } from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import { TIMER_MS_MAX, TIMER_STEP_MS_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';

function adjust(deltaMs: number): Command {
	return { type: 'AdjustTimer', deltaMs };
}

const pause: Command = { type: 'PauseTimer' };
const resume: Command = { type: 'ResumeTimer' };

/** Ten minutes of writing have just begun. */
function running(): Story {
	return anOpenWorksession().at('bottlenecks', 'writing');
}

describe('the clock of the stage', () => {
	test('[T1] is moved by what is added or taken off', () => {
		const day = running();
		const endsAt = day.now + 10 * MINUTE;
		day.act('facilitator', adjust(5 * MINUTE));
		expect(day.state.timer).toEqual({ kind: 'running', endsAt: endsAt + 5 * MINUTE, lengthMs: 15 * MINUTE });
		day.act('facilitator', adjust(-MINUTE));
		expect(day.state.timer).toEqual({ kind: 'running', endsAt: endsAt + 4 * MINUTE, lengthMs: 14 * MINUTE });
	});

	test('[T2] a minute more after the end is a whole minute from now', () => {
		const day = running().later(25 * MINUTE);
		day.act('facilitator', adjust(MINUTE));
		expect(day.state.timer).toMatchObject({ endsAt: day.now + MINUTE });
	});

	test('[T2] a minute more while paused after the end is a whole minute left', () => {
		const day = running().later(25 * MINUTE);
		day.act('facilitator', pause);
		day.act('facilitator', adjust(MINUTE));
		expect(day.state.timer).toMatchObject({ kind: 'paused', remainingMs: MINUTE });
	});

	test('[T3] pauses with what is left and goes on with the same', () => {
		const day = running().later(4 * MINUTE);
		day.act('facilitator', pause);
		expect(day.state.timer).toEqual({ kind: 'paused', remainingMs: 6 * MINUTE, lengthMs: 10 * MINUTE });
		day.later(30 * MINUTE).act('facilitator', resume);
		expect(day.state.timer).toEqual({ kind: 'running', endsAt: day.now + 6 * MINUTE, lengthMs: 10 * MINUTE });
	});

	test('[T3] pausing what does not run and resuming what is not paused is no event', () => {
		const day = running();
		expect(day.attempt('facilitator', resume)).toEqual(accept([]));
		day.act('facilitator', pause);
		expect(day.attempt('facilitator', pause)).toEqual(accept([]));
	});

	test('[T4] is started by time added in the lobby; there is nothing to take off', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', adjust(-MINUTE))).toEqual(accept([]));
		day.act('facilitator', adjust(MINUTE));
		expect(day.state.timer).toEqual({ kind: 'running', endsAt: day.now + MINUTE, lengthMs: MINUTE });
	});

	test('[T5] moves by an hour at most at once, to a day at most', () => {
		const day = running();
		expect(day.attempt('facilitator', adjust(TIMER_STEP_MS_MAX))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', adjust(TIMER_STEP_MS_MAX + 1))).toEqual(reject('timer-out-of-range'));
		expect(day.attempt('facilitator', adjust(-TIMER_STEP_MS_MAX - 1))).toEqual(reject('timer-out-of-range'));
		const hours = Math.floor((TIMER_MS_MAX - 10 * MINUTE) / TIMER_STEP_MS_MAX);
		for (let n = 0; n < hours; n += 1) day.act('facilitator', adjust(TIMER_STEP_MS_MAX));
		expect(day.attempt('facilitator', adjust(50 * MINUTE))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', adjust(51 * MINUTE))).toEqual(reject('timer-out-of-range'));
	});

	test('[T6] its end closes no field', () => {
		const day = running().later(60 * MINUTE);
		expect(day.card('anna', 'Na de tijd')).toMatch(/^id-/);
	});
});
