import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import { AUDIENCES, type Audience } from '#lib/domain/vocabulary.ts';
import type { Presence } from '#lib/protocol/messages.ts';
import { AWAY_AFTER_MS, AWAY_MS_MAX, FacilitatorsPresent } from './facilitators-present.ts';
import type { System } from './system.ts';

/** At most one message per room and second, however many come and go (O(N) per second, never O(N²)). */
const PRESENCE_INTERVAL_MS = 1000;

interface Present {
	/** Participation id → live connections. */
	readonly connections: Map<string, number>;
	readonly facilitators: FacilitatorsPresent;
	/** Connection id → whose unposted card holds text. */
	readonly writing: Map<string, string>;
	/** Who has joined, when that changed since the last message. */
	attendance: Attendance | null;
	/** Whether a message for this second is planned already. */
	isPlanned: boolean;
}

/** Where the messages go. */
interface Outlet {
	presence(sessionId: string, audience: Audience, presence: Presence): void;
	attendance(sessionId: string, attendance: Attendance): void;
}

/** Who is connected now, per worksession. Lives in memory only: presence is true or gone, never history. */
export class PresenceBoard {
	readonly #system: System;
	readonly #outlet: Outlet;
	readonly #sessions = new Map<string, Present>();

	constructor(system: System, outlet: Outlet) {
		this.#system = system;
		this.#outlet = outlet;
	}

	enter(sessionId: string, participationId: string): void {
		const present = this.#present(sessionId);
		present.connections.set(participationId, (present.connections.get(participationId) ?? 0) + 1);
		this.#plan(sessionId, present);
	}

	leave(sessionId: string, participationId: string, connectionId: string): void {
		const present = this.#present(sessionId);
		const left = (present.connections.get(participationId) ?? 0) - 1;
		if (left > 0) present.connections.set(participationId, left);
		else present.connections.delete(participationId);
		present.writing.delete(connectionId);
		this.#plan(sessionId, present);
	}

	enterFacilitator(sessionId: string, accountId: string, name: string): void {
		const present = this.#present(sessionId);
		present.facilitators.enter(accountId, name);
		this.#plan(sessionId, present);
	}

	/** The others hear of it when it lasts. */
	leaveFacilitator(sessionId: string, accountId: string): void {
		const present = this.#present(sessionId);
		if (!present.facilitators.leave(accountId, this.#system.now())) return;
		for (const ms of [AWAY_AFTER_MS, AWAY_MS_MAX])
			this.#system.later(ms, () => this.#plan(sessionId, this.#present(sessionId)));
	}

	setWriting(sessionId: string, participationId: string, connectionId: string, isWriting: boolean): void {
		const present = this.#present(sessionId);
		if (isWriting === present.writing.has(connectionId)) return;
		if (isWriting) present.writing.set(connectionId, participationId);
		else present.writing.delete(connectionId);
		this.#plan(sessionId, present);
	}

	/** Who has joined goes out with the next message, so that two hundred people who come in together cost everyone a few. */
	setAttendance(sessionId: string, attendance: Attendance): void {
		const present = this.#present(sessionId);
		present.attendance = attendance;
		this.#plan(sessionId, present);
	}

	of(sessionId: string, audience: Audience): Presence {
		const present = this.#sessions.get(sessionId);
		return {
			online: present?.connections.size ?? 0,
			writing: new Set(present?.writing.values()).size,
			people: audience === 'facilitator' ? [...(present?.connections.keys() ?? [])] : null,
			facilitators: audience === 'facilitator' ? (present?.facilitators.list(this.#system.now()) ?? []) : null
		};
	}

	#present(sessionId: string): Present {
		const known = this.#sessions.get(sessionId);
		if (known) return known;
		const present = {
			connections: new Map(),
			facilitators: new FacilitatorsPresent(),
			writing: new Map(),
			attendance: null,
			isPlanned: false
		};
		this.#sessions.set(sessionId, present);
		return present;
	}

	#plan(sessionId: string, present: Present): void {
		if (present.isPlanned) return;
		present.isPlanned = true;
		this.#system.later(PRESENCE_INTERVAL_MS, () => {
			present.isPlanned = false;
			present.facilitators.forgetLongGone(this.#system.now());
			for (const audience of AUDIENCES)
				this.#outlet.presence(sessionId, audience, this.of(sessionId, audience));
			if (present.attendance) this.#outlet.attendance(sessionId, present.attendance);
			present.attendance = null;
			if (present.connections.size === 0 && present.facilitators.isEmpty) this.#sessions.delete(sessionId);
		});
	}
}
