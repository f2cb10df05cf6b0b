import type { RecordParticipation } from '#lib/domain/record/record-people.ts';
import { formatList, m } from '#lib/i18n/words.ts';

/** Who took part, as paragraphs: counts, and no name of a person. */
export function tookPart(participation: RecordParticipation): readonly string[] {
	const { people, peopleWithoutMunicipality, roles, municipalities, partners, observers } = participation;
	const without =
		peopleWithoutMunicipality > 0 ? m.record_who_without({ count: peopleWithoutMunicipality }) : '';
	const names = (of: readonly { readonly name: string; readonly people: number }[]) =>
		formatList(of.map(({ name, people: count }) => m.record_who_municipality({ name, people: count })));
	const organisations = partners.map(({ organisation, people: count }) => ({
		name: organisation,
		people: count
	}));
	return [
		[m.record_who_intro(), m.record_who_people({ count: people }), without].filter(Boolean).join(' '),
		...(roles.koploper > 0 && roles.volger > 0
			? [m.record_who_roles({ frontrunners: roles.koploper, followers: roles.volger })]
			: []),
		...(municipalities.length > 0 ? [m.record_who_municipalities({ names: names(municipalities) })] : []),
		...(partners.length > 0 ? [m.record_who_partners({ names: names(organisations) })] : []),
		...(observers > 0 ? [m.record_who_observers({ count: observers })] : [])
	];
}
