import type { Server } from 'socket.io';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import { AUDIENCES, type Audience } from '#lib/domain/vocabulary.ts';
import type { ClientToServer, OwnPatch, ServerToClient, SharedPatch } from '#lib/protocol/messages.ts';
import { toWire } from '#lib/protocol/wire.ts';
import { hashOf } from './access/tokens.ts';
import type { Visitor } from './access/visitors.ts';
import { PresenceBoard } from './presence-board.ts';
import type { System } from './system.ts';
import type { Transport } from './viewers.ts';

export type WaaierServer = Server<
	ClientToServer,
	ServerToClient,
	Record<string, never>,
	{ visitor: Visitor }
>;

/** Patches as broadcasts to socket.io rooms: encoded once per audience, however many look. */
export class SocketTransport implements Transport {
	readonly #presence: PresenceBoard;
	#io: WaaierServer | null = null;

	constructor(system: System) {
		this.#presence = new PresenceBoard(system, {
			presence: (sessionId, audience, presence) =>
				this.#io?.to(audienceRoom(sessionId, audience)).emit('presence', presence),
			attendance: (sessionId, attendance) =>
				this.#io
					?.to(AUDIENCES.map((audience) => audienceRoom(sessionId, audience)))
					.emit('attendance', attendance)
		});
	}

	/** Who is connected now. */
	get presence(): PresenceBoard {
		return this.#presence;
	}

	attach(io: WaaierServer): void {
		this.#io = io;
	}

	shared(sessionId: string, audience: Audience, { from, to, patch }: SharedPatch): void {
		const { changed, gone } = toWire(patch);
		const room = this.#io?.to(audienceRoom(sessionId, audience));
		if (gone) room?.emit('patch', to, to - from, changed, gone);
		else room?.emit('patch', to, to - from, changed);
	}

	own(sessionId: string, identity: string, patch: OwnPatch): void {
		this.#io?.to(ownRoom(sessionId, identity)).emit('own', patch);
	}

	attendance(sessionId: string, attendance: Attendance): void {
		this.#presence.setAttendance(sessionId, attendance);
	}

	endPerson(sessionId: string, participationId: string): void {
		this.#io?.in(personRoom(sessionId, participationId)).disconnectSockets(true);
	}

	/** Ends every connection to a worksession that is no more. */
	disconnect(sessionId: string): void {
		for (const audience of AUDIENCES) this.#io?.in(audienceRoom(sessionId, audience)).disconnectSockets(true);
	}

	/** Ends every connection of a facilitator who signed out, also in tabs that stayed open. A screen stays: it acts never. */
	signedOut(signIn: string): void {
		this.#io?.in(signInRoom(signIn)).disconnectSockets(true);
	}

	/** Ends every connection of an account whose rights changed; browsers come back by themselves and are admitted anew, or not. */
	rightsChanged(accountId: string): void {
		this.#io?.in(accountRoom(accountId)).disconnectSockets(true);
	}
}

export function audienceRoom(sessionId: string, audience: Audience): string {
	return `${sessionId}/${audience}`;
}

export function ownRoom(sessionId: string, identity: string): string {
	return `${sessionId}/own/${identity}`;
}

/** All browsers of one person. */
export function personRoom(sessionId: string, participationId: string): string {
	return `${sessionId}/person/${participationId}`;
}

/** By the hash of the secret, as everywhere outside the cookie itself. */
export function signInRoom(signIn: string): string {
	return `sign-in/${hashOf(signIn)}`;
}

export function accountRoom(accountId: string): string {
	return `account/${accountId}`;
}
