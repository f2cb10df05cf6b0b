import type { Actor, Command, Context } from '#lib/domain/commands.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { own } from '#lib/domain/keyed.ts';
import { intakeRecord, recordJson } from '#lib/domain/record/record.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import type { People } from '#lib/domain/visibility/people.ts';
import { takenBy } from '#lib/domain/card/redacted-log.ts';
import type { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { Answers } from './answers.ts';
import type { Append, CommandEvents, FixedRecord, Merge, NewPerson } from './store/store.ts';
import { sha256, type System } from './system.ts';
import type { Viewers, World } from './viewers.ts';

/** The rules; a simulation plants bugs in them. */
export type Decide = typeof decide;

/** Somebody's command on its way through a room. */
export interface Request {
	readonly actor: Actor;
	readonly envelope: CommandEnvelope;
	readonly proofOf: Context['proofOf'];
	/** Who joins with this command: kept beside the log, in the same transaction. */
	readonly newPerson: NewPerson | null;
	/** Called once: after the commit, and before anybody else hears of it. */
	readonly answer: (answer: Answer) => void;
}

/** What a turn would change. None of it holds before the store has it on disk. */
export interface Plan {
	readonly append: Append | null;
	readonly answers: readonly { readonly request: Request; readonly answer: Answer }[];
	readonly events: readonly WorksessionEvent[];
	readonly world: World;
}

/**
 * One live worksession in memory, on the line of a card: `plan` decides, the store appends (`turns.ts`), `adopt` answers
 * and sends everyone what changed. A room never writes and never waits.
 */
export class Room {
	readonly viewers: Viewers;
	readonly #system: System;
	readonly #answers = new Answers();
	readonly #onFault: (error: unknown) => string;
	readonly #decide: Decide;
	#world: World;

	/** `onFault` logs what went wrong while deciding and gives the id under which; `decide` is the rules. */
	constructor(parts: {
		world: World;
		system: System;
		viewers: Viewers;
		onFault: (error: unknown) => string;
		decide: Decide;
	}) {
		const { world, system, viewers, onFault } = parts;
		this.#decide = parts.decide;
		this.#world = world;
		this.#system = system;
		this.viewers = viewers;
		this.#onFault = onFault;
	}

	get world(): World {
		return this.#world;
	}

	/** Ids of commands whose answer only the store can know. */
	unanswered(requests: readonly Request[]): readonly string[] {
		const ids = requests.map(({ envelope }) => envelope.commandId);
		return ids.filter((id) => this.#answers.of(id) === undefined);
	}

	/** Decides requests in order, each on what the ones before it would leave. `stored` holds the versions of commands carried out before. */
	plan(requests: readonly Request[], stored: ReadonlyMap<string, number>): Plan {
		const turn = new Turn(this.#world, this.#system, this.#onFault, this.#decide);
		const answers = requests.map((request) => {
			const { commandId } = request.envelope;
			const version = stored.get(commandId);
			const known = this.#answers.of(commandId) ?? (version !== undefined && { ok: true as const, version });
			return { request, answer: known || turn.take(request) };
		});
		return { append: this.#appendOf(turn), answers, events: turn.events, world: turn.world };
	}

	/** Makes a plan that is on disk the present state; answers first, then tells everyone. */
	adopt(plan: Plan): void {
		const actors = new Set<string>();
		this.#world = plan.world;
		for (const { request, answer } of plan.answers) {
			if (isFinal(answer)) this.#answers.remember(request.envelope.commandId, answer);
			if (request.actor.role === 'participant') actors.add(request.actor.participationId);
			request.answer(answer);
		}
		if (plan.events.length > 0) this.viewers.publish(plan.world, plan.events, actors);
	}

	/** Takes over what the log holds, after a failed or overtaken write. Everyone is told what that changes. */
	reload(world: World): void {
		this.#world = world;
		this.viewers.publishAll(world);
	}

	#appendOf(turn: Turn): Append | null {
		if (turn.commands.length === 0) return null;
		const { state } = turn.world;
		return {
			sessionId: state.id,
			expectedVersion: this.#world.version,
			at: this.#system.now(),
			commands: turn.commands,
			creation: null,
			summary: summaryOf(state),
			people: turn.newPeople,
			merged: turn.merges,
			taken: takenBy(turn.events, state),
			fixedRecord: turn.isOtherVersion ? fixedRecord(state, this.#system.now()) : null
		};
	}
}

/** After which there is another version of the record. */
const VERSION_EVENTS: ReadonlySet<WorksessionEvent['type']> = new Set([
	'WorksessionClosed',
	'RecordMoved',
	'ValidationSent'
]);

/** The requests of one turn, decided one after the other on a state that nobody else sees yet. */
class Turn {
	world: World;
	readonly commands: CommandEvents[] = [];
	readonly newPeople: NewPerson[] = [];
	readonly #system: System;
	readonly #onFault: (error: unknown) => string;
	readonly #rules: Decide;
	readonly #answers = new Map<string, Answer>();

	constructor(world: World, system: System, onFault: (error: unknown) => string, rules: Decide) {
		this.#rules = rules;
		this.world = world;
		this.#system = system;
		this.#onFault = onFault;
	}

	get events(): readonly WorksessionEvent[] {
		return this.commands.flatMap((command) => command.events);
	}

	/** Who turned out to be the same person. */
	get merges(): readonly Merge[] {
		return this.events.flatMap((event) =>
			event.type === 'PeopleMerged' ? [{ from: event.fromId, into: event.intoId }] : []
		);
	}

	/** Whether the record is fixed with these events, or anew. */
	get isOtherVersion(): boolean {
		return this.events.some(({ type }) => VERSION_EVENTS.has(type));
	}

	take(request: Request): Answer {
		const { commandId } = request.envelope;
		const answer = this.#answers.get(commandId) ?? this.#tryToDecide(request);
		this.#answers.set(commandId, answer);
		return answer;
	}

	/** A broken promise in one command leaves the state as it was and does not take the room's other commands along. */
	#tryToDecide(request: Request): Answer {
		try {
			return this.#decide(request);
		} catch (error) {
			return { ok: false, fault: this.#onFault(error) };
		}
	}

	#decide(request: Request): Answer {
		const { actor, envelope, proofOf, newPerson } = request;
		const { commandId, command } = envelope;
		const { now, newId } = this.#system;
		if (command.type === 'Join' && !this.#mayJoin(request)) return { ok: false, rejection: 'not-allowed' };
		const outcome = this.#rules(this.world.state, command, { actor, now: now(), commandId, newId, proofOf });
		if (!outcome.ok) return { ok: false, rejection: outcome.rejection };
		const events = outcome.value;
		if (events.length > 0) this.#append(commandId, events, newPerson ?? addedPerson(command, events));
		return { ok: true, version: this.world.version };
	}

	/**
	 * By the form at the door, which gives a name, and not after being sent away. No browser knows who was, so this is no rule of
	 * `decide`; and whoever is gone may still be sending when their connection ends.
	 */
	#mayJoin({ actor, newPerson }: Request): boolean {
		if (!newPerson || actor.role !== 'participant') return false;
		return own(this.world.state.removed, actor.participationId) === undefined;
	}

	#append(commandId: string, events: readonly WorksessionEvent[], newPerson: NewPerson | null): void {
		const { version, people } = this.world;
		const state = events.reduce(evolve, this.world.state);
		this.commands.push({ commandId, events });
		if (newPerson) this.newPeople.push(newPerson);
		this.world = {
			state,
			version: version + events.length,
			people: newPerson ? withPerson(people, newPerson) : people
		};
	}
}

/**
 * A fault is no decision, nor is a pause for all input, nor that somebody is not in any more, who may come again or as somebody else:
 * the same command may come again and is then decided anew.
 */
function isFinal(answer: Answer): boolean {
	return answer.ok || ('rejection' in answer && !['frozen', 'not-joined'].includes(answer.rejection));
}

/** Somebody without a device has a name beside the log too. */
function addedPerson(command: Command, events: readonly WorksessionEvent[]): NewPerson | null {
	const added = events.find((event) => event.type === 'PersonAdded');
	if (command.type !== 'AddPerson' || !added) return null;
	return { participationId: added.participationId, name: command.name.trim(), tokenHash: null };
}

function withPerson(people: People, { participationId, name }: NewPerson): People {
	return { names: new Map(people.names).set(participationId, name), epoch: people.epoch };
}

/** The record of a worksession as it is kept from now on. */
export function fixedRecord(state: Worksession, now: number): FixedRecord {
	const json = recordJson(intakeRecord(state));
	return { version: state.recordVersions.length, json, sha256: sha256(json), fixedAt: now, redactedAt: null };
}
