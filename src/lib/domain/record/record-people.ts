import { own, sortedByKey } from '../keyed.ts';
import { municipalityName } from '../municipality/municipalities.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import type { Participation } from '../people/participation.ts';
import { MUNICIPALITY_ROLES, type MunicipalityRole, type ParticipationRole } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import { ROLE_CODES, type RoleCode } from './record-codes.ts';

export interface RecordParticipation {
	/** Who took part; whoever only looked on is counted apart. */
	readonly people: number;
	readonly observers: number;
	/** Of the people, how many took part as frontrunner, follower or partner. */
	readonly roles: { readonly koploper: number; readonly volger: number; readonly partner: number };
	readonly partners: readonly { readonly organisation: string; readonly people: number }[];
	readonly peopleWithoutMunicipality: number;
	/** A person for several municipalities counts in each. */
	readonly municipalities: readonly {
		readonly code: string;
		readonly name: string;
		readonly people: number;
		/** As what all of its people took part; null where some came as the one and some as the other, or nobody said. */
		readonly role: RoleCode | null;
	}[];
}

/** A table and how many sat at it in the end. */
export interface RecordTable {
	readonly id: string;
	readonly order: number;
	readonly name: string;
	/** Id of the practice example it worked on. */
	readonly example: string | null;
	readonly people: number;
}

export function recordParticipation(state: Worksession): RecordParticipation {
	const { people, observers, municipalities, partners } = attendanceOf(state);
	const took = Object.values(state.participations).filter(({ role }) => role !== 'observer');
	const told = took.filter(({ isRoleUntold }) => !isRoleUntold);
	const inRole = (wanted: ParticipationRole) => told.filter(({ role }) => role === wanted).length;
	return {
		people,
		observers,
		roles: { koploper: inRole('frontrunner'), volger: inRole('follower'), partner: inRole('partner') },
		partners: Object.entries(partners).map(([organisation, count]) => ({ organisation, people: count })),
		peopleWithoutMunicipality: took.filter((person) => person.municipalities.length === 0).length,
		municipalities: Object.entries(municipalities).map(([code, count]) => ({
			code,
			name: municipalityName(code) ?? code,
			people: count,
			role: roleOf(code, told)
		}))
	};
}

function roleOf(code: string, took: readonly Participation[]): RoleCode | null {
	const roles = new Set(
		took.flatMap(({ role, municipalities }) => (municipalities.includes(code) ? role : []))
	);
	const [only, ...others] = MUNICIPALITY_ROLES.filter((role: MunicipalityRole) => roles.has(role));
	return only === undefined || others.length > 0 ? null : ROLE_CODES[only];
}

/** Who came for which organisation, called as `rename` says, in the order of a record. */
export function renamedPartners(
	partners: RecordParticipation['partners'],
	rename: (organisation: string) => string
): RecordParticipation['partners'] {
	if (partners.every(({ organisation }) => rename(organisation) === organisation)) return partners;
	const counts = new Map<string, number>();
	for (const { organisation, people } of partners)
		counts.set(rename(organisation), (counts.get(rename(organisation)) ?? 0) + people);
	const sorted = Object.entries(sortedByKey(Object.fromEntries(counts)));
	return sorted.map(([organisation, people]) => ({ organisation, people }));
}

export function recordTables(state: Worksession): readonly RecordTable[] {
	const { tables } = attendanceOf(state);
	return state.tables.map(({ id, name, exampleId }, index) => ({
		id,
		order: index + 1,
		name,
		example: exampleId,
		people: own(tables, id) ?? 0
	}));
}
