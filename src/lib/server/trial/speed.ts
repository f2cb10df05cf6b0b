import { TRIAL_SPEED_MAX } from '#lib/domain/limits.ts';
import { field } from '../entrance.ts';

/** How many times faster than in a real room: a whole number from 1 to 60. */
export type TrialSpeed = number;

/** The speed of a form: one of the buttons in `speed`, or with `own` there the number in `ownSpeed`. */
export function askedSpeed(form: FormData): TrialSpeed {
	const speed = field(form, 'speed');
	return trialSpeed(speed === 'own' ? field(form, 'ownSpeed') : speed);
}

/** The nearest speed there is to what a text asks for; the slowest for what is no number. */
function trialSpeed(text: string): TrialSpeed {
	const asked = Math.round(Number(text));
	return Number.isFinite(asked) ? Math.min(TRIAL_SPEED_MAX, Math.max(1, asked)) : 1;
}
