import { OWN_PURSE } from '#lib/domain/choose/ballots.ts';
import type { Context } from '#lib/domain/commands.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { own } from '#lib/domain/keyed.ts';
import { attendanceOf, type Attendance } from '#lib/domain/visibility/attendance.ts';
import { ownView, type OwnView } from '#lib/domain/visibility/own-view.ts';
import type { People } from '#lib/domain/visibility/people.ts';
import { sharedView, type SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';
import { diff } from '#lib/protocol/patch.ts';

/** Where patches go. The gateway gives them to socket.io rooms, the simulation to its network. */
export interface Transport {
	shared(sessionId: string, audience: Audience, patch: SharedPatch): void;
	own(sessionId: string, identity: string, patch: OwnPatch): void;
	/** Who has joined, whenever that changes; whoever passes it on may skip all but the last of a moment. */
	attendance(sessionId: string, attendance: Attendance): void;
	/** Ends every connection of a person who was sent away, or who turned out to be somebody else; the latter comes back as that one. */
	endPerson(sessionId: string, participationId: string): void;
	/** Ends every connection to a worksession; browsers come back by themselves and get a fresh view. */
	disconnect(sessionId: string): void;
}

/** What of a worksession has gone out: a state with the names that belong to it. */
export interface World {
	readonly state: Worksession;
	readonly version: number;
	readonly people: People;
}

/** Somebody with an own view. A participant who comes back without their key sees no fully anonymous cards as their own. */
export interface Identity {
	/** Same for all tabs of one browser. */
	readonly key: string;
	readonly participationId: string;
	readonly proofOf: Context['proofOf'];
}

interface SentOwn {
	readonly identity: Identity;
	connections: number;
	view: OwnView | null;
	/** Counts the own patches, so that a browser notices a missed one. */
	seq: number;
}

interface SentShared {
	connections: number;
	version: number;
	view: SharedView;
}

/**
 * Who looks at a room, and what each last received. One patch per audience is computed and sent for all of it; own patches go
 * to those whose part changed. Audiences without a connection cost nothing.
 */
export class Viewers {
	readonly #sessionId: string;
	readonly #transport: Transport;
	readonly #shared = new Map<Audience, SentShared>();
	readonly #own = new Map<string, SentOwn>();
	#attendance: Attendance | null = null;
	/** As last looked through for who is gone. */
	#participations: Worksession['participations'] | null = null;

	constructor(sessionId: string, transport: Transport) {
		this.#sessionId = sessionId;
		this.#transport = transport;
	}

	get isEmpty(): boolean {
		return this.#shared.size === 0;
	}

	/** Whether somebody of this audience looks. */
	has(audience: Audience): boolean {
		return this.#shared.has(audience);
	}

	/** Adds a connection. Until it leaves, what changes is sent. */
	enter(world: World, audience: Audience, identity: Identity | null): void {
		const shared = this.#shared.get(audience) ?? this.#firstLook(world, audience);
		shared.connections += 1;
		if (!identity) return;
		const own = this.#own.get(identity.key) ?? this.#firstOwnLook(world, identity);
		own.connections += 1;
	}

	leave(audience: Audience, identity: Identity | null): void {
		const shared = this.#shared.get(audience);
		if (shared && --shared.connections === 0) this.#shared.delete(audience);
		const own = identity && this.#own.get(identity.key);
		if (own && --own.connections === 0) this.#own.delete(own.identity.key);
	}

	/** What this audience and person have been sent so far: the base on which the next patch fits. */
	sent(audience: Audience, identity: Identity | null): SentViews {
		const shared = this.#shared.get(audience);
		if (!shared) throw new Error('Broken promise: a connection enters before it looks');
		const own = identity && this.#own.get(identity.key);
		return { version: shared.version, shared: shared.view, ownSeq: own?.seq ?? 0, own: own?.view ?? null };
	}

	/** Sends what changed. `events` and `actors` only say whose own view to look at. */
	publish(world: World, events: readonly WorksessionEvent[], actors: ReadonlySet<string>): void {
		this.#endGone(world);
		this.#publishAttendance(world);
		for (const [audience, sent] of this.#shared) this.#publishShared(world, audience, sent);
		const isForAll = events.some(changesOthersOwn);
		for (const [key, sent] of this.#own)
			if (isForAll || actors.has(sent.identity.participationId)) this.#publishOwn(world, key, sent);
	}

	/** Sends whatever differs from what was sent, to everyone. */
	publishAll(world: World): void {
		this.#endGone(world);
		this.#publishAttendance(world);
		for (const [audience, sent] of this.#shared) this.#publishShared(world, audience, sent);
		for (const [key, sent] of this.#own) this.#publishOwn(world, key, sent);
	}

	/**
	 * Before anything else is sent, so that whoever was sent away or is somebody else now gets no frame more. Told by the state and not
	 * by events, because after a write whose answer was lost there is only the state.
	 */
	#endGone({ state: { participations } }: World): void {
		if (participations === this.#participations) return;
		this.#participations = participations;
		const lookingOn = [...this.#own.values()].map(({ identity }) => identity.participationId);
		for (const id of new Set(lookingOn))
			if (!own(participations, id)) this.#transport.endPerson(this.#sessionId, id);
	}

	/** Nobody who is not looking is told. */
	#publishAttendance({ state }: World): void {
		const attendance = attendanceOf(state);
		if (attendance === this.#attendance) return;
		this.#attendance = attendance;
		if (!this.isEmpty) this.#transport.attendance(this.#sessionId, attendance);
	}

	#publishShared(world: World, audience: Audience, sent: SentShared): void {
		const view = sharedView(world.state, world.people, audience);
		const patch = diff(sent.view, view);
		sent.view = view;
		if (!patch) return;
		const from = sent.version;
		sent.version = world.version;
		this.#transport.shared(this.#sessionId, audience, { from, to: world.version, patch });
	}

	#publishOwn(world: World, key: string, sent: SentOwn): void {
		const { participationId, proofOf } = sent.identity;
		const view = ownView(world.state, world.people, participationId, proofOf);
		const patch = diff(sent.view, view);
		sent.view = view;
		if (!patch) return;
		sent.seq += 1;
		this.#transport.own(this.#sessionId, key, { seq: sent.seq, patch });
	}

	#firstLook(world: World, audience: Audience): SentShared {
		const view = sharedView(world.state, world.people, audience);
		const sent = { connections: 0, version: world.version, view };
		this.#shared.set(audience, sent);
		return sent;
	}

	#firstOwnLook({ state, people }: World, identity: Identity): SentOwn {
		const view = ownView(state, people, identity.participationId, identity.proofOf);
		const sent = { identity, connections: 0, view, seq: 0 };
		this.#own.set(identity.key, sent);
		return sent;
	}
}

export interface SentViews {
	readonly version: number;
	readonly shared: SharedView;
	readonly ownSeq: number;
	readonly own: OwnView | null;
}

/**
 * Acts that reach into other people’s own views: a pinned card, a step that is gone, dots that moved or ended with their card, a
 * text that was taken away, what was said of an idea that is gone, a hand whose turn came, ready signs that end with their stage, a seat at another table.
 */
export const CHANGES_OTHERS_OWN: ReadonlySet<WorksessionEvent['type']> = new Set([
	'RoundChanged',
	'PersonRemoved',
	'PeopleMerged',
	'TableRemoved',
	'PeopleSeated',
	'HostSet',
	'HandLowered',
	'StageMoved',
	'StepAdded',
	'StepRemoved',
	'ItemsPinned',
	'ClusterMade',
	'CardsClustered',
	'CardsTakenOut',
	'CardWithdrawn',
	'CardRedacted',
	'TextRedacted',
	'GoneRedacted',
	'IdeaRemoved',
	'ClusterTakenApart',
	'VoteStarted',
	'WorksessionClosed',
	'ValidationSent'
]);

/** Whether somebody else's own view may be another after this. Dots matter to those who share the budget, answers to those who share the sheet. */
export function changesOthersOwn(event: WorksessionEvent): boolean {
	if (event.type === 'DotPlaced' || event.type === 'DotTaken') return event.purse !== OWN_PURSE;
	if (event.type === 'RatingGiven') return event.voices.some((voice) => voice !== OWN_PURSE);
	return CHANGES_OTHERS_OWN.has(event.type);
}
