import type { Group, ParticipationRole } from '#lib/domain/vocabulary.ts';

/** For whom somebody is here. */
export const JOIN_AS = ['municipality', 'partner', 'observer'] as const;
export type JoinAs = (typeof JOIN_AS)[number];

/** What a municipality is for the theme of a day with both groups; empty until somebody has chosen. */
export const THEME_ROLES = ['', 'frontrunner', 'follower'] as const;
export type ThemeRole = (typeof THEME_ROLES)[number];

/** As what somebody takes part in a worksession for this group; null while that still has to be said. */
export function roleOf(
	{ as, themeRole }: { readonly as: JoinAs; readonly themeRole: ThemeRole },
	group: Group
): ParticipationRole | null {
	if (as !== 'municipality') return as;
	return group === 'mixed' ? themeRole || null : group;
}
