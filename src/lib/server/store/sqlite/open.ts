import Database, { type Database as Connection } from 'better-sqlite3';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { StartupFault } from '../../startup-fault.ts';
import { startupFault } from './faults.ts';
import { APPLICATION_ID, inspect, inspectUntouched } from './inspect.ts';
import { knownMigrations, migrate, type Migration } from './migrations.ts';

export const DATABASE_FILE = 'waaier.db';

/** A Waaier that is just stopping gets this long to let go of the file; a start-up fault is told within three seconds. */
const BUSY_MS_MAX = 1_000;
/** SQLite's number for FULL: a commit returns after the disk has it. */
const SYNCHRONOUS_FULL = 2;

/**
 * Opens the database of a data folder, made when it is not there, for this process alone.
 * @throws StartupFault when the folder or the file cannot be used; the file is then as it was
 */
export function openDatabase(
	dataDir: string,
	migrations: readonly Migration[] = knownMigrations()
): Connection {
	const file = path.join(dataDir, DATABASE_FILE);
	checkWritable(dataDir, file);
	try {
		const contents = inspectUntouched(file, migrations, BUSY_MS_MAX);
		const db = new Database(file, { timeout: BUSY_MS_MAX });
		return orClose(db, () => {
			if (contents !== 'ours') label(db, file, migrations);
			makeOurs(db);
			migrate(db, migrations);
			makeDurable(db);
			return db;
		});
	} catch (error) {
		throw startupFault(error, dataDir, file);
	}
}

/** Opening a database succeeds in a folder that cannot be written; only a write tells. Names of people: for this account only. */
function checkWritable(dataDir: string, file: string): void {
	const probe = path.join(dataDir, `.waaier-write-test-${process.pid}`);
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		writeFileSync(probe, 'x');
		rmSync(probe);
		if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
	} catch (cause) {
		throw new StartupFault('data-folder-not-writable', dataDir, { cause });
	}
}

function orClose(db: Connection, work: () => Connection): Connection {
	try {
		return work();
	} catch (error) {
		db.close();
		throw error;
	}
}

/** Before WAL mode, so that the file itself and not only its log says whose it is. */
function label(db: Connection, file: string, migrations: readonly Migration[]): void {
	if (inspect(db, file, migrations) === 'nothing-yet') db.pragma(`application_id = ${APPLICATION_ID}`);
}

/**
 * One process owns the file: a second Waaier, or a tool that would checkpoint it under our feet, is refused by the lock of
 * EXCLUSIVE mode. The operating system lifts that lock when the process dies, so there is no stale lock to clear.
 */
function makeOurs(db: Connection): void {
	db.pragma('locking_mode = EXCLUSIVE');
	db.pragma('journal_mode = WAL');
}

/**
 * In WAL mode better-sqlite3 falls back to NORMAL, by which a power cut loses acknowledged cards, unless FULL is asked for by
 * name; so it is asked for, and read back after a real write.
 */
function makeDurable(db: Connection): void {
	db.pragma('synchronous = FULL');
	db.pragma('foreign_keys = ON');
	db.pragma('secure_delete = ON');
	db.pragma('wal_autocheckpoint = 0');
	probeWrite(db);
	const synchronous = db.pragma('synchronous', { simple: true });
	if (synchronous !== SYNCHRONOUS_FULL) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
}

/** Writes one page for real, whatever its value was; throws when that fails. */
export function probeWrite(db: Connection): void {
	db.pragma('user_version = 0');
}
