import { neighbour } from '#lib/domain/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import { summaryOf } from '#lib/domain/summary.ts';
import { attendanceOf, ownView, sharedView } from '#lib/domain/visibility.ts';
import { STAGES, type AuthorVisibility, type Stage } from '#lib/domain/vocabulary.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Room } from '#lib/server/room.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import { participationId, prepared, proofWith, replay, roundId } from '../kit/worksession.ts';
import { Clockwork } from '../kit/clockwork.ts';
import { DeviceStorage } from '../kit/device-storage.ts';
import { LeakWatch } from './leak-watch.ts';
import type { Mutant } from './mutants.ts';
import { SimulatedBrowser } from './simulated-browser.ts';
import { SimulatedServer, type Fault } from './simulated-server.ts';
import { disturb, Wire, type Down, type Up } from './wire.ts';

export const SESSION = 'worksession';
const FAULTS: readonly Fault[] = [
	'disk-full',
	'lost-answer',
	'crash-before',
	'crash-after',
	'crash-after-answer'
];
const ROUND_KINDS = ['bottlenecks', 'needs'] as const;

/** What a schedule is made of: a kind of act, whose browser, and a number that chooses among what there is. */
export interface Act {
	readonly kind: ActKind;
	readonly who: number;
	readonly choice: number;
}

/** Weights: how often each is drawn. Delivering is most of it, or nothing would ever arrive. */
export const ACT_WEIGHTS = {
	post: 14,
	edit: 3,
	withdraw: 2,
	dot: 8,
	stage: 6,
	item: 2,
	cluster: 4,
	pin: 2,
	intrude: 2,
	sendAway: 1,
	letIn: 2,
	putIn: 1,
	up: 30,
	down: 30,
	disturbUp: 3,
	disturbDown: 12,
	cut: 5,
	connect: 9,
	reload: 3,
	impatience: 4,
	tick: 6,
	fault: 5,
	restart: 6,
	otherTab: 2,
	echo: 20
} as const;
export type ActKind = keyof typeof ACT_WEIGHTS;

/** Several browsers, one server, a bad network: production code on all sides, moved act by act. */
export class Simulation {
	readonly clockwork = new Clockwork();
	readonly store = memoryStore();
	readonly browsers: SimulatedBrowser[] = [];
	readonly leaks: LeakWatch;
	/** Ids of the commands that posted a card. */
	readonly posted = new Set<string>();
	server: SimulatedServer;
	readonly #mutant: Mutant;
	#texts = 0;

	private constructor(mutant: Mutant, visibility: AuthorVisibility) {
		this.#mutant = mutant;
		this.leaks = new LeakWatch(visibility);
		this.server = this.#startServer();
	}

	/** `stage` is where the first round is when the schedule begins. */
	static async start(mutant: Mutant, visibility: AuthorVisibility, stage: Stage): Promise<Simulation> {
		const simulation = new Simulation(mutant, visibility);
		await simulation.#prepare(visibility);
		await simulation.#begin(stage);
		return simulation;
	}

	async room(): Promise<Room> {
		const room = await this.server.rooms.open(SESSION);
		if (!room) throw new Error('The worksession is gone');
		return room;
	}

	async perform({ kind, who, choice }: Act): Promise<void> {
		const browser = pick(this.browsers, who);
		if (browser) await this.#acts[kind](browser, choice);
		await this.clockwork.settle();
	}

	/** Everything works again: whatever was kept arrives, and everyone sees the same. False when that does not happen. */
	async heal(): Promise<boolean> {
		const ROUNDS_MAX = 30;
		this.server.failNext(null);
		for (let round = 0; round < ROUNDS_MAX; round += 1) {
			if (!this.server.isAlive) this.server = this.#startServer();
			await this.#letEverybodyIn();
			for (const browser of this.browsers) {
				if (browser.wire?.hasLost) this.#cut(browser, 0);
				if (!browser.wire?.isOpen) await this.#connect(browser);
				browser.storageChanged();
			}
			await this.#deliverAll();
			this.clockwork.advance(2000);
			await this.clockwork.settle();
			if (this.browsers.every((browser) => isIn(browser) && !browser.hasOutbox)) return true;
		}
		return false;
	}

