import Database, { type Database as Connection } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { StartupFault } from '../../startup-fault.ts';
import { errorCode } from './faults.ts';
import { appliedMigrations, type Migration } from './migrations.ts';

/** "Waai" in ASCII: how Waaier, and the Unix command `file`, know our databases from those of others. */
export const APPLICATION_ID = 0x57616169;

/** `unfinished`: the very first start was cut off in mid-write; only a writer can undo that, and looks again. */
export type Contents = 'nothing-yet' | 'unfinished' | 'ours';

/**
 * Looks at a database without changing a byte of it: even opening it for writing would move what an earlier crash left in the
 * log into the file, and a file that is not ours or newer than we are must stay as it is.
 * @throws StartupFault for a foreign, corrupt or newer database
 */
export function inspectUntouched(
	file: string,
	migrations: readonly Migration[],
	busyMsMax: number
): Contents {
	if (!existsSync(file)) return 'nothing-yet';
	const db = new Database(file, { readonly: true, timeout: busyMsMax });
	try {
		return inspect(db, file, migrations);
	} catch (error) {
		if (errorCode(error) === 'SQLITE_READONLY_ROLLBACK') return 'unfinished';
		throw error;
	} finally {
		db.close();
	}
}

/** @throws StartupFault for a foreign, corrupt or newer database */
export function inspect(db: Connection, file: string, migrations: readonly Migration[]): Contents {
	const applicationId = db.pragma('application_id', { simple: true });
	if (applicationId === 0 && db.pragma('page_count', { simple: true }) === 0) return 'nothing-yet';
	if (applicationId !== APPLICATION_ID) throw new StartupFault('database-foreign', file);
	if (db.pragma('quick_check(1)', { simple: true }) !== 'ok')
		throw new StartupFault('database-corrupt', file);
	const known = new Set(migrations.map((migration) => migration.folderMillis));
	if ([...appliedMigrations(db)].some((applied) => !known.has(applied))) {
		throw new StartupFault('database-newer', file);
	}
	return 'ours';
}
