import type { Store } from '#lib/server/store/store.ts';

/** `before-commit`: nothing was written. `after-commit`: all was written, but the answer was lost. */
export type FailureMoment = 'before-commit' | 'after-commit';

class PlannedFailure extends Error {
	constructor(moment: FailureMoment, nth: number) {
		super(`Append ${nth} was made to fail ${moment}`);
		this.name = 'PlannedFailure';
	}
}

/**
 * A store whose appends fail as planned; everything else goes through.
 * @param plan says for the n-th append, counted from 1, when it fails; undefined lets it succeed
 */
export function failingStore(inner: Store, plan: (nth: number) => FailureMoment | undefined): Store {
	let nth = 0;
	return {
		...inner,
		append: async (batch) => {
			nth += 1;
			const mine = nth;
			const moment = plan(mine);
			if (moment === 'before-commit') throw new PlannedFailure(moment, mine);
			const results = await inner.append(batch);
			if (moment === 'after-commit') throw new PlannedFailure(moment, mine);
			return results;
		}
	};
}
