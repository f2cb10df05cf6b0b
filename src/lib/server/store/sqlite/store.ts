import type { Store } from '../store.ts';
import { accounts } from './accounts.ts';
import { startCheckpoints } from './checkpoints.ts';
import { directory } from './directory.ts';
import { eventLog } from './log.ts';
import { openDatabase, probeWrite } from './open.ts';
import { participations } from './participations.ts';
import { programmes } from './programme.ts';
import { promised } from '../promised.ts';
import { queriesOf } from './queries.ts';
import { clean } from './redacting.ts';
import { indexMissing, searching } from './searching.ts';
import { validationLinks } from './validation-links.ts';

export interface SqliteStoreOptions {
	/** Absolute path of the folder that holds the database; made when it is not there. */
	readonly dataDir: string;
}

/**
 * Everything in one SQLite file that this process alone holds open.
 * @throws StartupFault (as a rejection) when the folder or the file cannot be used; the file is then as it was
 */
export function openSqliteStore({ dataDir }: SqliteStoreOptions): Promise<Store> {
	return promised(() => {
		const db = openDatabase(dataDir);
		const checkpoints = startCheckpoints(db);
		const queries = queriesOf(db);
		const cleanUp = (texts: readonly string[] | null) => clean(db, queries, texts);
		cleanUp(null);
		indexMissing(queries);
		return {
			...eventLog(queries, checkpoints.noteWrite, cleanUp),
			...directory(queries, checkpoints.noteWrite),
			...participations(queries, checkpoints.noteWrite),
			...accounts(queries, checkpoints.noteWrite),
			...programmes(queries, checkpoints.noteWrite, cleanUp),
			...searching(queries),
			...validationLinks(queries, checkpoints.noteWrite),
			isWritable: () => {
				checkpoints.noteWrite();
				return Promise.resolve(writes(() => probeWrite(db)));
			},
			close: () =>
				promised(() => {
					checkpoints.stop();
					db.close();
				})
		};
	});
}

/** Why it fails is for the append that fails; here only whether. */
function writes(probe: () => void): boolean {
	try {
		probe();
		return true;
	} catch {
		return false;
	}
}
