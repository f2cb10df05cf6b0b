import * as v from 'valibot';
import type { Hold } from '#lib/domain/board/holding.ts';
import { ID_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { AUDIENCES } from '#lib/domain/vocabulary.ts';
import type { CommandEnvelope } from './commands.ts';
import type { Patch } from './patch.ts';
import type { WirePatch } from './wire.ts';

/**
 * Both directions of the socket. A change of any shape here or in `commands.ts` is a new version; a browser that speaks another
 * version is asked to reload (its draft and outbox stay).
 */
export const PROTOCOL_VERSION = 1;

/** What a browser says of itself when it connects (socket.io's `auth`). Who it is, the cookie tells. */
export const HelloSchema = v.strictObject({
	protocol: v.number(),
	sessionId: v.pipe(v.string(), v.maxLength(ID_LENGTH_MAX)),
	audience: v.picklist(AUDIENCES),
	/** Random key of this browser, by which it edits its fully anonymous cards. */
	authorKey: v.nullable(v.pipe(v.string(), v.minLength(16), v.maxLength(ID_LENGTH_MAX))),
	/** Token of a simulated participant, which has no cookie. */
	token: v.optional(v.pipe(v.string(), v.maxLength(200)))
});
export type Hello = v.InferOutput<typeof HelloSchema>;

/** The answer to a command. `ok` means: on disk. A fault is our failure; its id stands in the log. */
export type Answer =
	| { readonly ok: true; readonly version: number }
	| { readonly ok: false; readonly rejection: Rejection }
	| { readonly ok: false; readonly fault: string };

/** Who is connected now. Not stored; sent at most once a second per room. */
export interface Presence {
	/** Participants with at least one live connection. */
	readonly online: number;
	/** Of those, how many have text in an unposted card. */
	readonly writing: number;
	/** Ids of participations with a live connection; facilitators only, null for others. */
	readonly people: readonly string[] | null;
	/** Who has the regie open or left it not long ago; facilitators only, null for others. */
	readonly facilitators: readonly FacilitatorPresence[] | null;
}

export interface FacilitatorPresence {
	readonly accountId: string;
	readonly name: string;
	/** Epoch milliseconds, once the last connection has been gone for a moment; null for whoever is there. */
	readonly awaySince: number | null;
}

/** The whole present state: on joining, after a gap, after a restart. */
export interface FreshView {
	readonly version: number;
	readonly shared: SharedView;
	readonly ownSeq: number;
	readonly own: OwnView | null;
	readonly presence: Presence;
	readonly attendance: Attendance;
	/** Epoch milliseconds of the server, for the correction of the device's clock. */
	readonly serverNow: number;
}

export interface SharedPatch {
	/** The version this patch follows; another one means that the browser missed something and asks for a fresh view. */
	readonly from: number;
	readonly to: number;
	readonly patch: Patch;
}

export interface OwnPatch {
	readonly seq: number;
	readonly patch: Patch;
}

/** Why a connection is refused or ended for good. */
export const REFUSALS = [
	'protocol',
	'not-signed-in',
	'not-joined',
	'sent-away',
	'unknown-worksession',
	'too-many',
	'busy'
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface ServerToClient {
	view: (view: FreshView) => void;
	/**
	 * A `SharedPatch` in its short form (`wire.ts`): the version it leads to, how many versions that is on from the one it follows, and
	 * what changed and went.
	 */
	patch: (to: number, by: number, changed: WirePatch['changed'], gone?: WirePatch['gone']) => void;
	own: (patch: OwnPatch) => void;
	presence: (presence: Presence) => void;
	/** Who has joined, as counts; at most once a second. */
	attendance: (attendance: Attendance) => void;
	/** All that others have picked up from the board, for those who arrange; at most five times a second. */
	held: (held: readonly HeldView[]) => void;
}

export interface ClientToServer {
	command: (envelope: CommandEnvelope, answer: (answer: Answer) => void) => void;
	/** Asks for a fresh view after a gap. */
	resync: () => void;
	/** Whether an unposted card holds text; content never travels. */
	writing: (isWriting: boolean) => void;
	/** What is picked up from the board; said again while it lasts, null when it is put down. */
	hold: (hold: Hold | null) => void;
	clock: (answer: (serverNow: number) => void) => void;
}
