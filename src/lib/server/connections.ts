/** Tabs and devices of one person in one worksession at once: far more than anybody looks at, few enough that nobody fills the server. */
export const CONNECTIONS_PER_PERSON_MAX = 12;

/** How many live connections each person has. A place is taken before anything is waited for, so that many at once count too. */
export class Connections {
	readonly #taken = new Map<string, number>();

	/** False when this person has as many as they may have; whoever is there stays. */
	take(person: string): boolean {
		const taken = this.#taken.get(person) ?? 0;
		if (taken >= CONNECTIONS_PER_PERSON_MAX) return false;
		this.#taken.set(person, taken + 1);
		return true;
	}

	giveBack(person: string): void {
		const left = (this.#taken.get(person) ?? 0) - 1;
		if (left > 0) this.#taken.set(person, left);
		else this.#taken.delete(person);
	}
}
