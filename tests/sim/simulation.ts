import type { Actor, Command } from '#lib/domain/commands.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { ownView } from '#lib/domain/visibility/own-view.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import { initialState, type Worksession } from '#lib/domain/worksession.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { FreshView } from '#lib/protocol/messages.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Room } from '#lib/server/room.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import type { NewPerson } from '#lib/server/store/store.ts';
import { Clockwork } from '../kit/clockwork.ts';
import { DeviceStorage } from '../kit/device-storage.ts';
import { actorFor, participationId, replay } from '../kit/worksession.ts';
import { ACTS, type Act } from './acts.ts';
import { HoldWatch, TURN_MS_MAX } from './hold-watch.ts';
import { LeakWatch } from './leak-watch.ts';
import type { Mutant } from './mutants.ts';
import { openingOf, PEOPLE, type Day } from './opening.ts';
import { RuleWatch } from './rule-watch.ts';
import { SimulatedBrowser } from './simulated-browser.ts';
import { SimulatedServer } from './simulated-server.ts';
import { isFacilitator, SESSION, tokenHashOf, visitorOf, type Device } from './visitors.ts';
import { Wire, type Down, type Up } from './wire.ts';

/** Whose browsers there are; Bram has two tabs. */
const BROWSERS = ['facilitator', 'anna', 'bram', 'cees', 'bram', 'screen', 'colleague'] as const;
export const BROWSER_COUNT = BROWSERS.length;
/** Comes late: connects when the schedule says so. */
const LATE = 'cees';
const NEWCOMERS_MAX = 2;

/** Several browsers, one server, a bad network: production code on all sides, moved act by act. */
export class Simulation {
	readonly clockwork = new Clockwork();
	readonly store = memoryStore();
	readonly browsers: SimulatedBrowser[] = [];
	readonly leaks: LeakWatch;
	readonly rules = new RuleWatch();
	readonly holds = new HoldWatch(() => this.clockwork.now);
	/** Ids of the commands that posted a card. */
	readonly posted = new Set<string>();
	server: SimulatedServer;
	readonly #mutant: Mutant;
	/** Connections that their browser has given up, and of which the server does not know it yet. */
	readonly #orphans: Wire[] = [];
	#texts = 0;
	#newcomers = 0;

	private constructor(mutant: Mutant, visibility: AuthorVisibility) {
		this.#mutant = mutant;
		this.leaks = new LeakWatch(visibility);
		this.server = this.#startServer();
	}

	static async start(mutant: Mutant, { visibility, ...day }: Day): Promise<Simulation> {
		const simulation = new Simulation(mutant, visibility);
		await simulation.#open({ visibility, ...day });
		return simulation;
	}

	async room(): Promise<Room> {
		const room = await this.server.rooms.open(SESSION);
		if (!room) throw new Error('The worksession is gone');
		return room;
	}

	async perform({ kind, who, choice }: Act): Promise<void> {
		const browser = this.browsers[who % BROWSER_COUNT];
		if (browser) await ACTS[kind](this, browser, choice);
		await this.clockwork.settle();
	}

	/**
	 * Everything works again: whatever was kept arrives, everyone sees the same, and what comes in late once more changes nothing. False
	 * when something never arrives.
	 */
	async heal(): Promise<boolean> {
		const ROUNDS_MAX = 30;
		this.server.failNext(null);
		for (let round = 0; round < ROUNDS_MAX; round += 1) {
			this.restart();
			while (this.#orphans.length > 0) this.#endOrphan(0);
			await this.#letEverybodyIn();
			for (const browser of this.browsers) {
				if (browser.wire?.hasLost) this.cut(browser, 0);
				if (browser.mustReload || !browser.wire?.isOpen) await this.connect(browser);
				browser.storageChanged();
			}
			await this.#deliverAll();
			this.clockwork.advance(2000);
			await this.clockwork.settle();
			if (!this.browsers.every((browser) => isIn(browser) && !browser.hasOutbox)) continue;
			await this.#echo();
			return true;
		}
		return false;
	}

	/** Time passes, and what was planned for then is done. */
	async pass(ms: number): Promise<void> {
		this.clockwork.advance(ms);
		await this.clockwork.settle();
		this.holds.clockTurned();
	}

	/** Nobody moves a hand for so long that all that is held is forgotten, and those who knew are told. */
	async rest(): Promise<void> {
		for (let turn = 0; turn < 5; turn += 1) await this.pass(TURN_MS_MAX);
	}

	/** Keeps a command on a participant's device until it has arrived. */
	keep(browser: SimulatedBrowser, command: Command): void {
		const { identity } = browser.visitor;
		if (!identity) return;
		const commandId = browser.keep(command);
		this.rules.sent(commandId, identity.participationId, command);
		if (command.type === 'PostCard') this.posted.add(commandId);
	}

	/** Asks something once. */
	act(browser: SimulatedBrowser, command: Command): void {
		this.#sent(browser, { commandId: browser.act(command), command });
	}

	/** Undoes a facilitator's own last act, or does it again. */
	stepThrough(browser: SimulatedBrowser, direction: 'undo' | 'redo'): void {
		const envelope = browser.stepThrough(direction);
		if (envelope) this.#sent(browser, envelope);
	}

	#sent(browser: SimulatedBrowser, { commandId, command }: CommandEnvelope): void {
		const { identity } = browser.visitor;
		this.rules.sent(commandId, identity?.participationId ?? null, command);
		this.leaks.sent(commandId, command, browser.sync.shared);
	}

