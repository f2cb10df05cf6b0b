import { gunzipSync } from 'node:zlib';
import type { Facts } from '#lib/domain/day/facts.ts';
import { paperDay, type PaperCard } from '#lib/domain/day/paper-day.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { NAME_LENGTH_MAX } from '#lib/domain/limits.ts';
import { accept, reject, type Outcome } from '#lib/domain/outcome.ts';
import { worksessionFrom } from '#lib/domain/record/record-brought-in.ts';
import type { RecordFault } from '#lib/domain/record/record-fault.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { textOf } from '#lib/export/cards-beforehand.ts';
import { parseRecord } from '#lib/export/parse-record.ts';
import { RECORD_FILE_BYTES_MAX } from '#lib/export/record-file.ts';
import { momentOf } from '#lib/i18n/calendar.ts';
import { municipalitiesText } from '#lib/i18n/names.ts';
import { fixedRecord } from './room.ts';
import type { NewPerson, Store } from './store/store.ts';
import { sha256, type System } from './system.ts';
import type { Worksessions } from './worksessions.ts';

/** A worksession of paper, with the id that the form was given: sent twice it is one worksession. */
export interface PaperWorksession {
	readonly sessionId: string;
	readonly facts: Facts;
	readonly cards: readonly PaperCard[];
}

/** Why the file of a record cannot become a worksession. */
type RecordRefusal = RecordFault | 'no-record' | 'already-there';

interface WholeWorksession {
	readonly state: Worksession;
	readonly commands: readonly { readonly commandId: string; readonly events: readonly WorksessionEvent[] }[];
	readonly people: readonly NewPerson[];
}

/** Brings in worksessions that were held elsewhere: each at once and closed, or nothing of it. */
export class BringingIn {
	readonly #store: Store;
	readonly #worksessions: Worksessions;
	readonly #system: System;

	constructor(parts: { store: Store; worksessions: Worksessions; system: System }) {
		this.#store = parts.store;
		this.#worksessions = parts.worksessions;
		this.#system = parts.system;
	}

	/** A closed worksession of what was written on paper; nothing of it is kept when the rules refuse something. */
	async paper(
		paper: PaperWorksession,
		madeBy: string
	): Promise<Outcome<string, Rejection | 'already-there'>> {
		const { sessionId } = paper;
		const { newId, now } = this.#system;
		const { date, startsAt } = paper.facts;
		const heldAt = date === null ? now() : momentOf(date, startsAt);
		const by = { sessionId, accountId: madeBy, now: heldAt, newId, nameOf: writerName };
		const played = paperDay(paper, by);
		if (!played.ok) return played;
		const people = played.value.people.map((person) => ({ ...person, tokenHash: null }));
		const isKept = await this.#keep({ ...played.value, people }, madeBy);
		return isKept ? accept(sessionId) : reject('already-there');
	}

	/** The closed worksession of which this is the record, as JSON or that in gzip, under its own id. */
	async record(file: Uint8Array, madeBy: string): Promise<RecordBroughtIn> {
		const json = recordText(file);
		const parsed = json === null ? null : parseRecord(json);
		if (json === null || !parsed?.ok) return reject('no-record');
		const from = { sha256: sha256(json), at: this.#system.now(), accountId: madeBy };
		const played = worksessionFrom(parsed.record, from);
		if (!played.ok) return played;
		const { state, events } = played.value;
		const commands = [{ commandId: this.#system.newId(), events }];
		const isKept = await this.#keep({ state, commands, people: [] }, madeBy);
		return isKept ? accept(state.id) : { ok: false, rejection: 'already-there', sessionId: state.id };
	}

	/** False when there is a worksession of this id. */
	async #keep({ state, commands, people }: WholeWorksession, madeBy: string): Promise<boolean> {
		const { now } = this.#system;
		const { id, isTrial } = state;
		if (await this.#store.worksession(id)) return false;
		const [result] = await this.#store.append([
			{
				sessionId: id,
				expectedVersion: 0,
				at: now(),
				commands,
				creation: this.#worksessions.creation(id, { isTrial, madeBy }),
				summary: summaryOf(state),
				people,
				merged: [],
				taken: null,
				fixedRecord: fixedRecord(state, now())
			}
		]);
		return result === 'appended';
	}
}

export type RecordBroughtIn =
	| { readonly ok: true; readonly value: string }
	| { readonly ok: false; readonly rejection: Exclude<RecordRefusal, 'already-there'> }
	| { readonly ok: false; readonly rejection: 'already-there'; readonly sessionId: string };

/** Null for what is no text in UTF-8, or longer than a record may be once it is unpacked. */
function recordText(file: Uint8Array): string | null {
	const isPacked = file[0] === 0x1f && file[1] === 0x8b;
	const bytes = isPacked ? unpacked(file) : file;
	return bytes && bytes.length <= RECORD_FILE_BYTES_MAX ? textOf(bytes) : null;
}

/** Whatever is wrong with what somebody sends, it is no file of ours. */
function unpacked(file: Uint8Array): Uint8Array | null {
	try {
		return gunzipSync(file, { maxOutputLength: RECORD_FILE_BYTES_MAX });
	} catch (error) {
		if (error instanceof Error) return null;
		throw error;
	}
}

function writerName(municipalities: readonly string[]): string {
	return municipalitiesText(municipalities).slice(0, NAME_LENGTH_MAX);
}
