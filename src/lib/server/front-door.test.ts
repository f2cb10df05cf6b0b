import { describe, expect, test } from 'vitest';
import { isFromOwnPage, isOwnHost } from '#lib/server/front-door.ts';
import { securityHeaders } from '#lib/server/headers.ts';

describe('the host of a request', () => {
	test.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', '192.168.1.5:80', 'laptop:3000'])(
		'%s can be this machine',
		(host) => {
			expect(isOwnHost(host)).toBe(true);
		}
	);

	test.each(['waaier.test:3000', 'laptop.local', 'zaal.home.arpa:3000'])(
		'%s is a name of a local network',
		(host) => {
			expect(isOwnHost(host)).toBe(true);
		}
	);

	test.each([
		'evil.example',
		'evil.example:3000',
		'',
		'a@b',
		'localhost/x',
		'127.0.0.1.evil.example',
		'evil.example#.test'
	])('%s is refused', (host) => {
		expect(isOwnHost(host)).toBe(false);
	});
});

describe('the origin of a request', () => {
	test('must be the very host that was asked, port and scheme included', () => {
		const host = '192.168.1.5:3000';
		expect(isFromOwnPage({ host, origin: 'http://192.168.1.5:3000' }, undefined)).toBe(true);
		expect(isFromOwnPage({ host, origin: 'http://192.168.1.5' }, undefined)).toBe(false);
		expect(isFromOwnPage({ host, origin: 'https://192.168.1.5:3000' }, undefined)).toBe(false);
		expect(isFromOwnPage({ host, origin: 'http://192.168.1.6:3000' }, undefined)).toBe(false);
	});

	test('is needed: missing or null is a no', () => {
		expect(isFromOwnPage({ host: 'localhost:3000' }, undefined)).toBe(false);
		expect(isFromOwnPage({ host: 'localhost:3000', origin: 'null' }, undefined)).toBe(false);
	});

	test('is the configured one behind a proxy, whatever Host and forwarded headers say', () => {
		const configured = 'https://waaier.example';
		const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
		expect(isFromOwnPage({ host: '10.0.0.7:3000', origin: configured }, configured)).toBe(true);
		expect(isFromOwnPage({ host: '10.0.0.7:3000', origin: 'http://10.0.0.7:3000' }, configured)).toBe(false);
		expect(
			isFromOwnPage({ host: 'localhost:3000', origin: 'https://evil.example', ...forwarded }, undefined)
		).toBe(false);
	});
});

describe('security headers', () => {
	test('every answer says not to sniff, not to frame and what may be referred', () => {
		const headers = new Map(securityHeaders(false));
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('X-Frame-Options')).toBe('DENY');
		expect(headers.get('Referrer-Policy')).toBe('same-origin');
		expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
		expect(headers.has('Strict-Transport-Security')).toBe(false);
	});

	test('https adds HSTS of at least a year', () => {
		const value = new Map(securityHeaders(true)).get('Strict-Transport-Security') ?? '';
		expect(Number(/max-age=(\d+)/.exec(value)?.[1])).toBeGreaterThanOrEqual(31_536_000);
	});
});
