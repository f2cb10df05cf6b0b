import type { RoleCode } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

/** People who came for the same: a municipality, a partner, or no municipality, which partners are part of. */
interface CameFor {
	readonly kind: () => string;
	readonly code: string;
	readonly name: string;
	readonly people: number;
	/** Of a municipality, as what all of its people came; else empty. */
	readonly role?: RoleCode | null;
}

const COLUMNS: readonly Column<CameFor>[] = [
	{ heading: m.record_column_came_for, value: ({ kind }) => kind() },
	{ heading: m.record_column_municipality_code, value: ({ code }) => code },
	{ heading: m.record_column_name, value: ({ name }) => name },
	{ heading: m.record_column_people, type: 'number', value: ({ people }) => people },
	{ heading: m.record_column_role, value: ({ role }) => role ?? '' }
];

function cameFor({ participation }: IntakeRecord): readonly CameFor[] {
	const { municipalities, partners, peopleWithoutMunicipality } = participation;
	return [
		...municipalities.map((one) => ({ kind: m.record_came_for_municipality, ...one })),
		...partners.map(({ organisation, people }) => ({
			kind: m.record_came_for_partner,
			code: '',
			name: organisation,
			people
		})),
		{ kind: m.record_came_for_none, code: '', name: '', people: peopleWithoutMunicipality }
	];
}

/** Counts and no names of people. Whoever came for several municipalities counts in each, so the rows add up to more than the people. */
export const participationsSheet = sheetOf({
	title: m.record_sheet_participations,
	pieces: cameFor,
	columns: COLUMNS
});
