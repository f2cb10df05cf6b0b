/** A total of dots that is not 0, with the people and municipalities behind it. */
const TOTAL = /"?dots"?:[1-9]\d*,"?municipalities"?:\d+,"?people"?:\d+/;
/** The author of a card, in a view and in the short form of a patch. */
const AUTHOR = /"?author"?:\{|kanarie\d+x[^"]*",\[/;
/** What only facilitators or one participant receive: each of these is empty for the screen. */
const OTHERS_PARTS = [/"facilitator":\{/, /"own":\{/, /"facilitators":\[/, /"presence":\{[^}]*"people":\[/];
/** Messages for one participant alone. */
const OTHERS_MESSAGE = /^42\["own"/;

/** Searches every byte that the screen of the hall receives, at the moment it arrives, for what a room may not know. */
export class ScreenWatch {
	readonly leaks: string[] = [];
	frames = 0;
	pages = 0;
	/** How often a total, and the author of a card, came by. */
	totals = 0;
	authors = 0;
	/** Whether totals may be known now. */
	areTotalsKnown = false;
	readonly #tellsAuthors: boolean;
	readonly #hidden = new Set<string>();
	readonly #seen = new Set<string>();
	readonly #shown = new Set<string>();

	constructor(tellsAuthors: boolean) {
		this.#tellsAuthors = tellsAuthors;
	}

	/** From now on the screen may not receive this. A short text would turn up by chance. */
	hide(secret: string): string {
		if (secret.length < 8) throw new Error(`"${secret}" is too short to be searched for`);
		this.#hidden.add(secret);
		return secret;
	}

	/** From now on the room may know this. */
	show(...secrets: readonly string[]): void {
		for (const secret of secrets) {
			this.#hidden.delete(secret);
			this.#shown.add(secret);
		}
	}

	/** Whether this, which was shown, has come by. */
	hasSeen(secret: string): boolean {
		return this.#seen.has(secret);
	}

	seeFrame(frame: string): void {
		this.frames += 1;
		if (OTHERS_MESSAGE.test(frame)) this.#leak('a message for one participant', frame);
		this.#see(frame);
		this.#seePatterns(frame);
	}

	/** A page, or its data, in which numbers may stand for places: words are searched in it. */
	seePage(text: string): void {
		this.pages += 1;
		this.#see(text);
	}

	#see(text: string): void {
		for (const secret of this.#hidden) if (text.includes(secret)) this.#leak(secret, text);
		for (const secret of this.#shown) if (text.includes(secret)) this.#seen.add(secret);
	}

	#seePatterns(frame: string): void {
		for (const part of OTHERS_PARTS) if (part.test(frame)) this.#leak(String(part), frame);
		if (TOTAL.test(frame)) {
			this.totals += 1;
			if (!this.areTotalsKnown) this.#leak('a total of dots', frame);
		}
		if (AUTHOR.test(frame)) {
			this.authors += 1;
			if (!this.#tellsAuthors) this.#leak('the author of a card', frame);
		}
	}

	#leak(what: string, text: string): void {
		const at = Math.max(0, text.indexOf(what) - 120);
		this.leaks.push(`${what} reached the screen: …${text.slice(at, at + 300)}`);
	}
}
