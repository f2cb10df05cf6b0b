import { personalDataIn, type PersonalData } from '#lib/domain/card/personal-data/personal-data.ts';

/** What of a text that is being written looks like data of a person, until its writer says that it is none. Nothing of it leaves the page. */
export class PersonalDataHint {
	readonly #text: () => string;
	/** What the writer knows better about, as it stands in the text. */
	#dismissed: readonly string[] = $state.raw([]);
	readonly found: readonly PersonalData[] = $derived.by(() =>
		personalDataIn(this.#text()).filter((piece) => !this.#dismissed.includes(this.#wordsOf(piece)))
	);

	constructor(text: () => string) {
		this.#text = text;
	}

	dismiss(): void {
		this.#dismissed = [...this.#dismissed, ...this.found.map((piece) => this.#wordsOf(piece))];
	}

	/** The next text is another one. */
	forget(): void {
		this.#dismissed = [];
	}

	#wordsOf({ kind, start, end }: PersonalData): string {
		return `${kind} ${this.#text().slice(start, end)}`;
	}
}
