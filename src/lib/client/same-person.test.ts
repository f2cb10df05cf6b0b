import { expect, test } from 'vitest';
import { DeviceStorage } from '../../../tests/kit/device-storage.ts';
import { Outbox } from './outbox.ts';
import { bringAlong, isSomebodyElse } from './same-person.ts';

const ANNA = { participationId: 'anna', formerIds: ['double'] };

test('what a device keeps of a doubled person goes over to the one who remains, and nothing else', () => {
	const storage = new DeviceStorage();
	storage.setItem('waaier:outbox:day:double:card', 'wacht');
	storage.setItem('waaier:draft:day:round:double', 'nog niet af');
	storage.setItem('waaier:key:day:double', 'sleutel');
	storage.setItem('waaier:key:day:anna', 'eigen sleutel');
	storage.setItem('waaier:key:other:double', 'elders');
	storage.setItem('waaier:key:day:somebody', 'van een ander');
	bringAlong(storage, 'day', ANNA);
	const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
	expect(Object.fromEntries(kept.map((key) => [key, storage.getItem(key)]))).toEqual({
		'waaier:outbox:day:anna:card': 'wacht',
		'waaier:draft:day:round:anna': 'nog niet af',
		'waaier:key:day:anna': 'eigen sleutel',
		'waaier:key:other:double': 'elders',
		'waaier:key:day:somebody': 'van een ander'
	});
});

test('a card that was written offline before the merger is in the outbox of the one who remains', () => {
	const storage = new DeviceStorage();
	const command = { type: 'PostCard', roundId: 'round', text: 'wacht', stepId: null } as const;
	const kept = { commandId: 'command-id-of-one', command, at: 1, rejection: null };
	new Outbox(storage, 'day', 'double').put(kept);
	bringAlong(storage, 'day', ANNA);
	expect(new Outbox(storage, 'day', 'anna').list()).toEqual([kept]);
	expect(new Outbox(storage, 'day', 'double').list()).toEqual([]);
});

test('whoever comes back under another id is somebody else, and nobody else is', () => {
	expect(isSomebodyElse({ participationId: 'double' }, ANNA)).toBe(true);
	expect(isSomebodyElse({ participationId: 'anna' }, ANNA)).toBe(false);
	expect(isSomebodyElse(null, ANNA)).toBe(false);
	expect(isSomebodyElse({ participationId: 'anna' }, null)).toBe(false);
});
