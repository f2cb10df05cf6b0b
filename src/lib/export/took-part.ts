import type { RecordParticipation } from '#lib/domain/record/record-people.ts';
import type { RoleCode } from '#lib/domain/record/record-codes.ts';
import { formatList, m } from '#lib/i18n/words.ts';

/** Who took part, as paragraphs: counts, and no name of a person. */
export function tookPart(participation: RecordParticipation): readonly string[] {
	const { people, peopleWithoutMunicipality, roles, municipalities, partners, observers } = participation;
	const without =
		peopleWithoutMunicipality > 0 ? m.record_who_without({ count: peopleWithoutMunicipality }) : '';
	const isOfBoth = roles.koploper > 0 && roles.volger > 0;
	const names = (of: readonly Named[]) =>
		formatList(of.map((one) => nameText(isOfBoth ? one : { ...one, role: null })));
	const organisations = partners.map(({ organisation, people: count }) => ({
		name: organisation,
		people: count
	}));
	return [
		[m.record_who_intro(), m.record_who_people({ count: people }), without].filter(Boolean).join(' '),
		...(isOfBoth ? [m.record_who_roles({ frontrunners: roles.koploper, followers: roles.volger })] : []),
		...(municipalities.length > 0 ? [m.record_who_municipalities({ names: names(municipalities) })] : []),
		...(partners.length > 0 ? [m.record_who_partners({ names: names(organisations) })] : []),
		...(observers > 0 ? [m.record_who_observers({ count: observers })] : [])
	];
}

interface Named {
	readonly name: string;
	readonly people: number;
	readonly role?: RoleCode | null;
}

/** "Utrecht (2)", and with its role "Utrecht (2, koploper)". */
function nameText({ name, people, role }: Named): string {
	if (!role) return m.record_who_municipality({ name, people });
	const roleName = role === 'koploper' ? m.record_who_frontrunner() : m.record_who_follower();
	return m.record_who_municipality_as({ name, people, role: roleName });
}
