import { bareText } from '#lib/domain/compare/fold-text.ts';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';

/** Two participations that are likely of one person. */
export interface LikelyDouble {
	/** Came in first. */
	readonly first: ParticipationView;
	readonly again: ParticipationView;
}

/** Whoever came in again under the same name, however written, from the same place. A hint: two people may be called the same. */
export function likelyDoubles(people: readonly ParticipationView[]): readonly LikelyDouble[] {
	const named = new Map<string, ParticipationView[]>();
	const doubles: LikelyDouble[] = [];
	for (const person of [...people].sort((a, b) => a.joinedAt - b.joinedAt)) {
		const name = bareText(person.name);
		const earlier = named.get(name) ?? [];
		const first = earlier.find((other) => isFromSamePlace(other, person));
		if (first && name !== '') doubles.push({ first, again: person });
		named.set(name, [...earlier, person]);
	}
	return doubles;
}

function isFromSamePlace(a: ParticipationView, b: ParticipationView): boolean {
	if (a.municipalities.some((code) => b.municipalities.includes(code))) return true;
	const isNowhere = a.municipalities.length === 0 && b.municipalities.length === 0;
	return isNowhere && bareText(a.organisation) === bareText(b.organisation);
}
