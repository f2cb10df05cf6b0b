import { GROUPS, THEMES, type Group, type Theme } from '#lib/domain/vocabulary.ts';
import { newToken } from './access/tokens.ts';
import type { Programme, Store } from './store/store.ts';
import type { Worksessions } from './worksessions.ts';

/** The programme that Waaier was made for: two themes times two groups. */
const PROGRAMME_NAME = 'Opschaling datagedreven werken';
const STARTS_AT = '09:30';

/** Titles are content of the programme, in Dutch whatever language the screens speak. */
const THEME_TITLES: Readonly<Record<Theme, string>> = {
	ondermijning: 'Ondermijning',
	'armoede-schulden': 'Armoede en schulden'
};
const GROUP_TITLES: Readonly<Record<Group, string>> = {
	frontrunner: 'koplopers',
	follower: 'volgers',
	mixed: 'koplopers en volgers'
};

/** The title a worksession has until somebody gives it another: "Ondermijning · volgers". */
export function standardTitle(theme: Theme, group: Group): string {
	return `${THEME_TITLES[theme]} · ${GROUP_TITLES[group]}`;
}

/** The programme; the first time it is made. */
export async function ensureProgramme(
	store: Store,
	now: number
): Promise<{ programme: Programme; isNew: boolean }> {
	const known = await store.programme();
	if (known) return { programme: known, isNew: false };
	const programme = { id: newToken(), name: PROGRAMME_NAME, secret: newToken(), createdAt: now };
	await store.saveProgramme(programme);
	return { programme, isNew: true };
}

/** One prepared session without a date for each theme and group, so that a newcomer finds the programme and not an empty page. */
export async function prepareFirstSessions(worksessions: Worksessions): Promise<void> {
	for (const theme of THEMES)
		for (const group of GROUPS.filter((candidate) => candidate !== 'mixed'))
			await worksessions.prepare({
				facts: {
					title: standardTitle(theme, group),
					theme,
					group,
					date: null,
					startsAt: STARTS_AT,
					place: ''
				},
				authorVisibility: 'municipality',
				isTrial: false,
				madeBy: null,
				plan: null
			});
}
