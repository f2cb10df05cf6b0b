import type { WorksessionEvent } from '#lib/domain/events.ts';
import type { WorksessionSummary } from '#lib/domain/record/summary.ts';
import type { Taken } from '#lib/domain/card/redacted-log.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { AccountStore } from './accounts.ts';
import type { ProgrammeStore } from './programme.ts';
import type { SearchStore } from './search.ts';

export type * from './accounts.ts';
export type * from './programme.ts';
export type * from './search.ts';

/**
 * What Waaier asks of a database. Async throughout, so that PostgreSQL is a second adapter and not a rewrite. One contract suite
 * (`tests/contract`) says what every adapter must do.
 *
 * Times are epoch milliseconds; versions count the events of a worksession from 1; 0 is "no event yet".
 */
export interface Store extends AccountStore, ProgrammeStore, SearchStore {
	/**
	 * Adds to the logs of any number of worksessions in ONE transaction, on disk when the promise resolves. Per worksession either
	 * everything is written or, when its version is no longer the expected one, nothing (`'stale'`). Rejects when nothing was written.
	 */
	append(batch: readonly Append[]): Promise<readonly AppendResult[]>;
	/** Events after a version, oldest first. */
	read(sessionId: string, afterVersion: number): Promise<readonly StoredEvent[]>;
	/** Which of these commands were carried out before, with the version they led to. */
	answered(sessionId: string, commandIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
	/** Keeps a state so that opening does not cost the length of the history; a later one replaces an earlier one. */
	saveSnapshot(sessionId: string, snapshot: Snapshot): Promise<void>;
	snapshot(sessionId: string): Promise<Snapshot | null>;

	/** Names beside the log. */
	people(sessionId: string): Promise<readonly Person[]>;
	/** Whose participation a cookie's token (by its hash) belongs to. One person holds a token per device. */
	participationByToken(tokenHash: string): Promise<ParticipationKey | null>;
	addDeviceLink(link: DeviceLink): Promise<void>;
	/** Whom a device link lets in, while it works; null when it was used, has expired or never was. */
	deviceLinkOwner(linkHash: string, now: number): Promise<ParticipationKey | null>;
	/** Keeps a link by which a municipality answers afterwards, in place of the one it had. */
	saveValidationLink(link: ValidationLink): Promise<void>;
	/** What a link opens, while it works; null when it has expired, was replaced or never was. */
	validationLink(tokenHash: string, now: number): Promise<ValidationLink | null>;
	/** Of which municipalities there is a link, in the order of their codes. */
	validationLinks(sessionId: string): Promise<readonly Pick<ValidationLink, 'municipality' | 'expiresAt'>[]>;
	/** Uses up a device link: exactly once and only before it expires, this new token becomes one of its participation. */
	useDeviceLink(linkHash: string, tokenHash: string, now: number): Promise<ParticipationKey | null>;

	/** The worksession with this spoken code (8 characters, no hyphen, upper case), or null. */
	sessionIdByCode(code: string): Promise<string | null>;
	/** The worksession whose screen link has this token hash, or null. */
	sessionIdByScreenToken(tokenHash: string): Promise<string | null>;
	/** The worksession whose take-over code has this hash, or null. */
	sessionIdByTakeOver(codeHash: string): Promise<string | null>;
	/** Gives a worksession its next take-over code: false when `generation` does not follow the one there is. */
	renewTakeOver(sessionId: string, generation: number, codeHash: string): Promise<boolean>;
	/** All worksessions, newest planned date first, undated ones last in order of creation. */
	worksessions(): Promise<readonly WorksessionRow[]>;
	worksession(sessionId: string): Promise<WorksessionRow | null>;
	/** Removes a worksession with everything of it; used for trial sessions. */
	removeWorksession(sessionId: string): Promise<void>;
	/** The last version of the record. */
	fixedRecord(sessionId: string): Promise<FixedRecord | null>;
	/** The versions before the last one, oldest first. */
	earlierRecords(sessionId: string): Promise<readonly FixedRecord[]>;

	/** True when a write works now; for health checks and after a full disk. */
	isWritable(): Promise<boolean>;
	close(): Promise<void>;
}

export interface StoredEvent {
	readonly version: number;
	readonly event: WorksessionEvent;
}

export interface CommandEvents {
	readonly commandId: string;
	/** At least one. */
	readonly events: readonly WorksessionEvent[];
}

export interface Append {
	readonly sessionId: string;
	readonly expectedVersion: number;
	readonly at: number;
	readonly commands: readonly CommandEvents[];
	/** Given with the first append of a worksession (expectedVersion 0). */
	readonly creation: Creation | null;
	/** What lists show, kept in the same transaction. */
	readonly summary: WorksessionSummary;
	/** People who join with these events. */
	readonly people: readonly NewPerson[];
	/** Participations that become one with these events: tokens and device links of `from` go over to `into`, the name of `from` goes. */
	readonly merged: readonly Merge[];
	/**
	 * What these events take the text of away; null when nothing. In the same transaction the log, a kept state and a fixed record lose it too; no
	 * byte of it is left in the files when the promise resolves, or after the next start when the process dies before.
	 */
	readonly taken: Taken | null;
	/** The record, when these events close the worksession or make another version of it; the version before is kept beside it. */
	readonly fixedRecord: FixedRecord | null;
}

export type AppendResult = 'appended' | 'stale';

export interface Creation {
	/** Spoken code, unique over all worksessions. */
	readonly code: string;
	readonly screenTokenHash: string;
	readonly isTrial: boolean;
	/** The account whose worksession it is from its first event on; null when it is the organisers'. */
	readonly madeBy: string | null;
}

export interface Person {
	readonly participationId: string;
	readonly name: string;
}

export interface NewPerson extends Person {
	/** Of the device they joined on; null for somebody without one. */
	readonly tokenHash: string | null;
}

export interface Merge {
	readonly from: string;
	readonly into: string;
}

/** A one-time way for a participant to go on with another device. */
export interface DeviceLink extends ParticipationKey {
	readonly tokenHash: string;
	readonly expiresAt: number;
}

/** A way for a municipality to say what it thinks of what it brought in. */
export interface ValidationLink {
	readonly tokenHash: string;
	readonly sessionId: string;
	/** Its code. */
	readonly municipality: string;
	readonly expiresAt: number;
}

export interface ParticipationKey {
	readonly sessionId: string;
	readonly participationId: string;
}

export interface Snapshot {
	readonly version: number;
	/** The `STATE_FORMAT` of whoever kept it; another one cannot be read as today's `Worksession`. */
	readonly format: number;
	readonly state: Worksession;
}

export interface WorksessionRow {
	readonly id: string;
	readonly code: string;
	readonly isTrial: boolean;
	readonly createdAt: number;
	readonly version: number;
	/** How many take-over codes there have been; 0 while none was ever shown. */
	readonly takeOverGeneration: number;
	readonly summary: WorksessionSummary;
}

export interface FixedRecord {
	/** Counts the versions of this record from 1. */
	readonly version: number;
	/** The record as JSON, byte for byte as it was fixed. */
	readonly json: string;
	/** Lower-case hexadecimal SHA-256 of `json` in UTF-8. */
	readonly sha256: string;
	readonly fixedAt: number;
	/**
	 * When a text was last taken away from it, which gave it another hash; null while it is as it was fixed. The hash before is not kept:
	 * with the rest of the record it would tell whoever guesses the text that they guessed right.
	 */
	readonly redactedAt: number | null;
}
