import { expect, test, vi } from 'vitest';
import { CodeGuard } from '#lib/server/access/code-guard.ts';
import type { App } from '#lib/server/app.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import { actions } from '../../src/routes/+page.server.ts';

type Event = Parameters<NonNullable<(typeof actions)['default']>>[0];

/** A server that knows no code at all, and whose brake is released by hand. */
function aServer() {
	const brakes: (() => void)[] = [];
	const codeGuard = new CodeGuard((_, release) => void brakes.push(release));
	const app = { store: memoryStore(), codeGuard } as unknown as App;
	const guess = async (address: string) =>
		actions.default?.({
			request: new Request('http://waaier.test/', {
				method: 'POST',
				body: new URLSearchParams({ code: '2345-6789' })
			}),
			locals: { app },
			getClientAddress: () => address
		} as unknown as Event);
	return { brakes, guess };
}

test('whoever goes on guessing after the tenth wrong code waits for every answer', async () => {
	const { brakes, guess } = aServer();
	for (let nth = 0; nth < 10; nth += 1)
		expect(await guess('198.51.100.1')).toMatchObject({ data: { error: 'code-unknown' } });
	expect(brakes).toEqual([]);
	const answer = guess('198.51.100.1');
	await vi.waitFor(() => expect(brakes).toHaveLength(1));
	brakes[0]?.();
	expect(await answer).toMatchObject({ data: { error: 'too-many-tries' } });
	expect(await guess('198.51.100.2'), 'somebody else').toMatchObject({ data: { error: 'code-unknown' } });
});
