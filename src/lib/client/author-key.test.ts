import { expect, test } from 'vitest';
import { DeviceStorage } from '../../../tests/kit/device-storage.ts';
import { authorKeyOf, takeAuthorKey } from './author-key.ts';

test('a browser has one key per person and worksession, and keeps it', () => {
	const storage = new DeviceStorage();
	const key = authorKeyOf(storage, 's', 'anna');
	expect(authorKeyOf(storage, 's', 'anna')).toBe(key);
	const others = [
		authorKeyOf(storage, 's', 'bo'),
		authorKeyOf(storage, 't', 'anna'),
		authorKeyOf(null, 's', 'anna')
	];
	expect(new Set([key, ...others]).size).toBe(4);
});

test('another device of the same person takes the key over, unless it has one or it is no key', () => {
	const [laptop, phone] = [new DeviceStorage(), new DeviceStorage()];
	const key = authorKeyOf(laptop, 's', 'anna');
	for (const noKey of ['', 'short', '<script>', 'x'.repeat(65), 'ë'.repeat(20)])
		takeAuthorKey(phone, 's', 'anna', noKey);
	takeAuthorKey(phone, 's', 'anna', key);
	expect(authorKeyOf(phone, 's', 'anna')).toBe(key);
	takeAuthorKey(phone, 's', 'anna', authorKeyOf(laptop, 's', 'bo'));
	expect(authorKeyOf(phone, 's', 'anna')).toBe(key);
	expect(() => takeAuthorKey(null, 's', 'anna', key)).not.toThrow();
});
