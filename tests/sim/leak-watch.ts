import { allCards } from '#lib/domain/card/card-table.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { own } from '#lib/domain/keyed.ts';
import { sheetsOf } from '#lib/domain/choose/rating-answers.ts';
import type { Participation } from '#lib/domain/people/participation.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import type { Card } from '#lib/domain/card/card.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Room } from '#lib/server/room.ts';
import type { CommandEvents } from '#lib/server/store/store.ts';
import { presentId } from './rule-watch.ts';

/** Reads every message that leaves the server, and keeps what should not have been in it. */
export class LeakWatch {
	readonly found: string[] = [];
	readonly #visibility: AuthorVisibility;
	/** Canary word → the participation that wrote it. */
	readonly #writers = new Map<string, string>();
	readonly #shared = new Set<string>();
	/** Words that facilitators wrote for somebody who has no device now: theirs to see, where authors are told. */
	readonly #scribed = new Set<string>();
	/** Words on the sheets of a rating that is open, with who fills those in; with facilitators who do so for somebody. */
	readonly #onSheets = new Map<string, Set<string>>();
	/** Card id → the words of all its versions. */
	readonly #versions = new Map<string, Set<string>>();
	/** Words that were taken away, by id of the command that may say them still: whoever sent it did not know yet. */
	readonly #unaware = new Map<string, readonly string[]>();
	readonly #gone = new Set<string>();
	readonly #saidAgain = new Set<string>();
	#noted: Worksession | null = null;

	constructor(visibility: AuthorVisibility) {
		this.#visibility = visibility;
	}

	/** A text that can be recognised wherever it turns up. */
	canary(number: number, participationId: string): string {
		const word = `kanarie${number}x`;
		this.#writers.set(word, participationId);
		return `${word} "één" \\ \u0000`;
	}

	/** Keeps which words of a command its sender sees still: they may be taken away while it is under way. */
	sent(commandId: string, command: Command, shared: SharedView): void {
		// What a card says is its own, and is no word of another one.
		if (command.type === 'PostCard' || command.type === 'EditCard') return;
		const words = wordsIn(JSON.stringify(command));
		if (words.length === 0) return;
		const seen = new Set(wordsIn(JSON.stringify(shared)));
		this.#unaware.set(
			commandId,
			words.filter((word) => seen.has(word))
		);
	}

	writing(commands: readonly CommandEvents[]): void {
		for (const { commandId, events } of commands) {
			for (const word of this.#unaware.get(commandId) ?? [])
				if (this.#gone.has(word)) this.#saidAgain.add(word);
			for (const event of events) {
				const text = textOfCard(event);
				if (!('cardId' in event) || text === null) continue;
				const versions = this.#versions.get(event.cardId) ?? new Set();
				this.#versions.set(event.cardId, versions);
				for (const word of wordsIn(text)) versions.add(word);
			}
		}
	}

	/** Words that were taken away, and that nobody said again who did not know. */
	goneIn(state: Worksession): readonly string[] {
		this.#note(state);
		return [...this.#gone].filter((word) => !this.#saidAgain.has(word));
	}

	see(json: string, { audience, identity }: Visitor, room: Room): void {
		this.#note(room.world.state);
		this.#seeGone(json, identity, room);
		if (/"attendance":.*Naam van/.test(json)) this.found.push(`a name reached a ${audience} as attendance`);
		for (const word of wordsIn(json)) {
			if (this.#gone.has(word) && !this.#saidAgain.has(word))
				this.found.push(`${word} reached a ${audience} after it was taken away`);
			if (this.#shared.has(word)) continue;
			const writer = presentId(room.world.state, this.#writers.get(word) ?? '');
			const isOwn = writer === (identity?.participationId ?? audience);
			const isScribed = audience === 'facilitator' && this.#scribed.has(word);
			const isOnSheet = this.#onSheets.get(word)?.has(identity?.participationId ?? audience) ?? false;
			if (!isOwn && !isScribed && !isOnSheet) this.found.push(`${word} reached a ${audience}`);
		}
		if (this.#tellsAuthors) return;
		if (/"author":\{/.test(json)) this.found.push(`an author reached a ${audience}`);
	}

	get #tellsAuthors(): boolean {
		return this.#visibility === 'open' || this.#visibility === 'municipality';
	}

	/** Answers to what was asked before may still come in the turn that sent somebody away; nothing else may. */
	#seeGone(json: string, identity: Visitor['identity'], { world }: Room): void {
		if (!identity || json.startsWith('{"kind":"answer"')) return;
		if (own(world.state.removed, identity.participationId))
			this.found.push('a message reached somebody who was sent away');
	}

	/** What is said on a sheet is of those who fill it in, and of the room once the rating is closed. */
	#noteSheets({ ratings, participations }: Worksession): void {
		this.#onSheets.clear();
		for (const rating of ratings)
			for (const person of Object.values(participations)) {
				const words = wordsIn(JSON.stringify(sheetsOf(rating, person)));
				if (rating.closedAt !== null) for (const word of words) this.#shared.add(word);
				else for (const word of words) this.#tell(word, person);
			}
	}

	#tell(word: string, { id, formerIds, isWithoutDevice }: Participation): void {
		const told = this.#onSheets.get(word) ?? new Set();
		this.#onSheets.set(word, told);
		for (const one of [id, ...formerIds]) told.add(one);
		if (isWithoutDevice) told.add('facilitator');
	}

	#note(state: Worksession): void {
		if (state === this.#noted) return;
		this.#noted = state;
		this.#scribed.clear();
		this.#noteSheets(state);
		for (const round of Object.values(state.rounds))
			for (const card of allCards(round.cards)) {
				const { id, isShared, text, redaction, readBack } = card;
				if (this.#tellsAuthors && isOfSomebodyWithoutDevice(card, state))
					for (const word of wordsIn(`${text} ${readBack?.text ?? ''}`)) this.#scribed.add(word);
				if (isShared) for (const word of wordsIn(text)) this.#shared.add(word);
				if (redaction) for (const word of this.#versions.get(id) ?? []) this.#gone.add(word);
			}
	}
}

/** What an event makes a card say, or what it is to say; null for any other event. */
function textOfCard(event: WorksessionEvent): string | null {
	if (event.type === 'CardPosted' || event.type === 'CardEdited') return event.text;
	return event.type === 'CardReadBack' ? (event.answer?.text ?? '') : null;
}

function isOfSomebodyWithoutDevice({ isWrittenFor, author }: Card, { participations }: Worksession): boolean {
	if (!isWrittenFor || author.kind !== 'participation') return false;
	return own(participations, author.participationId)?.isWithoutDevice === true;
}

function wordsIn(text: string): readonly string[] {
	return [...text.matchAll(/kanarie\d+x/g)].map(([word]) => word);
}
