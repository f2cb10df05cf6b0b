import { StartupFault, type StartupFaultCode } from '../../startup-fault.ts';

/** What the person at the terminal can do something about, by the beginning of SQLite's error code. */
const codes: readonly (readonly [prefix: string, code: StartupFaultCode])[] = [
	['SQLITE_BUSY', 'data-folder-in-use'],
	['SQLITE_LOCKED', 'data-folder-in-use'],
	['SQLITE_NOTADB', 'database-foreign'],
	['SQLITE_CORRUPT', 'database-corrupt'],
	['SQLITE_READONLY', 'data-folder-not-writable'],
	['SQLITE_CANTOPEN', 'data-folder-not-writable'],
	['SQLITE_PERM', 'data-folder-not-writable'],
	['SQLITE_FULL', 'data-folder-not-writable']
];

export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The start-up fault behind an error of SQLite, or the error itself when it is none of ours to explain. */
export function startupFault(error: unknown, folder: string, file: string): unknown {
	const code = codes.find(([prefix]) => errorCode(error).startsWith(prefix))?.[1];
	if (code === undefined) return error;
	return new StartupFault(code, code.startsWith('data-folder') ? folder : file, { cause: error });
}
