import type { ProgrammeResult } from '#lib/client/programme-acts.ts';
import type { DossierVersion } from '#lib/protocol/dossier-version.ts';
import type { DossierFacts } from '#lib/domain/programme/dossier-facts.ts';
import type { ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import { Draft, type SaveAnswer, type SaveState } from '../primitives/draft.svelte.ts';
import { browserTimers, type Timers } from '../primitives/timers.ts';

type Part = keyof DossierFacts;
type Parts = Partial<DossierFacts>;

/** Some parts, and what they said when they were changed here. */
interface Change {
	readonly changes: Parts;
	readonly from: Parts;
}

/** Saves parts of a dossier, where they say still what they said. */
export type SaveDossier = (changes: Parts, from: Parts) => Promise<ProgrammeResult>;

interface Server {
	/** What it holds, as this page was told last. */
	readonly current: () => DossierFacts;
	/** The number of that. */
	readonly version: () => number;
	readonly save: SaveDossier;
	/** Asks it again. */
	readonly refresh: () => Promise<void>;
}

/**
 * A dossier that is being filled, maybe by somebody else at the same time. Only what changed here is sent. Where both wrote in one part,
 * what was typed here stays in its field and is sent no more, until who typed it chooses.
 */
export class DossierDesk {
	readonly #draft: Draft<DossierFacts, Change, ProgrammeRejection>;
	readonly #server: Server;
	/** What both wrote, as it is here. */
	#mine: Parts = $state.raw({});
	/** What the server is known to hold. */
	#known: DossierFacts;
	/** What each part that was changed here and is not kept yet said before: what was seen when somebody began to type. */
	#before: Parts = {};
	/** Who saved it last beside whoever is at this page, as far as that was asked. */
	lastOther: DossierVersion | null = $state.raw(null);
	#isLooking = false;
	/** Parts that somebody else changed while this page was open. */
	others: readonly Part[] = $state.raw([]);

	constructor(server: Server, timers: Timers = browserTimers) {
		this.#server = server;
		this.#known = server.current();
		const source = {
			current: server.current,
			command: (_: DossierFacts, changed: Parts) => this.#sendable(changed)
		};
		const act = (change: Change) => this.#act(change);
		this.#draft = new Draft(source, { act, wouldRefuse: () => null }, timers);
	}

	/** What the fields show. */
	get value(): DossierFacts {
		return { ...this.#draft.value, ...this.#mine };
	}

	get state(): SaveState {
		return this.clashes.length > 0 && this.#draft.state === 'saved' ? 'unsaved' : this.#draft.state;
	}

	get rejection(): ProgrammeRejection | null {
		return this.#draft.rejection;
	}

	/** Parts of which one has to choose whose words stay. */
	get clashes(): readonly Part[] {
		return partsOf(this.#mine);
	}

	/** What somebody else wrote there. */
	get theirs(): DossierFacts {
		return this.#server.current();
	}

	change(changes: Parts): void {
		const clashing = partsOf(changes).filter((part) => part in this.#mine);
		if (clashing.length > 0) this.#mine = { ...this.#mine, ...pick(changes, clashing) };
		const free = partsOf(changes).filter((part) => !(part in this.#mine));
		const begun = free.filter((part) => !(part in this.#before));
		this.#before = { ...this.#before, ...pick(this.value, begun) };
		if (free.length > 0) this.#draft.change(pick(changes, free));
	}

	save(): Promise<void> {
		return this.#draft.save();
	}

	/**
	 * Whether somebody else saved it meanwhile, and who; what they changed is shown, but in what is being typed here. Never rejects.
	 * It waits for a save that is under way: what that saves is no news.
	 */
	async look(ask: (known: number) => Promise<DossierVersion | null>): Promise<void> {
		if (this.#isLooking || this.#isSaving) return;
		this.#isLooking = true;
		try {
			const newer = await ask(this.#server.version());
			if (!newer || newer.version <= this.#server.version() || this.#isSaving) return;
			await this.#lookAround({});
			if (this.others.length > 0) this.lastOther = newer;
		} catch {
			// The page could not be asked again: the next look finds the same version.
		} finally {
			this.#isLooking = false;
		}
	}

	/** What was typed here takes the place of what somebody else wrote, or the other way round. */
	choose(part: Part, whose: 'mine' | 'theirs'): void {
		const chosen = whose === 'mine' ? pick(this.#mine, [part]) : pick(this.theirs, [part]);
		this.#mine = pick(
			this.#mine,
			this.clashes.filter((other) => other !== part)
		);
		this.#before = { ...this.#before, ...pick(this.theirs, [part]) };
		this.#draft.change(chosen);
	}

	get #isSaving(): boolean {
		return this.#draft.state === 'saving';
	}

	/** What can be sent: not what one still has to choose about, of which the newest words are kept here. */
	#sendable(changed: Parts): Change {
		const clashing = partsOf(changed).filter((part) => part in this.#mine);
		if (clashing.length > 0) this.#mine = { ...this.#mine, ...pick(changed, clashing) };
		const parts = partsOf(changed).filter((part) => !clashing.includes(part));
		const from = pick(this.#before, parts);
		this.#before = { ...this.#before, ...pick(changed, parts) };
		return { changes: pick(changed, parts), from };
	}

	async #act(change: Change): Promise<SaveAnswer<ProgrammeRejection>> {
		if (partsOf(change.changes).length === 0) return { ok: true };
		const result = await this.#server.save(change.changes, change.from);
		if (result.type === 'done') {
			this.#settle(change.changes);
			await this.#lookAround(change.changes);
			return { ok: true };
		}
		if (result.type === 'refused' && result.rejection === 'dossier-part-changed') {
			await this.#lookAround({});
			return this.#act(this.#withoutClashes(change));
		}
		this.#before = { ...this.#before, ...change.from };
		return result.type === 'refused' ? { ok: false, rejection: result.rejection } : { ok: false, fault: '' };
	}

	/** What is kept, and was not changed again meanwhile, is nothing that somebody here is still changing. */
	#settle(saved: Parts): void {
		const isLeft = (part: Part) => !(part in saved) || !isSame(this.#draft.value[part], saved[part]);
		this.#before = pick(this.#before, partsOf(this.#before).filter(isLeft));
	}

	/** What says something else by now stays here; the rest can be sent. */
	#withoutClashes({ changes, from }: Change): Change {
		const now = this.#known;
		const clashing = partsOf(changes).filter(
			(part) => !isSame(now[part], from[part]) && !isSame(now[part], changes[part])
		);
		this.#mine = { ...this.#mine, ...pick(this.#draft.value, clashing) };
		this.#before = pick(
			this.#before,
			partsOf(this.#before).filter((part) => !clashing.includes(part))
		);
		const rest = partsOf(changes).filter((part) => !clashing.includes(part));
		return { changes: pick(changes, rest), from: pick(now, rest) };
	}

	/** What the server holds by now, and which parts somebody else changed since. */
	async #lookAround(saved: Parts): Promise<void> {
		const expected = { ...this.#known, ...saved };
		await this.#server.refresh();
		const now = this.#server.current();
		const isTypedHere = (part: Part) => part in this.#before && isSame(now[part], this.#draft.value[part]);
		const isNew = (part: Part) =>
			!this.others.includes(part) && !isSame(now[part], expected[part]) && !isTypedHere(part);
		this.others = [...this.others, ...partsOf(now).filter(isNew)];
		this.#known = now;
		this.#draft.settle();
	}
}

function partsOf(parts: Parts): readonly Part[] {
	return Object.keys(parts) as readonly Part[];
}

function pick(from: Parts, parts: readonly Part[]): Parts {
	return Object.fromEntries(parts.map((part) => [part, from[part]]));
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
