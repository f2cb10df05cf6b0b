import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	anOrganiser,
	aParticipant,
	enterSocket,
	lookIn,
	makeWorksession,
	startWriting,
	type Browser,
	type MadeWorksession
} from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const PEOPLE = 12;
const STOP_MS_MAX = 5000;

let server: TestServer;
let worksession: MadeWorksession;
let roundId: string;
const people: Browser[] = [];
/** Command ids of cards that the server said yes to, over all rounds of the test. */
const acknowledged = new Set<string>();

beforeAll(async () => {
	server = await startServer();
	const organiser = await anOrganiser(server);
	worksession = await makeWorksession(server, organiser, 'Onder druk');
	for (let person = 0; person < PEOPLE; person += 1)
		people.push(await aParticipant(server, worksession, `Persoon ${person}`));
	roundId = await startWriting(server, organiser, worksession.id);
});

afterAll(() => server.dispose());

/** Everybody writes as fast as the server answers; resolves once so many cards more are acknowledged. */
async function writeUntil(count: number): Promise<void> {
	const target = acknowledged.size + count;
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	for (const person of people) {
		const socket = await enterSocket(server, person, worksession.id, 'participant');
		const write = async (): Promise<never> => {
			for (;;) {
				const commandId = `card-${crypto.randomUUID()}`;
				const answer = await socket.send(commandId, {
					type: 'PostCard',
					roundId,
					text: commandId,
					stepId: null
				});
				if (!answer.ok) reject(new Error(JSON.stringify(answer)));
				else acknowledged.add(commandId);
				if (acknowledged.size >= target) resolve();
			}
		};
		// It ends with its connection: what was under way is never answered.
		void write();
	}
	await promise;
}

/** Draft ids of all cards that the server holds. */
async function stored(): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	for (const person of people) {
		const { own } = await lookIn(server, person, worksession.id, 'participant');
		for (const card of Object.values(own?.cards ?? {})) found.add(card.draftId);
	}
	return found;
}

test.each([60, 150, 300])(
	'a server that is asked to stop after %i cards more stops within 5 s, and has every card it said yes to',
	async (count) => {
		await writeUntil(count);
		const start = performance.now();
		expect(await server.stop()).toBe(0);
		expect(performance.now() - start).toBeLessThan(STOP_MS_MAX);
		await server.restart();
		const held = await stored();
		expect([...acknowledged].filter((commandId) => !held.has(commandId))).toEqual([]);
	}
);
