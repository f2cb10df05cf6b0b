import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import { screenCookie } from '#lib/server/access/visitors.ts';
import { Hall, type Guest } from '../kit/hall.ts';

let hall: Hall;

beforeAll(async () => {
	hall = await Hall.open();
});

afterAll(() => hall.close());

/** A worksession whose room sees one card, with two facilitators, its writer and a screen looking on. */
async function arranging() {
	const sessionId = await hall.worksession();
	const roundId = await hall.startRound(sessionId, 'bottlenecks', 'sharing');
	const cookie = await hall.joined(sessionId, 'Anna');
	const anna = await hall.enter({ hello: { sessionId, authorKey: 'k'.repeat(32) }, cookie });
	await anna.act({ type: 'PostCard', roundId, text: 'tekst', stepId: null });
	const lead = { hello: { sessionId, audience: 'facilitator' }, cookie: hall.organiser };
	const screen = await hall.enter({
		hello: { sessionId, audience: 'screen' },
		cookie: `${screenCookie(sessionId)}=${hall.app.worksessions.screenToken(sessionId)}`
	});
	const [one, other] = [await hall.enter(lead), await hall.enter(lead)];
	const [id = ''] = Object.keys(other.view.shared.rounds[roundId]?.cards ?? {});
	return { one, other, anna, screen, hold: { roundId, items: [{ kind: 'card', id }] } };
}

function listen(guest: Guest): (readonly HeldView[])[] {
	const told: (readonly HeldView[])[] = [];
	guest.socket.on('held', (held: readonly HeldView[]) => told.push(held));
	return told;
}

describe('what somebody holds', () => {
	test('[I1] reaches the other who arranges and nobody else, and [I2] goes with the connection', async () => {
		const { one, other, anna, screen, hold } = await arranging();
		const [told, ...untold] = [other, one, anna, screen].map(listen);
		one.socket.emit('hold', hold);
		await vi.waitFor(() => expect(told).toEqual([[{ ...hold, isByFacilitator: true, name: 'Meike' }]]));
		one.socket.disconnect();
		await vi.waitFor(() => expect(told?.at(-1)).toEqual([]));
		expect(untold).toEqual([[], [], []]);
	});

	test('is nothing when it is no hold, or that of somebody who may not move it', async () => {
		const { one, other, anna, screen, hold } = await arranging();
		const told = listen(other);
		for (const input of [undefined, 'card', [hold], { ...hold, name: 'Minister' }, { ...hold, items: null }])
			one.socket.emit('hold', input);
		for (const guest of [anna, screen]) guest.socket.emit('hold', hold);
		// What is sent after it, and told, shows that all before it was heard.
		await anna.act({ type: 'Greet', text: 'dag' });
		one.socket.emit('hold', hold);
		await vi.waitFor(() => expect(told).toHaveLength(1));
		expect(told[0]).toHaveLength(1);
	});
});
