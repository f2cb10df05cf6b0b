import type { CommandOf } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { draftKey, EMPTY_DRAFT, readDraft, writeDraft, type DraftStorage } from './drafts.ts';

/** What a card is handed to: kept until the server has it. */
interface CardOutbox {
	keep(command: CommandOf<'PostCard'>): string;
	wouldRefuse(command: CommandOf<'PostCard'>): Rejection | null;
}

/** The round that the group is in, as far as writing is concerned; null outside rounds. */
export interface WritingPlace {
	readonly roundId: string;
	readonly stage: Stage;
}

interface Options {
	readonly sessionId: string;
	readonly participationId: string;
	readonly outbox: CardOutbox;
	readonly storage: DraftStorage | null;
	readonly place: WritingPlace | null;
	/** Whether a new card of this round may be put at a step; another seat or a step that went can make an end to it. */
	readonly canLieAt: (roundId: string, stepId: string) => boolean;
}

/**
 * The card somebody is writing. It belongs to one round, and stays with that round when the group moves on while there is text:
 * then `isBehind` is true until the writer posts it or goes along. Every change is kept on the device at once.
 */
export class Composing {
	/** The round this text is for. */
	roundId: string | null = $state(null);
	/** The group moved on while there was text here. */
	isBehind = $state(false);
	/** Opened by the writer where writing is not what the stage is for. */
	isOpen = $state(false);
	/** False when the device has no room to remember the text. */
	isKept = $state(true);
	#text = $state('');
	#stepId: string | null = $state(null);
	#isWithoutOrigin = $state(false);
	#stage: Stage | null = $state(null);
	#now: WritingPlace | null;
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
		this.#now = options.place;
		this.roundId = options.place?.roundId ?? null;
		this.#stage = options.place?.stage ?? null;
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		this.#text = text;
		this.#remember();
	}

	get stepId(): string | null {
		return this.#stepId;
	}

	set stepId(stepId: string | null) {
		this.#stepId = stepId;
		this.#remember();
	}

	/** Stays for the cards of this round that follow: whoever leaves their municipality off once does not mean to name it by forgetting. */
	get isWithoutOrigin(): boolean {
		return this.#isWithoutOrigin;
	}

	set isWithoutOrigin(isWithoutOrigin: boolean) {
		this.#isWithoutOrigin = isWithoutOrigin;
		this.#remember();
	}

	get isBlank(): boolean {
		return this.#text.trim() === '';
	}

	/** Whether the field is on the page. */
	get isShown(): boolean {
		return this.roundId !== null && (this.#stage === 'writing' || this.isOpen || this.isBehind);
	}

	/** Takes the draft of this round from the device, unless something was typed before the page was ready. */
	restore(): void {
		if (this.#text === '') this.#load();
		else this.#remember();
	}

	/** The group is somewhere else now. */
	follow(place: WritingPlace | null): void {
		const before = this.#now;
		this.#now = place;
		if (before?.roundId === place?.roundId && before?.stage === place?.stage) return;
		const isSameRound = place?.roundId === this.roundId;
		const isTorn = this.isShown && !this.isBlank && !(isSameRound && place?.stage === 'writing');
		if (isTorn) this.isBehind = true;
		else this.#goAlong();
	}

	/** Leaves the text as a draft of its round, and goes to where the group is. */
	leaveDraft(): void {
		this.#goAlong();
	}

	/**
	 * What the rules would say to posting this text now, or each of these; null when they allow it, or will once the pause for all input is
	 * over.
	 */
	refusal(texts: readonly string[] = [this.#text]): Rejection | null {
		const rejections = this.#commands(texts).map((command) => this.#options.outbox.wouldRefuse(command));
		return rejections.find((rejection) => rejection !== null && rejection !== 'frozen') ?? null;
	}

	/** Posts the card and empties the field; true when the card is on its way. */
	post(): boolean {
		return !this.isBlank && this.postEach([this.#text], '');
	}

	/** Posts each text as a card of its own, in this order, and leaves the rest in the field; true when they are on their way. */
	postEach(texts: readonly string[], rest: string): boolean {
		if (this.roundId === null || this.refusal(texts) !== null) return false;
		for (const command of this.#commands(texts)) this.#options.outbox.keep(command);
		this.text = rest;
		if (this.isBehind && this.isBlank) this.#goAlong();
		return true;
	}

	#goAlong(): void {
		const place = this.#now;
		const isSameRound = place?.roundId === this.roundId;
		this.isBehind = false;
		this.isOpen = isSameRound && this.isOpen && place?.stage === 'sharing' && this.isBlank;
		this.#stage = place?.stage ?? null;
		if (isSameRound) return;
		this.roundId = place?.roundId ?? null;
		this.#load();
	}

	#commands(texts: readonly string[]): readonly CommandOf<'PostCard'>[] {
		const { roundId } = this;
		if (roundId === null) return [];
		const stepId = this.#stepFor(roundId);
		const origin = this.#isWithoutOrigin ? { isWithoutOrigin: true } : {};
		return texts.map((text) => ({ type: 'PostCard', roundId, text: text.trim(), stepId, ...origin }));
	}

	#stepFor(roundId: string): string | null {
		const stepId = this.#stepId;
		return stepId !== null && this.#options.canLieAt(roundId, stepId) ? stepId : null;
	}

	#key(): string | null {
		const { sessionId, participationId } = this.#options;
		return this.roundId === null ? null : draftKey(sessionId, this.roundId, participationId);
	}

	#load(): void {
		const key = this.#key();
		const draft = key === null ? EMPTY_DRAFT : readDraft(this.#options.storage, key);
		this.#text = draft.text;
		this.#stepId = draft.stepId;
		this.#isWithoutOrigin = draft.isWithoutOrigin;
	}

	#remember(): void {
		const key = this.#key();
		if (key === null) return;
		const draft = { text: this.#text, stepId: this.#stepId, isWithoutOrigin: this.#isWithoutOrigin };
		this.isKept = writeDraft(this.#options.storage, key, draft);
	}
}
