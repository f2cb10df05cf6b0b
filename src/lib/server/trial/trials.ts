import { NOTICE_VERSION } from '#lib/domain/notice.ts';
import type { Group } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { join } from '../joining.ts';
import type { OnFault, Rooms } from '../rooms.ts';
import type { SocketTransport } from '../socket-transport.ts';
import type { Store } from '../store/store.ts';
import type { System } from '../system.ts';
import type { Worksessions } from '../worksessions.ts';
import type { TrialSpeed } from './speed.ts';
import { trialCards } from './trial-cards.ts';
import { dayLike, nextToLayReady, standardDay, type TrialDay } from './trial-day.ts';
import { TRIAL_PEOPLE, type TrialPerson } from './trial-people.ts';
import { Trial, type JoinedPerson, type OwnAddress } from './trial.ts';
import { Unwatched } from './unwatched.ts';

/** A trial is for trying; after a day it goes. */
const TRIAL_MS_MAX = 24 * 60 * 60_000;

export interface TrialWish {
	readonly speed: TrialSpeed;
	/** The account whose trial it is; null when it is the organisers'. */
	readonly madeBy: string | null;
	/** The prepared worksession to rehearse; null is the programme's own day. */
	readonly like: string | null;
}

export interface TrialState {
	readonly speed: TrialSpeed;
	readonly isPaused: boolean;
	readonly isAutopilot: boolean;
	/** How many simulated people there are. */
	readonly people: number;
}

interface Running {
	readonly trial: Trial;
	readonly unwatched: Unwatched;
}

/**
 * Trial sessions (proefsessies): real worksessions with invented people, who join and write through real sockets. Who runs lives in
 * memory only: after a restart a trial stays to be read, without its people.
 */
export class Trials {
	readonly #store: Store;
	readonly #rooms: Rooms;
	readonly #worksessions: Worksessions;
	readonly #transport: SocketTransport;
	readonly #system: System;
	readonly #onFault: OnFault;
	readonly #running = new Map<string, Running>();
	#address: OwnAddress | null = null;

	constructor(parts: {
		store: Store;
		rooms: Rooms;
		worksessions: Worksessions;
		transport: SocketTransport;
		system: System;
		onFault: OnFault;
	}) {
		this.#store = parts.store;
		this.#rooms = parts.rooms;
		this.#worksessions = parts.worksessions;
		this.#transport = parts.transport;
		this.#system = parts.system;
		this.#onFault = parts.onFault;
	}

	/** Where the simulated people knock; null until the server listens. */
	get address(): OwnAddress | null {
		return this.#address;
	}

	/** Tells where this server listens, and which Origin its front door expects. */
	listeningAt(address: OwnAddress): void {
		this.#address = address;
	}

