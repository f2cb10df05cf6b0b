import { CORE_VERSION } from '#lib/domain/core-codes.ts';
import type { Facts } from '#lib/domain/day/facts.ts';
import type { EventOf, WorksessionEvent } from '#lib/domain/events.ts';
import { keptRecord } from '#lib/domain/record/later-fields.ts';
import { intakeRecord, recordJson, type IntakeRecord } from '#lib/domain/record/record.ts';
import type { BroughtInFrom } from '#lib/domain/record/brought-in.ts';
import { recordChanges, type RecordChanges } from '#lib/domain/record/record-changes.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { copyOf, dayFrom, planOf, standardPlan, type TemplatePlan } from '#lib/domain/day/template.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { ownView } from '#lib/domain/visibility/own-view.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AuthorVisibility, Group } from '#lib/domain/vocabulary.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { FreshView } from '#lib/protocol/messages.ts';
import { newCode } from './access/codes.ts';
import { derivedToken, hashOf } from './access/tokens.ts';
import type { Visitor } from './access/visitors.ts';
import type { PresenceBoard } from './presence-board.ts';
import type { Rooms } from './rooms.ts';
import type { Creation, FixedRecord, Store } from './store/store.ts';
import type { System } from './system.ts';

export interface NewWorksession {
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	readonly isTrial: boolean;
	/** The account whose worksession it is; null when it is the organisers'. */
	readonly madeBy: string | null;
	/** The day to start from; null is the programme's own for this group. */
	readonly plan: TemplatePlan | null;
}

/** A record to read: as it was fixed, or drawn now from a worksession that is still open. */
export interface ReadableRecord {
	readonly record: IntakeRecord;
	readonly json: string;
	readonly fixed: Omit<FixedRecord, 'json'> | null;
}

/** A version of a record, with what it made different from the one before. */
export interface KeptVersion extends Omit<FixedRecord, 'json'> {
	readonly status: IntakeRecord['session']['status'];
	readonly reason: string;
	readonly changes: RecordChanges;
}

/** Worksessions as a whole: made, looked at by pages, written down, removed. */
export class Worksessions {
	readonly #store: Store;
	readonly #rooms: Rooms;
	readonly #presence: PresenceBoard;
	readonly #system: System;
	readonly #secret: string;

	constructor(parts: {
		store: Store;
		rooms: Rooms;
		presence: PresenceBoard;
		system: System;
		secret: string;
	}) {
		this.#store = parts.store;
		this.#rooms = parts.rooms;
		this.#presence = parts.presence;
		this.#system = parts.system;
		this.#secret = parts.secret;
	}

	/** Prepares a worksession and gives its id. */
	async prepare({ facts, authorVisibility, isTrial, plan, madeBy }: NewWorksession): Promise<string> {
		const day = dayFrom(plan ?? standardPlan(facts.group), this.#system.newId);
		return this.#write(
			{ isTrial, facts, authorVisibility, ...day, steps: [], examples: [], tables: [] },
			madeBy
		);
	}

	/** By what a new worksession is found, and whose it is. */
	creation(sessionId: string, made: Pick<Creation, 'isTrial' | 'madeBy'>): Creation {
		return { code: newCode(), screenTokenHash: hashOf(this.screenToken(sessionId)), ...made };
	}

	/** A worksession with the day, the process, the examples and the tables of another, and nothing that people brought in. Null when there is none. */
	async duplicate(sessionId: string, title: string, madeBy: string | null): Promise<string | null> {
		const room = await this.#rooms.open(sessionId);
		if (!room) return null;
		const { state } = room.world;
		const { isTrial, authorVisibility } = state;
		const facts = { ...state.facts, title, date: null };
		return this.#write({ isTrial, facts, authorVisibility, ...copyOf(state, this.#system.newId) }, madeBy);
	}

