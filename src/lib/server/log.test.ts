import { expect, test } from 'vitest';
import { loggedError } from '#lib/server/log.ts';

function failureOf(action: () => unknown): unknown {
	try {
		action();
	} catch (error) {
		return error;
	}
	throw new Error('the action was expected to fail');
}

test('an error that quotes what a person typed is logged without that text', () => {
	const logged = loggedError(failureOf(() => JSON.parse('canary card text')));
	expect(logged.type).toBe('SyntaxError');
	expect(logged.frames.length).toBeGreaterThan(0);
	expect(JSON.stringify(logged)).not.toContain('canary');
});

test('an error of the code itself keeps its message, so that it can be found', () => {
	const logged = loggedError(new TypeError('room.close is not a function'));
	expect(logged.message).toBe('room.close is not a function');
});

test('something thrown that is no error is logged by its type only', () => {
	expect(loggedError('canary')).toEqual({ type: 'string', frames: [] });
});
