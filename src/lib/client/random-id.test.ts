import { expect, test } from 'vitest';
import { parseEnvelope } from '#lib/protocol/commands.ts';
import { randomId } from './random-id.ts';

test('a thousand ids differ, and each may stand in an address and name a command', () => {
	const ids = Array.from({ length: 1000 }, () => randomId());
	expect(new Set(ids).size).toBe(1000);
	expect(ids.filter((id) => !/^[\w-]{16}$/.test(id))).toEqual([]);
	expect(ids.filter((commandId) => !parseEnvelope({ commandId, command: { type: 'OpenDoors' } }))).toEqual(
		[]
	);
});
