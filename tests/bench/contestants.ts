import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { MUNICIPALITIES } from '#lib/domain/municipality/municipalities.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';
import { startOwnServer, type OwnServer } from '#lib/cli/own-server.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { lastPart, WebVisitor } from '#lib/simulation/web-visitor.ts';
import { LightClient } from './light-client.ts';

/** One of the two servers that are measured beside each other. */
export interface Contestant {
	readonly name: 'reference' | 'waaier';
	readonly pid: number;
	/** The event that shows a card to everybody. */
	readonly event: string;
	/** A room with so many people who have joined and are not connected yet. */
	hall(people: number): Promise<Hall>;
	stop(): Promise<void>;
}

export interface Hall {
	/** Connects everybody. */
	enter(): Promise<readonly LightClient[]>;
	/** From here on cards are visible to all. */
	share(): Promise<void>;
	/** Posts as one of the people; resolves when the server has answered that it is saved. */
	post(client: LightClient, text: string): Promise<void>;
	leave(): void;
}

export async function startReference(): Promise<Contestant> {
	const entry = fileURLToPath(new URL('reference-server.ts', import.meta.url));
	const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'pipe', 'inherit'] });
	const url = await addressOf(child);
	return {
		name: 'reference',
		pid: child.pid ?? 0,
		event: 'card',
		hall: (people) => Promise.resolve(referenceHall(url, people)),
		stop: async () => {
			child.kill('SIGTERM');
			await once(child, 'exit');
		}
	};
}

function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.once('exit', () => reject(new Error('The reference server did not start')));
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const url = /^Adres: (\S+)\n/.exec(said)?.[1];
			if (url !== undefined) resolve(url);
		});
	});
}

function referenceHall(url: string, people: number): Hall {
	let clients: LightClient[] = [];
	return {
		async enter() {
			clients = await inPortions(people, () => LightClient.connect({ url, auth: {} }));
			return clients;
		},
		share: () => Promise.resolve(),
		async post(client, text) {
			const card = { id: nextId(), text, municipality: 'GM0363', step: null, cluster: null };
			await client.ask('post', card);
		},
		leave: () => clients.forEach((client) => client.close())
	};
}

export async function startWaaier(): Promise<Contestant> {
	const server = await startOwnServer();
	const organiser = new WebVisitor(server.url);
	await organiser.signIn(server.organiserLink, 'Organisator');
	return {
		name: 'waaier',
		pid: server.pid,
		event: 'patch',
		hall: (people) => waaierHall(server, organiser, people),
		stop: () => server.stop()
	};
}

/** A worksession in its first round, with a facilitator and a screen looking on, as on a real day. */
async function waaierHall({ url }: OwnServer, organiser: WebVisitor, people: number): Promise<Hall> {
	const sessionId = lastPart(
		await organiser.post('/sessies/nieuw', { theme: 'ondermijning', group: 'follower' })
	);
	const cookie = organiser.cookie;
	const facilitator = new VisitorSocket({
		url,
		origin: url,
		cookie,
		hello: { sessionId, audience: 'facilitator', authorKey: null },
		newId: nextId
	});
	await facilitator.send({ type: 'OpenDoors' });
	const { shared } = await facilitator.when((view) => view.shared.doors === 'open');
	const roundId = shared.agenda.find(({ kind }) => kind === 'round')?.id ?? '';
	const cookies = await joinAll(organiser, sessionId, people);
	await facilitator.send({ type: 'StartItem', itemId: roundId });
	const clients: LightClient[] = [];
	return {
		async enter() {
			clients.push(await LightClient.connect({ url, cookie, auth: hello(sessionId, 'screen') }));
			const guests = await inPortions(people, (index) =>
				LightClient.connect({
					url,
					cookie: cookies[index] ?? '',
					auth: hello(sessionId, 'participant')
				})
			);
			clients.push(...guests);
			return guests;
		},
		async share() {
			const stage: Stage = 'sharing';
			await facilitator.send({ type: 'MoveStage', roundId, stage });
		},
		async post(client, text) {
			const command = { type: 'PostCard', roundId, text, stepId: null };
			const answer = await client.ask('command', { commandId: nextId(), command });
			if (!(answer as { ok: boolean }).ok) throw new Error(`Not saved: ${JSON.stringify(answer)}`);
		},
		leave() {
			facilitator.close();
			for (const client of clients) client.close();
		}
	};
}

function hello(sessionId: string, audience: 'participant' | 'screen') {
	return { protocol: PROTOCOL_VERSION, sessionId, audience, authorKey: null };
}

/** The cookies of so many new participants. */
async function joinAll(organiser: WebVisitor, sessionId: string, people: number): Promise<readonly string[]> {
	const page = await organiser.read(`/sessies/${sessionId}/__data.json`);
	const code = /\/deelnemen\/([^"\\/]+)/.exec(page)?.[1] ?? '';
	return inPortions(people, async (index) => {
		const visitor = new WebVisitor(organiser.origin);
		const municipality = MUNICIPALITIES[index % MUNICIPALITIES.length]?.code ?? '';
		await visitor.post(`/deelnemen/${code}`, { name: `P${index}`, municipality, functionName: '' });
		return visitor.cookie;
	});
}

const PORTION = 20;

async function inPortions<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
	const made: T[] = [];
	for (let from = 0; from < count; from += PORTION) {
		const size = Math.min(PORTION, count - from);
		made.push(...(await Promise.all(Array.from({ length: size }, (_, index) => make(from + index)))));
	}
	return made;
}

let issued = 0;

/** As long as the ids of a browser. */
function nextId(): string {
	return `b${String((issued += 1)).padStart(15, '0')}`;
}
