/** Something that is on unless somebody switches it off, and stays so in this browser. */
export class KeptSwitch {
	areOn: boolean = $state(true);
	readonly #storageKey: string;

	constructor(storageKey: string) {
		this.#storageKey = storageKey;
	}

	/** Reads the choice; call in the browser. */
	load(): void {
		this.areOn = localStorage.getItem(this.#storageKey) !== 'off';
	}

	set(areOn: boolean): void {
		this.areOn = areOn;
		localStorage.setItem(this.#storageKey, areOn ? 'on' : 'off');
	}
}
