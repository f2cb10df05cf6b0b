import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io as connect, type Socket } from 'socket.io-client';
import type { Command } from '#lib/domain/commands.ts';
import type { RoundKind, Stage } from '#lib/domain/vocabulary.ts';
import type { Round } from '#lib/domain/day/round.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import {
	PROTOCOL_VERSION,
	type Answer,
	type FreshView,
	type Hello,
	type OwnPatch,
	type ServerToClient
} from '#lib/protocol/messages.ts';
import { SIGN_IN_COOKIE } from '#lib/server/access/sign-ins.ts';
import { participationCookie } from '#lib/server/access/visitors.ts';
import { createApp, type App } from '#lib/server/app.ts';
import { attachGateway } from '#lib/server/gateway.ts';
import { join } from '#lib/server/joining.ts';
import { createRealtime, type Realtime } from '#lib/server/realtime.ts';

const STAGES_TO_VOTING: readonly Stage[] = ['writing', 'sharing', 'arranging', 'voting'];
let commands = 0;

/** The real server over real sockets, in this process: all but the pages. */
export class Hall {
	readonly app: App;
	readonly url: string;
	/** Cookie header of an organiser. */
	readonly organiser: string;
	readonly #realtime: Realtime;
	readonly #server: Server;
	readonly #dataDir: string;
	readonly #sockets: Socket[] = [];

