import { expect, test } from 'vitest';
import { DeviceStorage } from '../../../tests/kit/device-storage.ts';
import { becomeSamePerson } from './same-person.ts';

test('what a device keeps of a doubled person goes over to the one who remains, and nothing else', () => {
	const storage = new DeviceStorage();
	storage.setItem('waaier:outbox:day:double:card', 'wacht');
	storage.setItem('waaier:draft:day:round:double', 'nog niet af');
	storage.setItem('waaier:key:day:double', 'sleutel');
	storage.setItem('waaier:key:day:anna', 'eigen sleutel');
	storage.setItem('waaier:key:other:double', 'elders');
	storage.setItem('waaier:key:day:somebody', 'van een ander');
	becomeSamePerson(storage, 'day', 'double', 'anna');
	const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
	expect(Object.fromEntries(kept.map((key) => [key, storage.getItem(key)]))).toEqual({
		'waaier:outbox:day:anna:card': 'wacht',
		'waaier:draft:day:round:anna': 'nog niet af',
		'waaier:key:day:anna': 'eigen sleutel',
		'waaier:key:other:double': 'elders',
		'waaier:key:day:somebody': 'van een ander'
	});
});
