import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { Hall, type Guest } from '../kit/hall.ts';

let hall: Hall;

beforeAll(async () => {
	hall = await Hall.open();
});

afterAll(() => hall.close());

function post(roundId: string, text: string): Command {
	return { type: 'PostCard', roundId, text, stepId: null };
}

/** A worksession in which cards are shared as they are written, with Anna and Bram inside. */
async function sharing() {
	const sessionId = await hall.worksession();
	const roundId = await hall.startRound(sessionId, 'bottlenecks', 'sharing');
	const cookies = { anna: await hall.joined(sessionId, 'Anna'), bram: await hall.joined(sessionId, 'Bram') };
	const anna = await hall.enter({ hello: { sessionId }, cookie: cookies.anna });
	const bram = await hall.enter({ hello: { sessionId }, cookie: cookies.bram });
	return { sessionId, roundId, cookies, anna, bram };
}

function idOf(guest: Guest): string {
	return guest.view.own?.participationId ?? '';
}

function remove(participationId: string): Command {
	return { type: 'RemovePerson', participationId, withCards: false };
}

/** What reaches this guest from now on, but counts of who is here, which may have been under way. */
function framesTo(guest: Guest): readonly string[] {
	const frames: string[] = [];
	guest.socket.onAny((event: string) => {
		if (event !== 'presence' && event !== 'attendance') frames.push(event);
	});
	return frames;
}

test('whoever is sent away gets no frame more, in no tab, and is told why when they knock again', async () => {
	const { sessionId, roundId, cookies, anna, bram } = await sharing();
	const secondTab = await hall.enter({ hello: { sessionId }, cookie: cookies.bram });
	const frames = [bram, secondTab].map(framesTo);
	await hall.facilitate(sessionId, remove(idOf(bram)));
	await anna.act(post(roundId, 'na het vertrek'));
	await Promise.all([bram.ended, secondTab.ended]);
	expect(frames).toEqual([[], []]);
	expect(anna.patches.length).toBeGreaterThan(0);
	const { refusal } = await hall.knock({ hello: { sessionId }, cookie: cookies.bram });
	expect(refusal).toBe('sent-away');

	await hall.facilitate(sessionId, { type: 'ReadmitPerson', participationId: idOf(bram) });
	const back = await hall.enter({ hello: { sessionId }, cookie: cookies.bram });
	expect(idOf(back)).toBe(idOf(bram));
});

test('what whoever is sent away is still sending is refused, also a way back in', async () => {
	const { sessionId, roundId, bram } = await sharing();
	const removal = hall.facilitate(sessionId, remove(idOf(bram)));
	const join: Command = {
		type: 'Join',
		role: 'follower',
		organisation: '',
		municipalities: [],
		functionName: '',
		noticeVersion: '1'
	};
	for (const command of [post(roundId, 'nog even'), join])
		bram.socket.emit('command', { commandId: `laat-${command.type}`, command }, () => undefined);
	await removal;
	await bram.ended;
	const { participations, removed, rounds } = await hall.state(sessionId);
	expect(Object.keys(removed)).toEqual([idOf(bram)]);
	expect(participations).not.toHaveProperty(idOf(bram));
	expect(rounds[roundId]?.cardCount).toBeLessThanOrEqual(1);
});

test('whoever is sent away between the door and the room does not come in', async () => {
	const held = await Hall.open();
	try {
		const sessionId = await held.worksession();
		const cookie = await held.joined(sessionId, 'Bram');
		const [participationId = ''] = Object.keys((await held.state(sessionId)).participations);
		held.betweenDoorAndRoom(() => held.facilitate(sessionId, remove(participationId)));
		const bram = await held.knock({ hello: { sessionId }, cookie });
		expect(bram.views).toEqual([]);
		expect(bram.socket.connected).toBe(false);
	} finally {
		await held.close();
	}
});

test('whoever turns out to be somebody else comes back as the one who remains, with the cards of both', async () => {
	const { sessionId, roundId, cookies, anna, bram } = await sharing();
	await anna.act(post(roundId, 'van Anna'));
	await bram.act(post(roundId, 'van Bram'));
	const frames = framesTo(bram);
	await hall.facilitate(sessionId, { type: 'MergePeople', fromId: idOf(bram), intoId: idOf(anna) });
	await bram.ended;
	expect(frames).toEqual([]);
	const back = await hall.enter({ hello: { sessionId }, cookie: cookies.bram });
	expect(idOf(back)).toBe(idOf(anna));
	const texts = Object.values(back.view.own?.cards ?? {}).map(({ text }) => text);
	expect(texts.sort()).toEqual(['van Anna', 'van Bram']);
});
