import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '#lib/server/env.ts';
import { isStartupFault, StartupFault } from '#lib/server/startup-fault.ts';
import { exitCodes, reportOf } from '#lib/server/startup-report.ts';

function faultCodeOf(source: Record<string, string>): string {
	try {
		readEnv(source);
	} catch (error) {
		if (isStartupFault(error)) return error.code;
		throw error;
	}
	return 'none';
}

describe('the environment', () => {
	test('an empty environment gives the defaults', () => {
		expect(readEnv({})).toEqual({
			port: 3000,
			host: '0.0.0.0',
			dataDir: path.resolve('data'),
			origin: undefined,
			logLevel: 'info'
		});
	});

	test('an origin may end in a slash and is stored without one', () => {
		expect(readEnv({ ORIGIN: 'https://waaier.example/' }).origin).toBe('https://waaier.example');
	});

	test.each([
		[{ PORT: '65535' }, 'none'],
		[{ PORT: '65536' }, 'port-invalid'],
		[{ PORT: '' }, 'port-invalid'],
		[{ PORT: '80a' }, 'port-invalid'],
		[{ HOST: '::1' }, 'none'],
		[{ HOST: 'somewhere' }, 'host-invalid'],
		[{ DATA_DIR: ' ' }, 'data-dir-invalid'],
		[{ ORIGIN: 'waaier.example' }, 'origin-invalid'],
		[{ ORIGIN: 'https://waaier.example/pad' }, 'origin-invalid'],
		[{ ORIGIN: 'ftp://waaier.example' }, 'origin-invalid'],
		[{ LOG_LEVEL: 'loud' }, 'log-level-invalid']
	])('%j is answered with %s', (source, code) => {
		expect(faultCodeOf(source as Record<string, string>)).toBe(code);
	});
});

describe('a fault at the start', () => {
	test('every code has an exit code of its own, never that of success or of a crash', () => {
		const codes = [...exitCodes().values()];
		expect(new Set(codes).size).toBe(codes.length);
		expect(Math.min(...codes)).toBeGreaterThan(1);
		expect(Math.max(...codes)).toBeLessThan(126);
	});

	test('is one line, Dutch and English, that names what it is about', () => {
		const { sentence } = reportOf(new StartupFault('port-busy', '3000'));
		expect(sentence).toContain('Poort 3000 is al in gebruik');
		expect(sentence).toContain('Port 3000 is in use already');
		expect(sentence).not.toContain('\n');
	});
});
