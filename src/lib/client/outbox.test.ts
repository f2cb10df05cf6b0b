import { describe, expect, test } from 'vitest';
import { DeviceStorage } from '../../../tests/kit/device-storage.ts';
import { Outbox, type Kept } from './outbox.ts';

function aCard(name: string, at: number, over: Partial<Kept> = {}): Kept {
	const command = { type: 'PostCard', roundId: 'round', text: name, stepId: null } as const;
	return { commandId: `command-id-of-${name}`, command, at, rejection: null, ...over };
}

const ids = (outbox: Outbox): readonly string[] => outbox.list().map(({ commandId }) => commandId);

/** A device on which only so many bytes of values fit. */
class FullStorage extends DeviceStorage {
	bytesMax = 0;

	override setItem(key: string, value: string): void {
		const others = Array.from({ length: this.length }, (_, index) => this.key(index) ?? '');
		const used = others.filter((other) => other !== key).map((other) => this.getItem(other)?.length ?? 0);
		const bytes = used.reduce((sum, one) => sum + one, value.length);
		if (bytes > this.bytesMax) throw new DOMException('full', 'QuotaExceededError');
		super.setItem(key, value);
	}
}

describe('an outbox', () => {
	test('gives back what was kept, oldest first, also after a reload', () => {
		const storage = new DeviceStorage();
		const before = new Outbox(storage, 'session', 'anna');
		expect(before.put(aCard('second', 2))).toBe(true);
		expect(before.put(aCard('first', 1))).toBe(true);
		const after = new Outbox(storage, 'session', 'anna');
		expect(after.list()).toEqual([aCard('first', 1), aCard('second', 2)]);
	});

	test('remembers why something was refused', () => {
		const storage = new DeviceStorage();
		const outbox = new Outbox(storage, 'session', 'anna');
		outbox.put(aCard('one', 1));
		outbox.put(aCard('one', 1, { rejection: 'wrong-stage' }));
		expect(new Outbox(storage, 'session', 'anna').list()).toEqual([
			aCard('one', 1, { rejection: 'wrong-stage' })
		]);
	});

	test('is shared by two tabs, and neither overwrites the other', () => {
		const storage = new DeviceStorage();
		const [one, other] = [new Outbox(storage, 'session', 'anna'), new Outbox(storage, 'session', 'anna')];
		one.put(aCard('one', 1));
		other.put(aCard('two', 2));
		one.put(aCard('three', 3));
		expect(ids(one)).toEqual(ids(other));
		expect(ids(one)).toHaveLength(3);
		other.remove('command-id-of-one');
		expect(ids(one)).toEqual(['command-id-of-two', 'command-id-of-three']);
	});

	test('knows only its own person’s in its own worksession', () => {
		const storage = new DeviceStorage();
		storage.setItem('waaier:draft', 'tekst');
		for (const [session, person] of [
			['session', 'bram'],
			['other', 'anna']
		] as const)
			new Outbox(storage, session, person).put(aCard('theirs', 1));
		const mine = new Outbox(storage, 'session', 'anna');
		expect(mine.list()).toEqual([]);
		expect(mine.owns('waaier:outbox:session:anna:x')).toBe(true);
		expect(mine.owns('waaier:outbox:session:bram:x')).toBe(false);
		expect(mine.owns('waaier:draft')).toBe(false);
		expect(mine.owns(null), 'the whole storage was cleared').toBe(true);
	});

	test.each([
		['no JSON', '{'],
		['nothing', 'null'],
		['a list', '[]'],
		['a command of another version', JSON.stringify({ ...aCard('one', 1), command: { type: 'Shout' } })],
		['no time', JSON.stringify({ ...aCard('one', 1), at: 'yesterday' })],
		['no id', JSON.stringify({ ...aCard('one', 1), commandId: undefined })]
	])('passes over an entry that holds %s, and keeps the others', (_, damaged) => {
		const storage = new DeviceStorage();
		const outbox = new Outbox(storage, 'session', 'anna');
		outbox.put(aCard('whole', 1));
		storage.setItem('waaier:outbox:session:anna:damaged', damaged);
		expect(ids(outbox)).toEqual(['command-id-of-whole']);
	});

	test('tries again what was refused for a reason of another version', () => {
		const storage = new DeviceStorage();
		const outbox = new Outbox(storage, 'session', 'anna');
		const kept = JSON.stringify({ ...aCard('one', 1), rejection: 'full-moon' });
		storage.setItem('waaier:outbox:session:anna:command-id-of-one', kept);
		expect(outbox.list()).toEqual([aCard('one', 1)]);
	});
});

describe('a device that keeps nothing', () => {
	test.each([
		['forbids storage', null],
		['is full', new FullStorage()]
	])('and %s: says so, and holds on as long as the page lives', (_, storage) => {
		const outbox = new Outbox(storage, 'session', 'anna');
		expect(outbox.put(aCard('two', 2))).toBe(false);
		expect(outbox.put(aCard('one', 1))).toBe(false);
		expect(ids(outbox)).toEqual(['command-id-of-one', 'command-id-of-two']);
		outbox.remove('command-id-of-one');
		expect(ids(outbox)).toEqual(['command-id-of-two']);
		expect(ids(new Outbox(storage, 'session', 'anna'))).toEqual([]);
	});

	test('still learns why something was refused that was kept while there was room', () => {
		const storage = new FullStorage();
		storage.bytesMax = JSON.stringify(aCard('one', 1)).length;
		const outbox = new Outbox(storage, 'session', 'anna');
		expect(outbox.put(aCard('one', 1))).toBe(true);
		expect(outbox.put(aCard('one', 1, { rejection: 'wrong-stage' }))).toBe(false);
		expect(outbox.list()).toEqual([aCard('one', 1, { rejection: 'wrong-stage' })]);
	});

	test('forgets its own copy once there is room again', () => {
		const storage = new FullStorage();
		const outbox = new Outbox(storage, 'session', 'anna');
		outbox.put(aCard('one', 1));
		storage.bytesMax = 10_000;
		outbox.put(aCard('one', 1, { rejection: 'wrong-stage' }));
		new Outbox(storage, 'session', 'anna').remove('command-id-of-one');
		expect(outbox.list()).toEqual([]);
	});
});
