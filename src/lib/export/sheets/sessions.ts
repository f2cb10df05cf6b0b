import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

const COLUMNS: readonly Column<IntakeRecord>[] = [
	{ heading: m.record_column_theme, value: ({ session }) => session.theme },
	{ heading: m.record_column_group, value: ({ session }) => session.group },
	{ heading: m.record_column_date, type: 'date', value: ({ session }) => session.date },
	{ heading: m.record_column_place, value: ({ session }) => session.place },
	{ heading: m.record_column_start, value: ({ session }) => session.startAt },
	{ heading: m.record_column_end, value: ({ session }) => session.endAt },
	{ heading: m.record_column_anonymity, value: ({ session }) => session.anonymity },
	{ heading: m.record_column_status, value: ({ session }) => session.status },
	{ heading: m.record_column_status_reason, value: ({ session }) => session.statusReason },
	{
		heading: m.record_column_is_trial,
		value: ({ session }) => (session.isTrial ? m.record_yes() : m.record_no())
	},
	{ heading: m.record_column_list_date, type: 'date', value: ({ session }) => session.municipalityListDate },
	{
		heading: m.record_column_code_book,
		type: 'number',
		value: ({ session }) => session.codeBookVersion
	},
	{ heading: m.record_column_people, type: 'number', value: ({ participation }) => participation.people },
	{
		heading: m.record_column_frontrunners,
		type: 'number',
		value: ({ participation }) => participation.roles.koploper
	},
	{
		heading: m.record_column_followers,
		type: 'number',
		value: ({ participation }) => participation.roles.volger
	},
	{
		heading: m.record_column_partners,
		type: 'number',
		value: ({ participation }) => participation.roles.partner
	},
	{
		heading: m.record_column_observers,
		type: 'number',
		value: ({ participation }) => participation.observers
	},
	{
		heading: m.record_column_municipalities,
		type: 'number',
		value: ({ participation }) => participation.municipalities.length
	},
	{ heading: m.record_sheet_cards, type: 'number', value: ({ cards }) => cards.length }
];

/** One row per worksession: its facts and how many took part. */
export const sessionsSheet = sheetOf({
	title: m.record_sheet_sessions,
	pieces: (record) => [record],
	columns: COLUMNS
});
