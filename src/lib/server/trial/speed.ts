import { TRIAL_SPEEDS, type TrialSpeed } from './trials.ts';

/** The speed that a form asks for; the slowest when it asks for one that is not there. */
export function trialSpeed(text: string): TrialSpeed {
	return TRIAL_SPEEDS.find((speed) => String(speed) === text) ?? 1;
}
