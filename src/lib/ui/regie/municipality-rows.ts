import { municipalityName } from '#lib/domain/municipalities.ts';
import type { ParticipationView } from '#lib/domain/visibility.ts';

export interface MunicipalityRow {
	/** Null for the people without a municipality. */
	readonly code: string | null;
	/** Empty for the people without a municipality. */
	readonly name: string;
	/** One for each person, whether they are connected. */
	readonly heads: readonly boolean[];
	/** Cards of these people in the current round; null where cards are not counted per person. */
	readonly cards: number | null;
}

/** People by municipality, in the order of names. A person for several municipalities stands with each. */
export function municipalityRows(
	people: readonly ParticipationView[],
	online: readonly string[]
): readonly MunicipalityRow[] {
	const isOnline = new Set(online);
	const groups = new Map<string | null, ParticipationView[]>();
	for (const person of people) {
		const codes = person.municipalities.length > 0 ? person.municipalities : [null];
		for (const code of codes) groups.set(code, [...(groups.get(code) ?? []), person]);
	}
	return [...groups].map(([code, members]) => rowOf(code, members, isOnline)).sort(byName);
}

function rowOf(
	code: string | null,
	members: readonly ParticipationView[],
	isOnline: ReadonlySet<string>
): MunicipalityRow {
	return {
		code,
		name: code === null ? '' : (municipalityName(code) ?? code),
		heads: members.map((person) => isOnline.has(person.id)).sort((a, b) => Number(b) - Number(a)),
		cards: sumOf(members.map((person) => person.cardsInRound))
	};
}

function sumOf(counts: readonly (number | null)[]): number | null {
	let sum = 0;
	for (const count of counts) {
		if (count === null) return null;
		sum += count;
	}
	return sum;
}

/** Whoever has no municipality stands last. */
function byName(a: MunicipalityRow, b: MunicipalityRow): number {
	if (a.code === null || b.code === null) return a.code === null ? 1 : -1;
	return a.name.localeCompare(b.name, 'nl');
}
