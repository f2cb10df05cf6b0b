import { destination, pino } from 'pino';

/** Errors whose message names identifiers and never what a person typed; of all others only the place in the code is logged. */
const MESSAGES_WITHOUT_TEXT = new Set([
	'TypeError',
	'RangeError',
	'ReferenceError',
	'SqliteError',
	'StartupFault'
]);

interface LoggedError {
	type: string;
	code?: unknown;
	message?: string;
	frames: string[];
}

/** What the log keeps of an error: a parser's message, for one, quotes the text it was given, so it is left out. */
export function loggedError(error: unknown): LoggedError {
	if (!(error instanceof Error)) return { type: typeof error, frames: [] };
	const logged: LoggedError = {
		type: error.name,
		frames: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
	};
	if ('code' in error) logged.code = error.code;
	if (MESSAGES_WITHOUT_TEXT.has(error.name)) logged.message = error.message;
	return logged;
}

/**
 * The log of the process, one JSON object per line on standard error. Callers give ids, codes and counts; never the
 * text of a card, a person's name, a code that opens a room or an address with such a code in it.
 */
export const log = pino(
	{ base: null, serializers: { err: loggedError } },
	destination({ dest: 2, sync: true })
);
