import { ownBudget } from '#lib/domain/choose/own-budget.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { municipalitiesText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** How many dots I have, how many may lie on one item, and who sees them: told before I place the first. */
export function voteSub(round: Pick<RoundView, 'id' | 'settings'>, own: OwnView | null): string {
	const { dotBudget, dotsPerItemMax: max } = round.settings;
	const budget = m.common_dots({ count: dotBudget });
	switch (own && ownBudget(round, own).sharedBy) {
		case 'municipalities':
			return municipalitiesSub(own?.municipalities ?? [], budget, max);
		case 'organisation':
			return m.room_vote_sub_shared({ who: own?.organisation ?? '', budget, max });
		case 'nobody':
		case null:
			return m.room_vote_sub({ budget, max });
	}
}

function municipalitiesSub(codes: readonly string[], budget: string, max: number): string {
	const words = { who: municipalitiesText(codes), budget, max };
	return codes.length > 1 ? m.room_vote_sub_many(words) : m.room_vote_sub_shared(words);
}
