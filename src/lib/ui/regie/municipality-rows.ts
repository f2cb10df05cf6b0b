import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';

/** People from one place. */
interface PeopleRow {
	/** One for each person, whether they are connected. */
	readonly heads: readonly boolean[];
	/** Cards of these people in the current round; null where cards are not counted per person. */
	readonly cards: number | null;
}

export interface MunicipalityRow extends PeopleRow {
	/** Null for the people without a municipality. */
	readonly code: string | null;
	/** Empty for the people without a municipality. */
	readonly name: string;
}

export interface PartnerRow extends PeopleRow {
	readonly organisation: string;
}

/** People by municipality, in the order of names. A person for several municipalities stands with each; partners and observers stand elsewhere. */
export function municipalityRows(
	people: readonly ParticipationView[],
	online: readonly string[]
): readonly MunicipalityRow[] {
	const ofMunicipalities = people.filter(({ role }) => role === 'frontrunner' || role === 'follower');
	const groups = grouped(ofMunicipalities, ({ municipalities }) =>
		municipalities.length > 0 ? municipalities : [null]
	);
	return groups
		.map(([code, members]) => ({
			code,
			name: code === null ? '' : (municipalityName(code) ?? code),
			...rowOf(members, online)
		}))
		.sort(byName);
}

/** Partners by organisation, in the order of names. */
export function partnerRows(
	people: readonly ParticipationView[],
	online: readonly string[]
): readonly PartnerRow[] {
	const partners = people.filter(({ role }) => role === 'partner');
	return grouped(partners, ({ organisation }) => [organisation])
		.map(([organisation, members]) => ({ organisation, ...rowOf(members, online) }))
		.sort((a, b) => a.organisation.localeCompare(b.organisation, 'nl'));
}

/** Heads of whoever watches only: they write nothing, so nothing of theirs is counted. */
export function observerHeads(
	people: readonly ParticipationView[],
	online: readonly string[]
): readonly boolean[] {
	return headsOf(
		people.filter(({ role }) => role === 'observer'),
		online
	);
}

function grouped<Key>(
	people: readonly ParticipationView[],
	keysOf: (person: ParticipationView) => readonly Key[]
): readonly [Key, readonly ParticipationView[]][] {
	const groups = new Map<Key, ParticipationView[]>();
	for (const person of people)
		for (const key of keysOf(person)) groups.set(key, [...(groups.get(key) ?? []), person]);
	return [...groups];
}

function rowOf(members: readonly ParticipationView[], online: readonly string[]): PeopleRow {
	return {
		heads: headsOf(members, online),
		cards: sumOf(members.map((person) => person.cardsInRound))
	};
}

/** Whoever is connected first. */
function headsOf(members: readonly ParticipationView[], online: readonly string[]): readonly boolean[] {
	const isOnline = new Set(online);
	return members.map(({ id }) => isOnline.has(id)).sort((a, b) => Number(b) - Number(a));
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
