import type { Database } from 'better-sqlite3';
import { log } from '../../log.ts';

const INTERVAL_MS = 1_000;
/** Some eight megabytes of log; more would make a restart after a crash noticeably slower. */
const WRITES_WAITING_MAX = 500;

export interface Checkpoints {
	/** Tells that something was written. */
	readonly noteWrite: () => void;
	readonly stop: () => void;
}

/**
 * Moves what was written from SQLite's log into the file in a quiet second, so that no one's card waits for it; under steady
 * load once enough waits. A clean close does the rest.
 */
export function startCheckpoints(db: Database): Checkpoints {
	let waiting = 0;
	let waitingBefore = 0;
	let hasFailed = false;

	const tick = () => {
		const isQuiet = waiting === waitingBefore;
		waitingBefore = waiting;
		if (waiting === 0 || (!isQuiet && waiting < WRITES_WAITING_MAX)) return;
		hasFailed = !checkpoint(db, hasFailed);
		if (!hasFailed) waiting = waitingBefore = 0;
	};

	const timer = setInterval(tick, INTERVAL_MS);
	timer.unref();
	return {
		noteWrite: () => {
			waiting += 1;
		},
		stop: () => clearInterval(timer)
	};
}

/** On a full disk the log simply stays, readable and whole, until a later turn; that is worth one line, not one a second. */
function checkpoint(db: Database, hasFailedBefore: boolean): boolean {
	try {
		db.pragma('wal_checkpoint(PASSIVE)');
		return true;
	} catch (err) {
		if (!hasFailedBefore) log.warn({ err }, 'checkpoint failed');
		return false;
	}
}
