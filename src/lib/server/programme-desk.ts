import type { ProgrammeCommand, ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import {
	decideProgramme,
	EMPTY_PROGRAMME,
	evolveProgramme,
	type Programme
} from '#lib/domain/programme/programme.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { dateAt } from '#lib/i18n/calendar.ts';
import type { ProgrammeStore } from './store/store.ts';
import type { System } from './system.ts';

/** Who asked, where that was somebody without an account who holds a link. */
export const BY_LINK = 'link';

/** A command of somebody who is signed in, or holds a link. */
export interface ProgrammeRequest {
	readonly commandId: string;
	readonly command: ProgrammeCommand;
	/** Id of the account, or `BY_LINK`. */
	readonly by: string;
	/** Of the closed worksessions that they may read. */
	readonly records: readonly IntakeRecord[];
}

export type ProgrammeAnswer =
	{ readonly ok: true } | { readonly ok: false; readonly rejection: ProgrammeRejection };

/** The programme as its log says, and the one place where something is added to that: one command after the other. */
export class ProgrammeDesk {
	readonly #store: Pick<ProgrammeStore, 'appendProgramme' | 'readProgramme'>;
	readonly #system: Pick<System, 'now' | 'newId'>;
	readonly #done = new Set<string>();
	#programme: Programme = EMPTY_PROGRAMME;
	#version = 0;
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		store: Pick<ProgrammeStore, 'appendProgramme' | 'readProgramme'>,
		system: Pick<System, 'now' | 'newId'>
	) {
		this.#store = store;
		this.#system = system;
	}

	/** As it is after everything that was asked before. */
	programme(): Promise<Programme> {
		return this.#inTurn(async () => {
			await this.#catchUp();
			return this.#programme;
		});
	}

	/** On disk when it resolves with yes; the same command twice is carried out once. Rejects when nothing could be written. */
	perform(request: ProgrammeRequest): Promise<ProgrammeAnswer> {
		return this.#inTurn(async () => {
			for (;;) {
				await this.#catchUp();
				const answer = await this.#attempt(request);
				if (answer !== 'stale') return answer;
			}
		});
	}

	async #attempt({ commandId, command, by, records }: ProgrammeRequest): Promise<ProgrammeAnswer | 'stale'> {
		if (this.#done.has(commandId)) return { ok: true };
		const { now, newId } = this.#system;
		const at = now();
		const decided = decideProgramme(this.#programme, command, {
			now: at,
			day: dateAt(at),
			newId,
			records
		});
		if (!decided.ok) return decided;
		if (decided.value.length === 0) return { ok: true };
		const appended = await this.#store.appendProgramme(this.#version, {
			commandId,
			at,
			by,
			events: decided.value
		});
		if (appended === 'stale') return 'stale';
		await this.#catchUp();
		return { ok: true };
	}

	/** What the log has more than we know, also after a write whose answer was lost. */
	async #catchUp(): Promise<void> {
		for (const { version, commandId, ...fact } of await this.#store.readProgramme(this.#version)) {
			this.#programme = evolveProgramme(this.#programme, fact);
			this.#version = version;
			this.#done.add(commandId);
		}
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.#last.then(work, work);
		this.#last = mine;
		return mine;
	}
}