	/**
	 * A trial with its doors open, its people joined and its autopilot on. Gives the id of its worksession.
	 * @throws Error when the worksession to rehearse is not there
	 */
	async start({ speed, madeBy, like }: TrialWish): Promise<string> {
		const address = this.#address;
		if (!address) throw new Error('A trial was asked for before the server listened');
		const day = await this.#day(like);
		const sessionId = await this.#prepare(day, madeBy);
		const trial = this.#begin(sessionId, day, speed);
		try {
			await this.#layReady(sessionId, trial, day);
			await trial.run({ type: 'OpenDoors' });
			const { group } = day.facts;
			const people = TRIAL_PEOPLE.map((person, index) => this.#join(sessionId, person, roleIn(group, index)));
			trial.enter(await Promise.all(people), address);
		} catch (error) {
			// Half a trial, on a disk that filled up, would stand in the list without anybody in it.
			await this.remove(sessionId);
			throw error;
		}
		trial.autopilot.switch(true);
		return sessionId;
	}

	/** Null when no simulated people are at work in this worksession. */
	stateOf(sessionId: string): TrialState | null {
		const trial = this.#running.get(sessionId)?.trial;
		return trial
			? {
					speed: trial.pace.speed,
					isPaused: trial.pace.isHeld,
					isAutopilot: trial.autopilot.isOn,
					people: trial.peopleCount
				}
			: null;
	}

	setSpeed(sessionId: string, speed: TrialSpeed): void {
		this.#running.get(sessionId)?.trial.pace.setSpeed(speed);
	}

	/** While paused the simulated people and the autopilot sit still. */
	setPaused(sessionId: string, isPaused: boolean): void {
		this.#running.get(sessionId)?.trial.pace.hold(isPaused);
	}

	setAutopilot(sessionId: string, isOn: boolean): void {
		this.#running.get(sessionId)?.trial.autopilot.switch(isOn);
	}

	/** The simulated people leave; the worksession stays to be looked at, and to be led on without them. */
	stop(sessionId: string): void {
		const running = this.#running.get(sessionId);
		running?.trial.stop();
		running?.unwatched.end();
		this.#running.delete(sessionId);
	}

	/** Removes a trial with everything of it. A worksession that is no trial stays. */
	async remove(sessionId: string): Promise<void> {
		const row = await this.#store.worksession(sessionId);
		if (!row?.isTrial) return;
		this.stop(sessionId);
		this.#transport.disconnect(sessionId);
		await this.#rooms.quiet();
		await this.#worksessions.remove(sessionId);
	}

	/** Removes trials from before yesterday; done at every start. */
	async removeOld(): Promise<void> {
		const oldest = this.#system.now() - TRIAL_MS_MAX;
		const rows = await this.#store.worksessions();
		for (const { id, isTrial, createdAt } of rows) if (isTrial && createdAt < oldest) await this.remove(id);
	}

	/** Ends all simulated people. */
	close(): Promise<void> {
		for (const sessionId of this.#running.keys()) this.stop(sessionId);
		return this.#rooms.quiet();
	}

	async #day(like: string | null): Promise<TrialDay> {
		const date = new Date(this.#system.now()).toISOString().slice(0, 10);
		return like === null ? standardDay(date) : dayLike(await this.#state(like), date);
	}

	#prepare({ facts, authorVisibility, plan }: TrialDay, madeBy: string | null): Promise<string> {
		return this.#worksessions.prepare({ facts, authorVisibility, isTrial: true, plan, madeBy });
	}

	#begin(sessionId: string, { facts }: TrialDay, speed: TrialSpeed): Trial {
		const onFault = (error: unknown): void => void this.#onFault(error, 'trial');
		const trial = new Trial({
			sessionId,
			rooms: this.#rooms,
			system: this.#system,
			speed,
			cards: trialCards(facts.theme),
			onFault,
			onClosed: () => this.stop(sessionId)
		});
		const unwatched = new Unwatched({
			system: this.#system,
			isWatched: () => this.#isWatched(sessionId, trial),
			onUnwatched: () => this.stop(sessionId),
			onFault
		});
		this.#running.set(sessionId, { trial, unwatched });
		return trial;
	}

	/** A day that runs by itself also ends by itself; any other goes on for as long as somebody real looks. */
	async #isWatched(sessionId: string, { pace, autopilot, peopleCount }: Trial): Promise<boolean> {
		if (autopilot.isOn && !pace.isHeld) return true;
		const { online, facilitators } = this.#transport.presence.of(sessionId, 'facilitator');
		if (online > peopleCount || facilitators?.some(({ awaySince }) => awaySince === null)) return true;
		const room = await this.#rooms.open(sessionId);
		return room?.viewers.has('screen') ?? false;
	}

	async #layReady(sessionId: string, trial: Trial, day: TrialDay): Promise<void> {
		for (;;) {
			const command = nextToLayReady(await this.#state(sessionId), day);
			if (!command) return;
			if (!(await trial.run(command))) throw new Error(`A trial could not be laid ready: ${command.type}`);
		}
	}

	async #join(sessionId: string, person: TrialPerson, role: Role): Promise<JoinedPerson> {
		const joined = await join(this.#rooms, sessionId, {
			name: person.name,
			role,
			organisation: '',
			municipalities: [person.municipality],
			functionName: person.functionName,
			noticeVersion: NOTICE_VERSION,
			joinKey: this.#system.newId()
		});
		if (!joined.ok) throw new Error(`A simulated person could not join: ${joined.fault}`);
		return { ...person, token: joined.token };
	}

	async #state(sessionId: string): Promise<Worksession> {
		const room = await this.#rooms.open(sessionId);
		if (!room) throw new Error('There is no such worksession');
		return room.world.state;
	}
}

type Role = 'frontrunner' | 'follower';

/** Everybody is what the day is for; on a day for both, every third leads the way. */
function roleIn(group: Group, index: number): Role {
	if (group !== 'mixed') return group;
	return index % 3 === 0 ? 'frontrunner' : 'follower';
}