	/** One of the facilitators who are here. */
	facilitator(choice: number): SimulatedBrowser {
		const all = this.browsers.filter(({ device }) => isFacilitator(device.who));
		const here = all.filter(({ wire }) => wire?.isOpen);
		const [first, second] = here.length > 0 ? here : all;
		const chosen = choice % 3 === 0 ? (second ?? first) : first;
		if (!chosen) throw new Error('There is no facilitator');
		return chosen;
	}

	facilitate(choice: number, command: Command): void {
		this.act(this.facilitator(choice), command);
	}

	/** Somebody new asks to come in, by the form at the door. */
	knock(): void {
		if (!this.server.isAlive || this.#newcomers >= NEWCOMERS_MAX) return;
		this.#newcomers += 1;
		const who = `new-${this.#newcomers}`;
		const id = participationId(who);
		const command: Command = {
			type: 'Join',
			role: 'follower',
			organisation: '',
			municipalities: ['GM0014'],
			functionName: '',
			noticeVersion: '1'
		};
		const newPerson = { participationId: id, name: `Naam van ${who}`, tokenHash: tokenHashOf(who) };
		void this.#run({ role: 'participant', participationId: id }, command, newPerson);
	}

	/** A text that is recognised wherever it turns up. */
	text({ visitor }: SimulatedBrowser): string {
		return this.textOf(visitor.identity?.participationId ?? 'facilitator');
	}

	/** The same for what somebody else writes down for this person. */
	textOf(participationId: string): string {
		this.#texts += 1;
		return this.leaks.canary(this.#texts, participationId);
	}

	restart(): void {
		if (!this.server.isAlive) this.server = this.#startServer();
	}

	/** A page whose person became somebody else loads again first. */
	async connect(browser: SimulatedBrowser): Promise<void> {
		if (!this.server.isAlive) return;
		if (browser.mustReload) await this.reload(browser);
		if (browser.wire?.isOpen) return;
		const wire = new Wire();
		browser.lose();
		browser.open(wire);
		await this.server.connect(wire, await visitorOf(browser.device, this.store));
	}

	cut(browser: SimulatedBrowser, kept: number): void {
		const { wire } = browser;
		if (!wire) return;
		wire.cut(kept);
		this.server.disconnect(wire);
		for (const message of wire.down.splice(0)) browser.receive(JSON.parse(message) as Down);
		browser.lose();
	}

	/** The browser gives up its connection; the server goes on sending to nobody, and what was under way may still arrive. */
	leaveHalfOpen(browser: SimulatedBrowser): void {
		if (browser.wire?.isOpen) this.#orphans.push(browser.wire);
		browser.lose();
	}

	/** What was sent over a given-up connection arrives after all, or the server finds out. */
	moveOrphan(choice: number): void {
		const index = choice % Math.max(this.#orphans.length, 1);
		const orphan = this.#orphans[index];
		const message = orphan?.arrive('up');
		if (!orphan) return;
		if (message === undefined) this.#endOrphan(index);
		else this.server.receive(orphan, JSON.parse(message) as Up);
	}

	async reload(browser: SimulatedBrowser): Promise<void> {
		if (!this.server.isAlive) return;
		this.cut(browser, 0);
		const visitor = await visitorOf(browser.device, this.store);
		browser.reload(visitor, await this.#look(visitor));
	}

	/** A moment in which nothing is lost: what this browser sent arrives, and so does what it is sent. */
	async quiet(browser: SimulatedBrowser): Promise<void> {
		const TURNS = 3;
		for (let turn = 0; turn < TURNS; turn += 1) {
			this.deliverUp(browser);
			await this.clockwork.settle();
			this.deliverDown(browser);
		}
	}

	deliverUp({ wire }: SimulatedBrowser): void {
		const message = wire?.arrive('up');
		if (wire && message !== undefined) this.server.receive(wire, JSON.parse(message) as Up);
	}

	deliverDown(browser: SimulatedBrowser): void {
		const message = browser.wire?.arrive('down');
		if (message !== undefined) browser.receive(JSON.parse(message) as Down);
	}

	#endOrphan(index: number): void {
		for (const orphan of this.#orphans.splice(index, 1)) this.server.disconnect(orphan);
	}

	/** What each browser got long ago comes in once more. */
	async #echo(): Promise<void> {
		for (const browser of this.browsers) {
			browser.wire?.echo('down', 0);
			this.deliverDown(browser);
		}
		await this.#deliverAll();
	}

	async #letEverybodyIn(): Promise<void> {
		const { removed } = (await this.room()).world.state;
		for (const id of Object.keys(removed))
			await this.#run(actorFor('facilitator'), { type: 'ReadmitPerson', participationId: id });
	}

	#startServer(): SimulatedServer {
		for (const browser of this.browsers) this.cut(browser, 0);
		this.#orphans.length = 0;
		return new SimulatedServer({
			store: this.store,
			clockwork: this.clockwork,
			sessionId: SESSION,
			mutant: this.#mutant,
			watch: {
				holds: this.holds,
				leaving: (json, visitor, room) => this.leaks.see(json, visitor, room),
				writing: ({ commands }, { world }) => {
					this.rules.see(commands, world.state);
					this.leaks.writing(commands);
				}
			}
		});
	}

	async #open(day: Day): Promise<void> {
		const [anna, bram] = [participationId('anna'), participationId('bram')];
		const text = (n: number, writer: string) => this.leaks.canary(1000 + n, writer);
		const texts = [text(0, anna), text(1, bram), text(2, anna), text(3, bram)] as const;
		await this.store.append([openingOf(day, texts)]);
		const devices = new Map(BROWSERS.map((who) => [who, deviceOf(who)]));
		for (const who of BROWSERS) {
			const device = devices.get(who) ?? deviceOf(who);
			const visitor = await visitorOf(device, this.store);
			const first = await this.#look(visitor);
			const { clockwork } = this;
			const browser = new SimulatedBrowser({ device, visitor, first, clockwork, mutant: this.#mutant });
			this.browsers.push(browser);
			if (who !== LATE) await this.connect(browser);
		}
		await this.#deliverAll();
	}

	async #run(actor: Actor, command: Command, newPerson: NewPerson | null = null): Promise<void> {
		const envelope = { commandId: this.clockwork.nextId('setup'), command };
		const answered = this.server.rooms.run(SESSION, { actor, envelope, proofOf: () => null, newPerson });
		await this.clockwork.settle();
		await answered;
	}

	async #look({ audience, identity }: Visitor): Promise<FreshView> {
		const { state, people, version } = (await this.room()).world;
		const own = identity && ownView(state, people, identity.participationId, identity.proofOf);
		const presence = { online: 0, writing: 0, people: null, facilitators: null };
		const shared = sharedView(state, people, audience);
		const attendance = attendanceOf(state);
		return { version, shared, ownSeq: 0, own, presence, attendance, serverNow: this.clockwork.now };
	}

	async #deliverAll(): Promise<void> {
		const STEPS_MAX = 2000;
		for (let step = 0; step < STEPS_MAX; step += 1) {
			await this.clockwork.settle();
			const busy = this.browsers.filter((browser) => !isQuiet(browser));
			if (busy.length === 0) return;
			for (const browser of busy) {
				this.deliverUp(browser);
				this.deliverDown(browser);
			}
		}
	}
}

function deviceOf(who: (typeof BROWSERS)[number]): Device {
	const storage = new DeviceStorage();
	if (PEOPLE.some((person) => person === who))
		storage.setItem(`waaier:key:${SESSION}:${participationId(who)}`, `key of ${who}`);
	return { who, storage, accepted: new Set() };
}

function isIn(browser: SimulatedBrowser): boolean {
	return browser.wire?.isOpen === true && isQuiet(browser) && !browser.mustReload;
}

function isQuiet({ wire }: SimulatedBrowser): boolean {
	return !wire || (wire.up.length === 0 && wire.down.length === 0);
}

/** The state that the log gives from nothing. */
export async function replayed(simulation: Simulation): Promise<Worksession> {
	const events = await simulation.store.read(SESSION, 0);
	return replay(
		events.map(({ event }) => event),
		initialState(SESSION)
	);
}
