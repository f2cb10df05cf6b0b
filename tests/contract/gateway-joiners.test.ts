import { afterAll, beforeAll, expect, test } from 'vitest';
import { attendanceOf, type Attendance } from '#lib/domain/visibility/attendance.ts';
import { Hall, type Guest } from '../kit/hall.ts';

const CROWD = 200;
/** They come within this, as when the doors of a hall open. */
const COMING_MS = 4000;
/** Presence and attendance, once a second each; and a patch for whatever the facilitator did. */
const FRAMES_PER_SECOND_MAX = 3;
/** Counts per municipality and table, however many people are behind them. */
const BYTES_PER_SECOND_MAX = 2000;

let hall: Hall;

beforeAll(async () => {
	hall = await Hall.open();
});

afterAll(() => hall.close());

interface Told {
	frames: number;
	bytes: number;
	/** How many people the last attendance counted. */
	people: number;
}

/** Counts what reaches a guest after the first view. */
function counted(guest: Guest): Told {
	const told: Told = { frames: 0, bytes: 0, people: guest.view.attendance.people };
	guest.socket.on('attendance', ({ people }: Attendance) => (told.people = people));
	guest.socket.onAny((...frame: unknown[]) => {
		told.frames += 1;
		told.bytes += JSON.stringify(frame).length;
	});
	return told;
}

test('two hundred people who come in together cost everybody a few frames a second, of a size that does not grow with them', async () => {
	const sessionId = await hall.worksession();
	const start = performance.now();
	const crowd = await Promise.all(
		Array.from({ length: CROWD }, async (_, index) => {
			await new Promise((resolve) => setTimeout(resolve, (index / CROWD) * COMING_MS));
			const cookie = await hall.joined(sessionId, `Gast ${index}`);
			const guest = await hall.enter({ hello: { sessionId }, cookie });
			return { told: counted(guest) };
		})
	);
	const state = await hall.state(sessionId);
	expect(attendanceOf(state).people).toBe(CROWD);
	await expect.poll(() => crowd.every(({ told }) => told.people === CROWD), { timeout: 10_000 }).toBe(true);
	const seconds = (performance.now() - start) / 1000;

	const frames = crowd.map(({ told }) => told.frames / seconds);
	const bytes = crowd.map(({ told }) => told.bytes / seconds);
	expect(Math.max(...frames)).toBeLessThanOrEqual(FRAMES_PER_SECOND_MAX);
	expect(Math.max(...bytes)).toBeLessThanOrEqual(BYTES_PER_SECOND_MAX);
	expect(Math.max(...frames)).toBeGreaterThan(1);
}, 30_000);
