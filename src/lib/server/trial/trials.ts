import { NOTICE_VERSION } from '#lib/domain/notice.ts';
import type { Theme } from '#lib/domain/vocabulary.ts';
import { join } from '../joining.ts';
import type { OnFault, Rooms } from '../rooms.ts';
import type { SocketTransport } from '../socket-transport.ts';
import type { Store } from '../store/store.ts';
import type { System } from '../system.ts';
import type { Worksessions } from '../worksessions.ts';
import { trialCards } from './trial-cards.ts';
import { TRIAL_PEOPLE, type TrialPerson } from './trial-people.ts';
import { Trial, type JoinedPerson, type OwnAddress } from './trial.ts';

/** How many times faster than in a real room. */
export const TRIAL_SPEEDS = [1, 5, 20] as const;
export type TrialSpeed = (typeof TRIAL_SPEEDS)[number];

/** A trial is for trying; after a day it goes. */
const TRIAL_MS_MAX = 24 * 60 * 60_000;
const THEME: Theme = 'ondermijning';

export interface TrialState {
	readonly speed: TrialSpeed;
	readonly isAutopilot: boolean;
}

interface Running {
	readonly trial: Trial;
	speed: TrialSpeed;
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
	 * @param madeBy the account whose trial it is; null when it is the organisers'
	 */
	async start(speed: TrialSpeed, madeBy: string | null): Promise<string> {
		const address = this.#address;
		if (!address) throw new Error('A trial was asked for before the server listened');
		const sessionId = await this.#prepare(madeBy);
		const trial = new Trial({
			sessionId,
			rooms: this.#rooms,
			system: this.#system,
			speed,
			cards: trialCards(THEME),
			onFault: (error) => this.#onFault(error, 'trial'),
			onClosed: () => this.#stop(sessionId)
		});
		this.#running.set(sessionId, { trial, speed });
		try {
			await trial.run({ type: 'OpenDoors' });
			await trial.run({ type: 'AddExample', example: EXAMPLE });
			const people = await Promise.all(TRIAL_PEOPLE.map((person) => this.#join(sessionId, person)));
			trial.enter(people, address);
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
		const running = this.#running.get(sessionId);
		return running ? { speed: running.speed, isAutopilot: running.trial.autopilot.isOn } : null;
	}

	setSpeed(sessionId: string, speed: TrialSpeed): void {
		const running = this.#running.get(sessionId);
		if (!running) return;
		running.speed = speed;
		running.trial.pace.setSpeed(speed);
	}

	setAutopilot(sessionId: string, isOn: boolean): void {
		this.#running.get(sessionId)?.trial.autopilot.switch(isOn);
	}

	/** Removes a trial with everything of it. A worksession that is no trial stays. */
	async remove(sessionId: string): Promise<void> {
		const row = await this.#store.worksession(sessionId);
		if (!row?.isTrial) return;
		this.#stop(sessionId);
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
		for (const sessionId of this.#running.keys()) this.#stop(sessionId);
		return this.#rooms.quiet();
	}

	#prepare(madeBy: string | null): Promise<string> {
		const date = new Date(this.#system.now()).toISOString().slice(0, 10);
		const facts = {
			title: 'Proefsessie ondermijning',
			theme: THEME,
			group: 'follower',
			date,
			startsAt: '09:30',
			place: 'Waaierland'
		} as const;
		return this.#worksessions.prepare({
			facts,
			authorVisibility: 'municipality',
			isTrial: true,
			plan: null,
			madeBy
		});
	}

	async #join(sessionId: string, person: TrialPerson): Promise<JoinedPerson> {
		const joined = await join(this.#rooms, sessionId, {
			name: person.name,
			role: 'follower',
			organisation: '',
			municipalities: [person.municipality],
			functionName: person.functionName,
			noticeVersion: NOTICE_VERSION,
			joinKey: this.#system.newId()
		});
		if (!joined.ok) throw new Error(`A simulated person could not join: ${joined.fault}`);
		return { ...person, token: joined.token };
	}

	#stop(sessionId: string): void {
		this.#running.get(sessionId)?.trial.stop();
		this.#running.delete(sessionId);
	}
}

/** Shown at the start of the day, as the programme asks: where it worked already. */
const EXAMPLE = {
	name: 'Eén signaal, één tafel',
	summary:
		'Meldingen van balie, wijkteam en toezicht komen op één plek. Een analist legt ze naast de registers, ' +
		'een jurist kijkt mee wat mag, en pas dan komt een adres op tafel.',
	municipalities: [TRIAL_PEOPLE[0]?.municipality ?? '']
};
