import type { Sheet } from './sheet.ts';

/** How much of a file is made while it goes out: rows, and whatever else is counted with them. */
export class Tally {
	#done = 0;
	#total = 0;

	/** The same sheets, of which each row that leaves is counted. */
	over(sheets: readonly Sheet[]): readonly Sheet[] {
		const note = () => (this.#done += 1);
		return sheets.map((sheet) => {
			const { rows, count } = sheet;
			if (!count) return sheet;
			this.#total += count();
			return {
				...sheet,
				*rows() {
					for (const row of rows()) {
						note();
						yield row;
					}
				}
			};
		});
	}

	/** So many pieces are still to come. */
	expect(count: number): void {
		this.#total += count;
	}

	/** So many of them are there. */
	add(count: number): void {
		this.#done += count;
	}

	/** From 0 to 1; a file of nothing is whole at once. */
	get share(): number {
		return this.#total === 0 ? 1 : Math.min(1, this.#done / this.#total);
	}
}
