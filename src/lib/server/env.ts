import * as v from 'valibot';
import { isIP } from 'node:net';
import path from 'node:path';
import { StartupFault, type StartupFaultCode } from './startup-fault.ts';

/** The checked configuration of the process; README's table of settings is about these five. */
export interface Env {
	/** 0 lets the operating system choose a free port. */
	port: number;
	host: string;
	/** Absolute path of the folder that holds the database. */
	dataDir: string;
	/** Scheme, host and port as browsers see them; set when a proxy stands in front, and only then trusted over the Host header. */
	origin: string | undefined;
	logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const isBareOrigin = (value: string): boolean =>
	URL.canParse(value) &&
	/^https?:$/.test(new URL(value).protocol) &&
	new URL(value).origin === value.replace(/\/$/, '');

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));
const Host = v.pipe(
	v.string(),
	v.check((value) => value === 'localhost' || isIP(value) !== 0)
);
const DataDir = v.pipe(
	v.string(),
	v.check((value) => value.trim() !== ''),
	v.transform((value) => path.resolve(value))
);
const Origin = v.optional(
	v.pipe(
		v.string(),
		v.check(isBareOrigin),
		v.transform((value) => new URL(value).origin)
	)
);
const Level = v.picklist(LOG_LEVELS);

function read<Output>(
	schema: v.GenericSchema<string | undefined, Output>,
	value: string | undefined,
	code: StartupFaultCode
): Output {
	const result = v.safeParse(schema, value);
	if (!result.success) throw new StartupFault(code, value ?? '');
	return result.output;
}

/**
 * Checks the environment and fills in the defaults.
 * @throws StartupFault naming the first variable that cannot be used
 */
export function readEnv(source: Record<string, string | undefined>): Env {
	return {
		port: read(Port, source.PORT ?? '3000', 'port-invalid'),
		host: read(Host, source.HOST ?? '0.0.0.0', 'host-invalid'),
		dataDir: read(DataDir, source.DATA_DIR ?? './data', 'data-dir-invalid'),
		origin: read(Origin, source.ORIGIN === '' ? undefined : source.ORIGIN, 'origin-invalid'),
		logLevel: read(Level, source.LOG_LEVEL ?? 'info', 'log-level-invalid')
	};
}
