import type { RecordOwner } from '#lib/domain/record/record-outcomes.ts';
import type { AuthorView } from '#lib/domain/visibility/card-view.ts';
import type { OwnerView } from '#lib/domain/visibility/owner-view.ts';
import type { AuthorVisibility, Group, RoundKind, Stage, Theme } from '#lib/domain/vocabulary.ts';
import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import { formatList, m } from './words.ts';

/** What people call the codes of the domain. Read when a text is shown, so that it follows the language. */

export function roundName(kind: RoundKind): string {
	switch (kind) {
		case 'introduction':
			return m.common_round_introduction();
		case 'process':
			return m.common_round_process();
		case 'strengths':
			return m.common_round_strengths();
		case 'bottlenecks':
			return m.common_round_bottlenecks();
		case 'needs':
			return m.common_round_needs();
		case 'ideas':
			return m.common_round_ideas();
		case 'rating':
			return m.common_round_rating();
		case 'checkout':
			return m.common_round_checkout();
	}
}

export function stageName(stage: Stage): string {
	switch (stage) {
		case 'waiting':
			return m.common_stage_waiting();
		case 'writing':
			return m.common_stage_writing();
		case 'sharing':
			return m.common_stage_sharing();
		case 'arranging':
			return m.common_stage_arranging();
		case 'voting':
			return m.common_stage_voting();
		case 'closed':
			return m.common_stage_closed();
	}
}

export function themeName(theme: Theme): string {
	return theme === 'ondermijning' ? m.common_theme_ondermijning() : m.common_theme_armoede_schulden();
}

/** Starts with a small letter: it stands behind the theme. */
export function groupName(group: Group): string {
	switch (group) {
		case 'frontrunner':
			return m.common_group_frontrunner();
		case 'follower':
			return m.common_group_follower();
		case 'mixed':
			return m.common_group_mixed();
	}
}

export function visibilityName(visibility: AuthorVisibility): string {
	switch (visibility) {
		case 'open':
			return m.common_visibility_open();
		case 'municipality':
			return m.common_visibility_municipality();
		case 'anonymous-in-room':
			return m.common_visibility_anonymous_in_room();
		case 'fully-anonymous':
			return m.common_visibility_fully_anonymous();
	}
}

/** "Broekmeer en Rietmond", or that there is none. An unknown code stands as it is. */
export function municipalitiesText(codes: readonly string[]): string {
	if (codes.length === 0) return m.common_no_municipality();
	return formatList(codes.map((code) => municipalityName(code) ?? code));
}

/** From where somebody comes: municipalities, else the organisation of a partner, or that there is none. */
export function originText(of: {
	readonly municipalities: readonly string[];
	readonly organisation: string;
}): string {
	return of.municipalities.length === 0 && of.organisation !== ''
		? of.organisation
		: municipalitiesText(of.municipalities);
}

/** Whose something is to do: their name where that is known, for whom they come, or the words that were written down. */
export function ownerText({ origin, ownerName }: Pick<OwnerView, 'origin' | 'ownerName'>, name = ''): string {
	const words = [name, origin ? originText(origin) : '', ownerName].filter((text) => text !== '');
	return words.join(', ') || m.common_action_nobody();
}

/** The same for a record, which names nobody. */
export function recordOwnerText({ municipalities, organisation, owner }: RecordOwner): string {
	const origin = municipalities && { municipalities, organisation: organisation ?? '' };
	return ownerText({ origin, ownerName: owner });
}

/** Who wrote a card, as far as the room may know. */
export function authorText(author: AuthorView | null): string {
	if (author === null) return m.common_anonymous();
	const isFromSomewhere = author.municipalities.length > 0 || author.organisation !== '';
	const origin = originText(author);
	if (author.name === null) return origin;
	return isFromSomewhere ? `${author.name}, ${origin}` : author.name;
}