	private constructor(app: App, realtime: Realtime, server: Server, organiser: string, dataDir: string) {
		this.app = app;
		this.#realtime = realtime;
		this.#server = server;
		this.organiser = organiser;
		this.#dataDir = dataDir;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	static async open(): Promise<Hall> {
		const dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-hall-'));
		const app = await createApp({
			host: '127.0.0.1',
			port: 0,
			dataDir,
			origin: undefined,
			logLevel: 'silent'
		});
		const realtime = createRealtime(undefined);
		attachGateway(realtime.io, app);
		const server = createServer();
		server.on('upgrade', (request, socket, head) => realtime.engine.handleUpgrade(request, socket, head));
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const secret = await app.signIns.useLink(await app.signIns.newLink(), 'Meike');
		return new Hall(app, realtime, server, `${SIGN_IN_COOKIE}=${secret}`, dataDir);
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.disconnect();
		await this.#realtime.close();
		this.#server.close();
		await this.app.close();
		await rm(this.#dataDir, { recursive: true, force: true });
	}

	/** A worksession with open doors and the standard day; gives its id. */
	async worksession(): Promise<string> {
		const sessionId = await this.app.worksessions.prepare({
			facts: {
				title: 'Ondermijning · volgers',
				theme: 'ondermijning',
				group: 'follower',
				date: null,
				startsAt: '09:30',
				place: ''
			},
			authorVisibility: 'municipality',
			isTrial: false,
			madeBy: null,
			plan: null
		});
		await this.facilitate(sessionId, { type: 'OpenDoors' });
		return sessionId;
	}

	async state(sessionId: string): Promise<Worksession> {
		const room = await this.app.rooms.open(sessionId);
		if (!room) throw new Error(`There is no worksession ${sessionId}`);
		return room.world.state;
	}

	async round(sessionId: string, kind: RoundKind): Promise<Round> {
		const round = Object.values((await this.state(sessionId)).rounds).find((one) => one.kind === kind);
		if (!round) throw new Error(`There is no round of kind ${kind}`);
		return round;
	}

	/** Carries out a facilitator's command without a socket. */
	async facilitate(sessionId: string, command: Command): Promise<void> {
		const answer = await this.app.rooms.run(sessionId, {
			actor: { role: 'facilitator', accountId: 'account' },
			envelope: anEnvelope(command),
			proofOf: () => null,
			newPerson: null
		});
		if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
	}

	/** Starts a round and moves it on to this stage; gives its id. */
	async startRound(sessionId: string, kind: RoundKind, stage: Stage = 'writing'): Promise<string> {
		const { id } = await this.round(sessionId, kind);
		await this.facilitate(sessionId, { type: 'StartItem', itemId: id });
		for (const next of STAGES_TO_VOTING.slice(0, STAGES_TO_VOTING.indexOf(stage) + 1))
			if ((await this.round(sessionId, kind)).stage !== next)
				await this.facilitate(sessionId, { type: 'MoveStage', roundId: id, stage: next });
		return id;
	}

	/** Joins, and gives the Cookie header by which this participant is known. */
	async joined(sessionId: string, name: string): Promise<string> {
		const outcome = await join(this.app.rooms, sessionId, {
			name,
			role: 'follower',
			organisation: '',
			municipalities: ['GM0014'],
			functionName: '',
			noticeVersion: '1',
			joinKey: `key of ${name}`
		});
		if (!outcome.ok) throw new Error(outcome.fault);
		return `${participationCookie(sessionId)}=${outcome.token}`;
	}

	/** Knocks as a browser would; the guest has heard already whether it may come in. */
	async knock(options: KnockOptions): Promise<Guest> {
		const { cookie, origin = this.url, hello } = options;
		const socket: Socket = connect(this.url, {
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			auth: { protocol: PROTOCOL_VERSION, audience: 'participant', authorKey: null, ...hello },
			extraHeaders: { ...(origin !== null && { origin }), ...(cookie && { cookie }) }
		});
		this.#sockets.push(socket);
		const guest = new Guest(socket);
		await guest.heard;
		return guest;
	}

	/** Does this each time somebody has been admitted and is not in yet. */
	betweenDoorAndRoom(run: () => Promise<void>): void {
		this.#realtime.io.use((_, next) => void run().then(() => next(), next));
	}

	/** Knocks, and throws when it is not let in. */
	async enter(options: KnockOptions): Promise<Guest> {
		const guest = await this.knock(options);
		if (guest.refusal !== null) throw new Error(`Refused: ${guest.refusal}`);
		return guest;
	}
}

export interface KnockOptions {
	/** Anything, also what is no hello. */
	readonly hello: Partial<Hello> | Readonly<Record<string, unknown>>;
	readonly cookie?: string;
	/** Null for a program that names no origin. */
	readonly origin?: string | null;
}

type PatchMessage = Parameters<ServerToClient['patch']>;

/** A real socket.io client that writes down all it is sent. */
export class Guest {
	/** Why it was not let in; null when it was. */
	refusal: string | null = null;
	readonly views: FreshView[] = [];
	readonly patches: PatchMessage[] = [];
	readonly own: OwnPatch[] = [];
	readonly socket: Socket;
	/** Resolves with the first view, the refusal or the end. */
	readonly heard: Promise<void>;
	/** Resolves when the connection has ended. */
	readonly ended: Promise<string>;

	constructor(socket: Socket) {
		this.socket = socket;
		socket.on('patch', (...patch: PatchMessage) => this.patches.push(patch));
		socket.on('own', (patch: OwnPatch) => this.own.push(patch));
		this.ended = new Promise((resolve) => socket.once('disconnect', resolve));
		this.heard = new Promise((resolve) => {
			socket.on('view', (view: FreshView) => {
				this.views.push(view);
				resolve();
			});
			socket.once('disconnect', () => resolve());
			socket.once('connect_error', ({ message }) => {
				this.refusal = message;
				resolve();
			});
		});
	}

	/** The first view. */
	get view(): FreshView {
		const [view] = this.views;
		if (!view) throw new Error(`No view came: ${this.refusal}`);
		return view;
	}

	act(command: Command, over: Partial<CommandEnvelope> = {}): Promise<Answer> {
		return this.send({ ...anEnvelope(command), ...over });
	}

	/** Sends anything as a command. */
	send(input: unknown): Promise<Answer> {
		return this.socket.timeout(ANSWER_MS_MAX).emitWithAck('command', input) as Promise<Answer>;
	}
}

const ANSWER_MS_MAX = 5000;

function anEnvelope(command: Command): CommandEnvelope {
	commands += 1;
	return { commandId: `command-${String(commands).padStart(12, '0')}`, command };
}