	async #letEverybodyIn(): Promise<void> {
		const { removed } = (await this.room()).world.state;
		for (const id of Object.keys(removed))
			await this.#run('facilitator', { type: 'ReadmitPerson', participationId: id });
	}

	readonly #acts: Record<ActKind, (browser: SimulatedBrowser, choice: number) => unknown> = {
		post: (browser, choice) => this.#keep(browser, this.#postCommand(choice, browser)),
		edit: (browser, choice) => {
			const card = pick(Object.values(browser.sync.own?.cards ?? {}), choice);
			if (!card) return;
			const { roundId: round, id: cardId, stepId } = card;
			this.#keep(browser, { type: 'EditCard', roundId: round, cardId, text: this.#text(browser), stepId });
		},
		withdraw: (browser, choice) => {
			const card = pick(Object.values(browser.sync.own?.cards ?? {}), choice);
			if (card) this.#keep(browser, { type: 'WithdrawCard', roundId: card.roundId, cardId: card.id });
		},
		dot: (browser, choice) => {
			const round = this.#round(browser, choice);
			const card = round && pick(Object.values(round.cards), choice);
			const type = choice % 4 === 0 ? 'TakeDot' : 'PlaceDot';
			if (round && card) browser.act({ type, roundId: round.id, item: { kind: 'card', id: card.id } });
		},
		stage: (_, choice) => this.#moveStage(choice),
		item: (_, choice) =>
			this.#facilitator().act({ type: 'StartItem', itemId: roundId(ROUND_KINDS[choice % 2] ?? 'needs') }),
		cluster: (_, choice) => {
			const round = this.#round(this.#facilitator(), choice);
			const [first, second] = Object.values(round?.cards ?? {}).slice(choice % 3);
			if (!round || !first || !second) return;
			const items = [first, second].map(({ id }) => ({ kind: 'card', id }) as const);
			this.#facilitator().act({ type: 'MakeCluster', roundId: round.id, title: 'Stapel', items });
		},
		pin: (_, choice) => {
			const round = this.#round(this.#facilitator(), choice);
			const card = round && pick(Object.values(round.cards), choice);
			if (!round || !card) return;
			const items = [{ kind: 'card', id: card.id }] as const;
			this.#facilitator().act({ type: 'PinItems', roundId: round.id, items, stepId: 'step-1' });
		},
		sendAway: ({ visitor: { identity } }) => {
			if (!identity) return;
			const { participationId: id } = identity;
			this.#facilitator().act({ type: 'RemovePerson', participationId: id, withCards: false });
		},
		letIn: (_, choice) => {
			const id = pick(Object.keys(this.#facilitator().sync.shared.facilitator?.removed ?? {}), choice);
			if (id !== undefined) this.#facilitator().act({ type: 'ReadmitPerson', participationId: id });
		},
		putIn: () => {
			const cards = [{ text: this.#text(this.#facilitator()), municipalities: [] }];
			this.#facilitator().act({ type: 'PutInCards', roundId: roundId('needs'), cards });
		},
		intrude: (browser) => {
			if (browser.visitor.audience === 'facilitator') return;
			const round = this.#round(browser, 0);
			const stage = round && neighbour({ ...round, settings: { ...round.settings, note: '' } }, 1);
			if (round && stage) browser.act({ type: 'MoveStage', roundId: round.id, stage });
		},
		up: (browser) => this.#deliverUp(browser),
		down: (browser) => this.#deliverDown(browser),
		disturbUp: ({ wire }, choice) => wire && disturb(wire, 'up', HOW[choice % 3] ?? 'lose'),
		disturbDown: ({ wire }, choice) => wire && disturb(wire, 'down', HOW[choice % 3] ?? 'lose'),
		cut: (browser, choice) => this.#cut(browser, choice % 3),
		connect: (browser) => this.#connect(browser),
		reload: (browser) => this.#reload(browser),
		impatience: (browser) => browser.stopWaiting(),
		tick: (_, choice) => this.clockwork.advance(500 * (1 + (choice % 8))),
		fault: (_, choice) => this.server.failNext(FAULTS[choice % FAULTS.length] ?? 'disk-full'),
		restart: () => {
			if (!this.server.isAlive) this.server = this.#startServer();
		},
		otherTab: (browser) => browser.storageChanged(),
		echo: ({ wire }) => {
			if (!wire) return;
			wire.up.unshift(...wire.echoes.up.splice(0, 1));
			wire.down.unshift(...wire.echoes.down.splice(0, 1));
		}
	};

	#startServer(): SimulatedServer {
		for (const browser of this.browsers) this.#cut(browser, 0);
		return new SimulatedServer({
			store: this.store,
			clockwork: this.clockwork,
			sessionId: SESSION,
			mutant: this.#mutant,
			watch: (json, visitor, room) => this.leaks.see(json, visitor, room)
		});
	}

	async #prepare(visibility: AuthorVisibility): Promise<void> {
		const event = prepared({
			kinds: ROUND_KINDS,
			authorVisibility: visibility,
			steps: ['Signaal', 'Koppelen'],
			settings: { dotsPerPerson: 2, dotsPerItemMax: 1 }
		});
		await this.store.append([
			{
				sessionId: SESSION,
				expectedVersion: 0,
				at: this.clockwork.now,
				commands: [{ commandId: 'prepare', events: [event] }],
				creation: { code: 'ABCD2345', screenTokenHash: 'screen', isTrial: false },
				summary: summaryOf(replay([event])),
				people: [],
				merged: [],
				fixedRecord: null
			}
		]);
		await this.#run('facilitator', { type: 'OpenDoors' });
		const devices = new Map<string, { storage: DeviceStorage; accepted: Set<string> }>();
		for (const [index, who] of ['facilitator', 'anna', 'bram', 'cees', 'bram', 'screen'].entries()) {
			const device = devices.get(who) ?? { storage: new DeviceStorage(), accepted: new Set<string>() };
			if (!devices.has(who) && who !== 'facilitator' && who !== 'screen') await this.#join(who);
			devices.set(who, device);
			const visitor = visitorFor(who);
			const first = await this.#look(visitor);
			const browser = new SimulatedBrowser({
				visitor,
				...device,
				first,
				clockwork: this.clockwork,
				mutant: this.#mutant
			});
			this.browsers.push(browser);
			// The third participant comes late: that browser connects when the schedule says so.
			if (index !== 3) await this.#connect(browser);
		}
	}

	/** Two cards are there already, so that there is something to share and to vote on. */
	async #begin(stage: Stage): Promise<void> {
		const round = roundId('bottlenecks');
		await this.#run('facilitator', { type: 'StartItem', itemId: round });
		for (const who of ['anna', 'bram']) {
			const text = this.leaks.canary(who === 'anna' ? 1000 : 1001, participationId(who));
			await this.#run(who, { type: 'PostCard', roundId: round, text, stepId: null });
		}
		for (const next of STAGES.slice(2, STAGES.indexOf(stage) + 1))
			await this.#run('facilitator', { type: 'MoveStage', roundId: round, stage: next });
		await this.#deliverAll();
	}

	async #join(who: string): Promise<void> {
		await this.#run(
			who,
			{
				type: 'Join',
				role: 'follower',
				organisation: '',
				municipalities: ['GM0014'],
				functionName: '',
				noticeVersion: '1'
			},
			{ participationId: participationId(who), name: `Naam van ${who}`, tokenHash: `token of ${who}` }
		);
	}

	async #run(
		who: string,
		command: Command,
		newPerson: Parameters<typeof this.server.rooms.run>[1]['newPerson'] = null
	) {
		const { actor, identity } = visitorFor(who);
		if (!actor) throw new Error('A screen does nothing');
		const envelope = { commandId: this.clockwork.nextId('setup'), command };
		const proofOf = identity?.proofOf ?? (() => null);
		const answered = this.server.rooms.run(SESSION, { actor, envelope, proofOf, newPerson });
		await this.clockwork.settle();
		await answered;
	}

	async #look(visitor: Visitor) {
		const { state, people, version } = (await this.room()).world;
		const { identity } = visitor;
		const own = identity && ownView(state, people, identity.participationId, identity.proofOf);
		const presence = { online: 0, writing: 0, people: null, facilitators: null };
		const shared = sharedView(state, people, visitor.audience);
		const attendance = attendanceOf(state);
		return { version, shared, ownSeq: 0, own, presence, attendance, serverNow: this.clockwork.now };
	}

	async #connect(browser: SimulatedBrowser): Promise<void> {
		if (browser.wire?.isOpen || !this.server.isAlive) return;
		const wire = new Wire();
		browser.lose();
		browser.open(wire);
		await this.server.connect(wire, browser.visitor);
	}

	#cut(browser: SimulatedBrowser, kept: number): void {
		const { wire } = browser;
		if (!wire) return;
		wire.cut(kept);
		this.server.disconnect(wire);
		for (const message of wire.down.splice(0)) browser.receive(JSON.parse(message) as Down);
		browser.lose();
	}

	async #reload(browser: SimulatedBrowser): Promise<void> {
		if (!this.server.isAlive) return;
		this.#cut(browser, 0);
		browser.reload(await this.#look(browser.visitor));
	}

	#deliverUp(browser: SimulatedBrowser): void {
		const message = browser.wire?.up.shift();
		if (browser.wire && message !== undefined) this.server.receive(browser.wire, JSON.parse(message) as Up);
	}

	#deliverDown(browser: SimulatedBrowser): void {
		const message = browser.wire?.down.shift();
		if (message !== undefined) browser.receive(JSON.parse(message) as Down);
	}

	async #deliverAll(): Promise<void> {
		const STEPS_MAX = 2000;
		for (let step = 0; step < STEPS_MAX; step += 1) {
			await this.clockwork.settle();
			const busy = this.browsers.filter((browser) => !isQuiet(browser));
			if (busy.length === 0) return;
			for (const browser of busy) {
				this.#deliverUp(browser);
				this.#deliverDown(browser);
			}
		}
	}

	#keep(browser: SimulatedBrowser, command: Command | null): void {
		if (!command || !browser.visitor.identity) return;
		const commandId = browser.keep(command);
		if (command.type === 'PostCard') this.posted.add(commandId);
	}

	#postCommand(choice: number, browser: SimulatedBrowser): Command | null {
		const round = this.#round(browser, choice);
		const stepId = choice % 3 === 0 ? 'step-1' : null;
		return round ? { type: 'PostCard', roundId: round.id, text: this.#text(browser), stepId } : null;
	}

	#text(browser: SimulatedBrowser): string {
		this.#texts += 1;
		return this.leaks.canary(this.#texts, browser.visitor.identity?.participationId ?? 'facilitator');
	}

	#moveStage(choice: number): void {
		const facilitator = this.#facilitator();
		const id = facilitator.sync.shared.currentItemId;
		const round = id === null ? undefined : facilitator.sync.shared.rounds[id];
		if (!round) return;
		const direction = choice % 4 === 0 ? -1 : 1;
		const stage = neighbour({ ...round, settings: { ...round.settings, note: '' } }, direction);
		if (stage) facilitator.act({ type: 'MoveStage', roundId: round.id, stage });
	}

	#round(browser: SimulatedBrowser, choice: number) {
		const { rounds, currentItemId } = browser.sync.shared;
		const current = currentItemId === null ? undefined : rounds[currentItemId];
		return choice % 7 === 0 ? rounds[roundId('needs')] : current;
	}

	#facilitator(): SimulatedBrowser {
		const [facilitator] = this.browsers;
		if (!facilitator) throw new Error('There is no facilitator');
		return facilitator;
	}
}

