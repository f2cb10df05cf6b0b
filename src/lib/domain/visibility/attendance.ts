import { sortedByKey } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Worksession } from '../worksession.ts';

/** Who is here, as counts; observers are counted apart. Sent beside the views, at most once a second, because it changes with everyone who joins. */
export interface Attendance {
	readonly people: number;
	readonly observers: number;
	/** People per municipality code; a person for several counts in each. */
	readonly municipalities: Readonly<Record<string, number>>;
	/** People per partner organisation. */
	readonly partners: Readonly<Record<string, number>>;
	/** People per table id. */
	readonly tables: Readonly<Record<string, number>>;
}

/** Who is here, as everyone may know it. Keeps its reference while nobody comes, goes or sits elsewhere. */
export function attendanceOf(state: Worksession): Attendance {
	return state.broughtIn?.attendance ?? attendanceView(state.participations);
}

const attendanceView = remembering((participations: Worksession['participations']): Attendance => {
	const all = Object.values(participations);
	const people = all.filter(({ role }) => role !== 'observer');
	return {
		people: people.length,
		observers: all.length - people.length,
		municipalities: counted(people.flatMap(({ municipalities }) => municipalities)),
		partners: counted(people.flatMap(({ role, organisation }) => (role === 'partner' ? [organisation] : []))),
		tables: counted(people.flatMap(({ tableId }) => tableId ?? []))
	};
});

function counted(keys: readonly string[]): Readonly<Record<string, number>> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return sortedByKey(Object.fromEntries(counts));
}
