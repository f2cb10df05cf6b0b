import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { originText } from '#lib/i18n/names.ts';

/** People from one place who have no card in this round yet. */
export interface WithoutCard {
	/** Municipalities or organisation, in words. */
	readonly place: string;
	readonly people: readonly ParticipationView[];
}

/**
 * Who has not written yet, by place in the order of names, while the round is being written. Null in any other stage, and where counting
 * per person would betray anonymous cards. Observers write nothing.
 */
export function withoutCard(
	people: readonly ParticipationView[],
	round: RoundView | null
): readonly WithoutCard[] | null {
	const writers = people.filter(({ role }) => role !== 'observer');
	if (round?.stage !== 'writing' || writers.some(({ cardsInRound }) => cardsInRound === null)) return null;
	const places = new Map<string, ParticipationView[]>();
	for (const person of writers.filter(({ cardsInRound }) => cardsInRound === 0)) {
		const place = originText(person);
		places.set(place, [...(places.get(place) ?? []), person]);
	}
	return [...places]
		.map(([place, members]) => ({ place, people: members }))
		.sort((a, b) => a.place.localeCompare(b.place, 'nl'));
}
