import type { Timer } from '#lib/domain/day/timer.ts';

/** Minutes left at which the time is told; 0 is the end. */
const MARKS = [5, 1, 0] as const;
const MINUTE_MS = 60_000;
/** A clock that is corrected by less than this does not tell the same minute twice. More is time that somebody added. */
const ADDED_MS_MIN = 10_000;

/** A moment to tell. */
export interface TimeMark {
	readonly kind: 'minutes' | 'over';
	/** Minutes left, rounded up; 0 when the time is over. */
	readonly minutes: number;
}

/**
 * Which marks a running timer passes, each once. Marks that lie behind when it is first looked at, as after a reload, are not told; a mark
 * that comes to lie ahead again, because time was added, is told anew.
 */
export class TimeMarks {
	#place: string | null = null;
	#ahead: ReadonlySet<number> = new Set();

	/** The mark that was passed since the last look: the latest when there were more. `place` names what the timer is for. */
	pass(place: string, timer: Timer, now: number): TimeMark | null {
		if (timer.kind !== 'running') {
			this.#place = null;
			return null;
		}
		const left = timer.endsAt - now;
		if (place !== this.#place) {
			this.#place = place;
			this.#ahead = new Set(MARKS.filter((mark) => left > mark * MINUTE_MS));
			return null;
		}
		const passed = MARKS.filter((mark) => this.#ahead.has(mark) && left <= mark * MINUTE_MS).at(-1);
		this.#ahead = new Set(MARKS.filter((mark) => this.#isAhead(mark, left)));
		if (passed === undefined) return null;
		const minutes = Math.max(0, Math.ceil(left / MINUTE_MS));
		return { kind: minutes === 0 ? 'over' : 'minutes', minutes };
	}

	#isAhead(mark: number, left: number): boolean {
		const marginMs = this.#ahead.has(mark) ? 0 : ADDED_MS_MIN;
		return left > mark * MINUTE_MS + marginMs;
	}
}