	/** The day of a worksession as a template keeps it, and for whom it is. Null when there is none. */
	async plan(sessionId: string): Promise<{ readonly plan: TemplatePlan; readonly group: Group } | null> {
		const room = await this.#rooms.open(sessionId);
		return room && { plan: planOf(room.world.state), group: room.world.state.facts.group };
	}

	async #write(
		preparation: Omit<EventOf<'WorksessionPrepared'>, 'type'>,
		madeBy: string | null
	): Promise<string> {
		const { newId, now } = this.#system;
		const sessionId = newId();
		const prepared: WorksessionEvent = {
			type: 'WorksessionPrepared',
			codeBookVersion: CORE_VERSION,
			...preparation
		};
		const { isTrial } = preparation;
		await this.#store.append([
			{
				sessionId,
				expectedVersion: 0,
				at: now(),
				commands: [{ commandId: newId(), events: [prepared] }],
				creation: this.creation(sessionId, { isTrial, madeBy }),
				summary: summaryOf(evolve(initialState(sessionId), prepared)),
				people: [],
				merged: [],
				taken: null,
				fixedRecord: null
			}
		]);
		return sessionId;
	}

	/** The secret of the link that opens the screen on another device. */
	screenToken(sessionId: string): string {
		return derivedToken(this.#secret, `screen:${sessionId}`);
	}

	/** What a page shows before its socket is there. Null when there is no such worksession. */
	async look({ sessionId, audience, identity }: Visitor): Promise<FreshView | null> {
		const room = await this.#rooms.open(sessionId);
		if (!room) return null;
		const { state, people, version } = room.world;
		return {
			version,
			shared: sharedView(state, people, audience),
			ownSeq: 0,
			own: identity && ownView(state, people, identity.participationId, identity.proofOf),
			presence: this.#presence.of(sessionId, audience),
			attendance: attendanceOf(state),
			serverNow: this.#system.now()
		};
	}

	async record(sessionId: string): Promise<ReadableRecord | null> {
		const fixed = await this.#store.fixedRecord(sessionId);
		if (fixed) {
			const { json, ...rest } = fixed;
			return { record: keptRecord(json), json, fixed: rest };
		}
		const room = await this.#rooms.open(sessionId);
		if (!room) return null;
		const record = intakeRecord(room.world.state);
		return { record, json: recordJson(record), fixed: null };
	}

	/** From which file it came, when and by whom; null for a worksession that was held here. */
	async broughtInFrom(sessionId: string): Promise<BroughtInFrom | null> {
		const room = await this.#rooms.open(sessionId);
		const broughtIn = room?.world.state.broughtIn;
		if (!broughtIn) return null;
		const { sha256, at, accountId } = broughtIn;
		return { sha256, at, accountId };
	}

	/** Every version of a record, oldest first; none while the worksession is open. */
	async versions(sessionId: string): Promise<readonly KeptVersion[]> {
		const [earlier, last] = await Promise.all([
			this.#store.earlierRecords(sessionId),
			this.#store.fixedRecord(sessionId)
		]);
		const kept = last ? [...earlier, last] : [];
		const records = kept.map(({ json }) => keptRecord(json));
		return kept.map(({ json: _, ...fixed }, index) => {
			const record = records[index] as IntakeRecord;
			const { status, statusReason: reason } = record.session;
			return { ...fixed, status, reason, changes: recordChanges(records[index - 1] ?? record, record) };
		});
	}

	/** A version before the last one, or the last one; null when there is no such version. */
	async version(sessionId: string, number: number): Promise<FixedRecord | null> {
		const last = await this.#store.fixedRecord(sessionId);
		if (last?.version === number) return last;
		const earlier = await this.#store.earlierRecords(sessionId);
		return earlier.find(({ version }) => version === number) ?? null;
	}

	async remove(sessionId: string): Promise<void> {
		this.#rooms.forget(sessionId);
		await this.#store.removeWorksession(sessionId);
	}
}
