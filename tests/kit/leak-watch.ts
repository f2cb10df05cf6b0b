import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';

/** Who received something. `door` is anybody who is not in; `record` are the pages and files of the record. */
export type Receiver = 'facilitator' | 'anna' | 'bram' | 'carla' | 'screen' | 'door' | 'record';

/** `data` is a page's data in a form in which numbers stand for places: words are searched in it, patterns are not. */
type Kept = 'frame' | 'body' | 'data';

/** A total of dots, unless it is 0: an item's dots with the people and municipalities behind them. Keys have quotes in JSON and none in a page. */
const TOTAL = /"?dots"?:[1-9]\d*,"?municipalities"?:\d+,"?people"?:\d+/;
/** The author of a card, in a view and in the short form of a patch. */
const AUTHOR = /"?author"?:\{|kanarie\d+x[^"]*",\[/;

/** Whether a shown card tells anything of who wrote it. */
export function namesAuthors(visibility: AuthorVisibility): boolean {
	return visibility === 'open' || visibility === 'municipality';
}

/**
 * Searches every byte that leaves the server, at the moment it arrives, for what its receiver may not know then. It also counts, so
 * that a test can say that it was not blind.
 */
export class LeakWatch {
	readonly leaks: string[] = [];
	readonly counts: Record<Kept, number> = { frame: 0, body: 0, data: 0 };
	/** Whether totals may be known now. */
	isVoteClosed = false;
	/** How often a total and an author came by, where they may. */
	readonly told = { totals: 0, authors: 0 };
	readonly #namesAuthors: boolean;
	readonly #secrets = new Map<string, ReadonlySet<Receiver> | 'everybody'>();
	readonly #gone = new Set<Receiver>();
	/** How a card that was written without origin would look with an author. */
	readonly #withoutOrigin: RegExp[] = [];
	readonly #seen = new Map<string, Set<Receiver>>();

	constructor(visibility: AuthorVisibility) {
		this.#namesAuthors = namesAuthors(visibility);
	}

	/** From now on only these may receive this. A short text would turn up by chance. */
	hide(secret: string, ...receivers: readonly Receiver[]): string {
		if (secret.length < 8) throw new Error(`"${secret}" is too short to be searched for`);
		this.#secrets.set(secret, new Set(receivers));
		return secret;
	}

	/** From now on everybody may receive this. */
	show(...secrets: readonly string[]): void {
		for (const secret of secrets) this.#secrets.set(secret, 'everybody');
	}

	/** This card tells nobody of its author, whatever the worksession tells of others. `word` is its whole text. */
	keepOrigin(word: string): void {
		this.#withoutOrigin.push(new RegExp(`${word}"?,(?:"?author"?:\\{|\\[)`));
	}

	/** From now on this receiver may receive nothing of the room, whatever everybody else may know. */
	sendAway(receiver: Receiver): void {
		this.#gone.add(receiver);
	}

	/** Everything that was ever a secret. */
	get secrets(): readonly string[] {
		return [...this.#secrets.keys()];
	}

	/** Who has received this. */
	seenBy(secret: string): ReadonlySet<Receiver> {
		return this.#seen.get(secret) ?? new Set();
	}

	see(receiver: Receiver, kept: Kept, text: string): void {
		this.counts[kept] += 1;
		for (const [secret, allowed] of this.#secrets) {
			if (!text.includes(secret)) continue;
			const isAllowed = allowed === 'everybody' || allowed.has(receiver);
			if (!isAllowed || this.#gone.has(receiver)) this.#leak(secret, receiver, text);
			this.#seen.set(secret, new Set([...this.seenBy(secret), receiver]));
		}
		if (kept !== 'data') this.#seePatterns(receiver, text);
	}

	#seePatterns(receiver: Receiver, text: string): void {
		if (TOTAL.test(text)) {
			this.told.totals += 1;
			if (!this.isVoteClosed) this.#leak('a total of dots', receiver, text);
		}
		if (this.#withoutOrigin.some((author) => author.test(text)))
			this.#leak('the author of a card without origin', receiver, text);
		if (AUTHOR.test(text)) {
			this.told.authors += 1;
			if (!this.#namesAuthors) this.#leak('the author of a card', receiver, text);
		}
	}

	#leak(what: string, receiver: Receiver, text: string): void {
		const at = Math.max(0, text.search(what) - 120);
		this.leaks.push(`${what} reached ${receiver}: …${text.slice(at, at + 300)}`);
	}
}
