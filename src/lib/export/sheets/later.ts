import type { CodedRecord, LaterCodes } from '#lib/domain/programme/coded-record.ts';
import { own } from '#lib/domain/keyed.ts';
import { m } from '#lib/i18n/words.ts';
import type { Column } from '../sheet.ts';

type LaterOf<Piece> = (piece: Piece, record: CodedRecord) => LaterCodes | undefined;

/** What was assigned after the day, in columns of their own beside the codes of the day: the record stays as it was fixed. */
export function laterColumns<Piece>(laterOf: LaterOf<Piece>): readonly Column<Piece>[] {
	const told = (heading: () => string, value: (later: LaterCodes) => string): Column<Piece> => ({
		heading,
		value: (piece, record) => {
			const later = laterOf(piece, record);
			return later ? value(later) : '';
		}
	});
	return [
		told(m.record_column_later_category, ({ category }) => category ?? ''),
		told(m.record_column_later_also, ({ also }) => also.join(', ')),
		told(m.record_column_later_terms, ({ terms }) => terms.join('; ')),
		told(m.record_column_later_phase, ({ phase }) => phase ?? ''),
		told(m.record_column_later_nature, ({ nature }) => nature ?? ''),
		told(m.record_column_later_need_type, ({ needType }) => needType ?? ''),
		told(m.record_column_later_at, ({ at }) => new Date(at).toISOString()),
		{
			heading: m.record_column_later_book,
			type: 'number',
			value: (piece, record) => laterOf(piece, record)?.bookVersion ?? null
		}
	];
}

/** Of the first of these items that has any. */
export function laterOn({ later }: CodedRecord, ...keys: readonly string[]): LaterCodes | undefined {
	for (const key of keys) {
		const codes = later && own(later, key);
		if (codes) return codes;
	}
	return undefined;
}
