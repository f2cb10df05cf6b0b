import { expect, test } from 'vitest';
import { Health, PROBE_INTERVAL_MS } from './health.ts';

test('the disk is asked once in a while, however often somebody asks, and what it then says counts', async () => {
	let now = 1_000_000;
	let isWritable = true;
	let probes = 0;
	const store = {
		isWritable: () => {
			probes += 1;
			return Promise.resolve(isWritable);
		}
	};
	const health = new Health(store, { now: () => now });
	const asked = await Promise.all(Array.from({ length: 50 }, () => health.isWritable()));
	expect([...new Set(asked)]).toEqual([true]);
	isWritable = false;
	now += PROBE_INTERVAL_MS - 1;
	expect(await health.isWritable()).toBe(true);
	expect(probes).toBe(1);
	now += 1;
	expect(await health.isWritable()).toBe(false);
	isWritable = true;
	now += PROBE_INTERVAL_MS;
	expect(await health.isWritable()).toBe(true);
	expect(probes).toBe(3);
	now -= 60 * 60 * 1000;
	await health.isWritable();
	expect(probes, 'a clock that was put back keeps nobody waiting for the disk').toBe(4);
});
