/** Why the process cannot start. Closed, because each code has its own sentence and exit code (startup-report.ts). */
export type StartupFaultCode =
	| 'node-too-old'
	| 'not-built'
	| 'port-invalid'
	| 'host-invalid'
	| 'data-dir-invalid'
	| 'origin-invalid'
	| 'log-level-invalid'
	| 'port-busy'
	| 'port-not-allowed'
	| 'host-not-here'
	| 'data-folder-not-writable'
	| 'data-folder-in-use'
	| 'database-foreign'
	| 'database-corrupt'
	| 'database-newer';

/** A reason not to start that the person at the terminal can do something about. `detail` is the value or path it is about. */
export class StartupFault extends Error {
	readonly code: StartupFaultCode;
	readonly detail: string;

	constructor(code: StartupFaultCode, detail = '', options?: ErrorOptions) {
		super(detail === '' ? code : `${code}: ${detail}`, options);
		this.name = 'StartupFault';
		this.code = code;
		this.detail = detail;
	}
}

/**
 * Recognises a StartupFault by its name and not by its class: the built server carries its own copy of the class,
 * so `instanceof` in the process that imports the build would be false.
 */
export function isStartupFault(error: unknown): error is StartupFault {
	return error instanceof Error && error.name === 'StartupFault' && 'code' in error && 'detail' in error;
}
