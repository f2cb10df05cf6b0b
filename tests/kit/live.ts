import type { Command } from '#lib/domain/commands.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Answer, OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';
import { hashOf } from '#lib/server/access/tokens.ts';
import type { Request } from '#lib/server/room.ts';
import { Rooms } from '#lib/server/rooms.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import type { Store } from '#lib/server/store/store.ts';
import type { Identity, Transport, World } from '#lib/server/viewers.ts';
import { Clockwork } from './clockwork.ts';
import { actorFor, participationId, proofWith, shuffledIds, type Story, type Who } from './worksession.ts';

/** Everything that rooms send, instead of a network. */
export class Outgoing implements Transport {
	readonly #shared: { readonly audience: Audience; readonly patch: SharedPatch }[] = [];
	readonly #own: { readonly identity: string; readonly patch: OwnPatch }[] = [];

	shared(_: string, audience: Audience, patch: SharedPatch): void {
		if (this.isBroken) throw new Error('Broken promise: a patch can be sent');
		this.#shared.push({ audience, patch });
	}

	own(_: string, identity: string, patch: OwnPatch): void {
		this.#own.push({ identity, patch });
	}

	/** What was told of who has joined, the last one last. */
	readonly attendances: Attendance[] = [];

	attendance(_: string, attendance: Attendance): void {
		this.attendances.push(attendance);
	}

	/** Worksessions whose connections were all ended. */
	readonly disconnected: string[] = [];
	/** Set to let the next shared patch fail, as a bug of ours would. */
	isBroken = false;

	/** Participations whose connections were ended. */
	readonly ended: string[] = [];
	/** How many patches had gone out when each of them was. */
	readonly sentBeforeEnd: number[] = [];

	endPerson(_: string, participationId: string): void {
		this.ended.push(participationId);
		this.sentBeforeEnd.push(this.count);
	}

	disconnect(sessionId: string): void {
		this.disconnected.push(sessionId);
	}

	/** Patches sent so far to this audience. */
	sharedTo(audience: Audience): readonly SharedPatch[] {
		return this.#shared.filter((sent) => sent.audience === audience).map(({ patch }) => patch);
	}

	/** Own patches sent so far to this identity. */
	ownTo({ key }: Identity): readonly OwnPatch[] {
		return this.#own.filter(({ identity }) => identity === key).map(({ patch }) => patch);
	}

	get count(): number {
		return this.#shared.length + this.#own.length;
	}
}

/** A participant on one browser, which holds a key of its own. */
export function identityFor(who: Who, browser = 'browser'): Identity {
	const id = participationId(who);
	return { key: `${id}/${browser}`, participationId: id, proofOf: proofWith(`key of ${who}`) };
}

/** The secret in the cookie of a participant of `keepStory`. */
export function tokenOf(sessionId: string, who: Who): string {
	return `token of ${who} in ${sessionId}`;
}

/** What a told worksession comes to, as a room holds it. */
export function worldOf({ state, people, events }: Story): World {
	return { state, people, version: events.length };
}

/** Writes a told worksession into a store under this id, with everyone who joined. */
export async function keepStory(
	store: Store,
	sessionId: string,
	story: Story,
	code = `CODE-${sessionId}`
): Promise<void> {
	const people = [...story.people.names].map(([id, name]) => {
		const who = id.replace(participationId(''), '');
		return { participationId: id, name, tokenHash: hashOf(tokenOf(sessionId, who)) };
	});
	await store.append([
		{
			sessionId,
			expectedVersion: 0,
			at: story.now,
			commands: [{ commandId: `all of ${sessionId}`, events: story.events }],
			creation: {
				code,
				screenTokenHash: hashOf(`screen of ${sessionId}`),
				isTrial: false,
				madeBy: null
			},
			summary: summaryOf(story.state),
			people,
			merged: [],
			taken: null,
			fixedRecord: null
		}
	]);
}

const nextCommandId = shuffledIds();

/** A command on its way, with its answers. */
export interface Asked {
	readonly request: Request;
	readonly answers: Answer[];
}

export function ask(who: Who, command: Command, over: Partial<Request> & { commandId?: string } = {}): Asked {
	const { commandId = `command-${nextCommandId()}`, ...rest } = over;
	const answers: Answer[] = [];
	const request: Request = {
		actor: actorFor(who),
		envelope: { commandId, command },
		proofOf: proofWith(`key of ${who}`),
		newPerson: null,
		answer: (answer) => void answers.push(answer),
		...rest
	};
	return { request, answers };
}

/** The production rooms on a store, with a clock and turns that move by hand. */
export class LiveRooms {
	readonly clockwork = new Clockwork();
	readonly outgoing = new Outgoing();
	readonly faults: string[] = [];
	readonly store: Store;
	readonly rooms: Rooms;

	constructor(store: Store = memoryStore()) {
		this.store = store;
		this.rooms = new Rooms({
			store,
			system: this.clockwork.system,
			transport: this.outgoing,
			onFault: (error, where) => {
				this.faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
				return `fault-${this.faults.length}`;
			}
		});
	}

	/** Hands a command over; nothing happens before `settle`. */
	submit(sessionId: string, ...asked: Parameters<typeof ask>): Asked {
		const one = ask(...asked);
		this.rooms.submit(sessionId, one.request);
		return one;
	}

	/** Hands a command over and gives its answer. */
	async act(sessionId: string, ...asked: Parameters<typeof ask>): Promise<Answer> {
		const { answers } = this.submit(sessionId, ...asked);
		await this.settle();
		const [answer] = answers;
		if (!answer || answers.length > 1)
			throw new Error(`A command is answered once, not ${answers.length} times`);
		return answer;
	}

	settle(): Promise<void> {
		return this.clockwork.settle();
	}
}