const HOW = ['double', 'swap', 'lose'] as const;

function isIn(browser: SimulatedBrowser): boolean {
	return browser.wire?.isOpen === true && isQuiet(browser);
}

function isQuiet({ wire }: SimulatedBrowser): boolean {
	return !wire || (wire.up.length === 0 && wire.down.length === 0);
}

function pick<T>(list: readonly T[], choice: number): T | undefined {
	return list[choice % Math.max(list.length, 1)];
}

function visitorFor(who: string): Visitor {
	if (who === 'screen')
		return { sessionId: SESSION, audience: 'screen', actor: null, identity: null, facilitatorName: null };
	if (who === 'facilitator') {
		const actor = { role: 'facilitator', accountId: 'account' } as const;
		return { sessionId: SESSION, audience: 'facilitator', actor, identity: null, facilitatorName: 'Femke' };
	}
	const id = participationId(who);
	const identity = { key: `${id}/browser`, participationId: id, proofOf: proofWith(`key of ${who}`) };
	const actor = { role: 'participant', participationId: id } as const;
	return { sessionId: SESSION, audience: 'participant', actor, identity, facilitatorName: null };
}

/** The state that the log gives from nothing. */
export async function replayed(simulation: Simulation): Promise<Worksession> {
	const events = await simulation.store.read(SESSION, 0);
	return replay(
		events.map(({ event }) => event),
		initialState(SESSION)
	);
}
