import type { Command } from '#lib/domain/commands.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import type { Rooms } from '../rooms.ts';
import type { System } from '../system.ts';
import { Autopilot } from './autopilot.ts';
import type { TrialCard } from './trial-cards.ts';
import type { TrialPerson } from './trial-people.ts';
import { Pace } from './pace.ts';
import { seededRandom, shuffled, type Random } from './random.ts';
import { SimulatedPerson } from './simulated-person.ts';

/** So many people answer at once after every question. */
const EAGER_PEOPLE = 3;

/** Where our own server listens, and the Origin that its front door asks for. */
export interface OwnAddress {
	readonly url: string;
	readonly origin: string;
}

/** A person of the trial with the token that their joining gave. */
export interface JoinedPerson extends TrialPerson {
	readonly token: string;
}

interface TrialParts {
	readonly sessionId: string;
	readonly rooms: Rooms;
	readonly system: System;
	readonly speed: number;
	readonly cards: readonly TrialCard[];
	readonly onFault: (error: unknown) => void;
	/** Called once, when the day has been closed. */
	readonly onClosed: () => void;
}

/** One trial at work: its simulated people and its autopilot, with one pace for both. */
export class Trial {
	readonly pace: Pace;
	readonly autopilot: Autopilot;
	readonly #parts: TrialParts;
	readonly #random: Random;
	#people: readonly SimulatedPerson[] = [];

	constructor(parts: TrialParts) {
		this.#parts = parts;
		this.#random = seededRandom(parts.sessionId);
		this.pace = new Pace(parts.system, parts.speed);
		this.autopilot = new Autopilot({
			pace: this.pace,
			state: async () => (await parts.rooms.open(parts.sessionId))?.world.state ?? null,
			run: (command) => this.run(command),
			onFault: parts.onFault
		});
	}

	/** How many simulated people are in. */
	get peopleCount(): number {
		return this.#people.length;
	}

	/** Does something as the facilitator; whether it was accepted. */
	async run(command: Command): Promise<boolean> {
		const { rooms, system, sessionId } = this.#parts;
		const answer = await rooms.run(sessionId, {
			actor: { role: 'facilitator', accountId: 'proefsessie' },
			envelope: { commandId: system.newId(), command },
			proofOf: () => null,
			newPerson: null
		});
		return answer.ok;
	}

	/** Lets people come in by real sockets; each brings part of the cards. */
	enter(people: readonly JoinedPerson[], address: OwnAddress): void {
		const decks = dealt(shuffled(this.#random, this.#parts.cards), people.length);
		this.#people = people.map((person, index) => this.#enter(person, decks[index] ?? [], index, address));
	}

	/** Everybody leaves and nothing waits any more. */
	stop(): void {
		this.autopilot.switch(false);
		this.pace.stop();
		for (const person of this.#people) person.leave();
		this.#people = [];
	}

	#enter(
		{ token, greeting }: JoinedPerson,
		deck: readonly TrialCard[],
		index: number,
		{ url, origin }: OwnAddress
	): SimulatedPerson {
		const { sessionId, system, onFault, onClosed } = this.#parts;
		const socket = new VisitorSocket({
			url,
			origin,
			hello: { sessionId, audience: 'participant', authorKey: null, token },
			newId: system.newId
		});
		if (index === 0)
			socket.onChange(() => {
				if (socket.view?.shared.doors === 'closed') onClosed();
			});
		return new SimulatedPerson({
			socket,
			deck,
			greeting,
			isEager: index < EAGER_PEOPLE,
			pace: this.pace,
			random: this.#random,
			onFault
		});
	}
}

/** Cards round the table, per round, so that everybody has about as many of each. */
function dealt(cards: readonly TrialCard[], people: number): readonly (readonly TrialCard[])[] {
	const decks = Array.from({ length: people }, (): TrialCard[] => []);
	const next = new Map<RoundKind, number>();
	for (const card of cards) {
		const turn = next.get(card.round) ?? 0;
		next.set(card.round, turn + 1);
		decks[turn % people]?.push(card);
	}
	return decks;
}
