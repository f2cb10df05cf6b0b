import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import { GROUP_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { GROUPS } from '#lib/domain/vocabulary.ts';
import { longDate } from '#lib/i18n/calendar.ts';
import { groupName, municipalitiesText, themeName } from '#lib/i18n/names.ts';
import { readBackSummary } from '#lib/i18n/read-back-words.ts';
import { formatNumber, getLocale, m } from '#lib/i18n/words.ts';
import { dotsText } from '../dots-text.ts';
import { looseEndsOf } from '../loose-ends.ts';
import { madeWhen } from '../made-when.ts';
import { recordReading, type ReadItem, type RecordReading } from '../record-reading.ts';
import { statusName } from '../status-name.ts';
import { tookPart } from '../took-part.ts';
import { laterBlocks } from './later-blocks.ts';
import { heading, list, paragraphs, type Block, type Document } from './document.ts';
import { ideaBlocks, outcomeBlocks, ratingBlocks, rotiBlocks } from './outcome-blocks.ts';
import { itemTable, needBlocks, processBlocks, roundBlocks } from './reading-blocks.ts';

/** The record as a document to read, in the order of its page; every card stands in it. */
export function recordDocument(record: CodedRecord): Document {
	const reading = recordReading(record);
	const municipalityCount = record.participation.municipalities.length;
	return {
		title: m.record_title({ title: record.session.title }),
		language: getLocale(),
		blocks: [
			...headBlocks(record),
			...coreBlocks(record, reading, municipalityCount),
			...exampleBlocks(record),
			heading(2, m.record_process()),
			...processBlocks(reading, record.tables.length > 0),
			heading(2, m.record_needs_heading()),
			...needBlocks(reading.needs, municipalityCount),
			heading(2, m.record_bottlenecks()),
			...itemTable(reading.bottlenecks),
			heading(2, m.record_strengths()),
			...itemTable(reading.strengths),
			...ideaBlocks(reading.ideas),
			...ratingBlocks(record),
			...outcomeBlocks(record),
			...looseBlocks(reading),
			...rotiBlocks(record),
			heading(2, m.record_who()),
			...paragraphs(...tookPart(record.participation)),
			heading(2, m.record_made()),
			...paragraphs(
				madeWhen(record),
				listDate(record),
				codeBook(record),
				readBackSummary(record.cards) ?? ''
			),
			...answeredBlocks(record),
			...laterBlocks(record),
			heading(2, m.record_cards()),
			...reading.rounds.flatMap((read) => roundBlocks(read, municipalityCount))
		]
	};
}

function headBlocks({ session }: IntakeRecord): readonly Block[] {
	const group = GROUPS.find((known) => GROUP_CODES[known] === session.group) ?? 'mixed';
	const facts = [
		themeName(session.theme),
		m.record_session_with({ group: groupName(group) }),
		session.place,
		session.date === null ? '' : longDate(session.date)
	];
	return [
		heading(1, m.record_title({ title: session.title })),
		...paragraphs(
			facts.filter((fact) => fact !== '').join(' · '),
			session.isTrial ? m.record_trial_banner() : '',
			session.status === 'concept' ? m.record_concept_banner() : statusName(session.status),
			session.statusReason
		)
	];
}

function coreBlocks(
	record: IntakeRecord,
	{ needs, bottlenecks, strengths }: RecordReading,
	municipalityCount: number
): readonly Block[] {
	const counts = [
		{ count: record.participation.people, words: m.record_count_people },
		{ count: municipalityCount, words: m.record_count_municipalities },
		{ count: record.cards.length, words: m.record_count_cards },
		{ count: needs.length, words: m.record_count_needs }
	];
	const top = (words: string, item: ReadItem | undefined) =>
		item?.dots && item.dots.dots > 0
			? [
					{
						text: `${words}: ${m.record_quote({ text: item.title })}`,
						about: dotsText(item.dots, municipalityCount)
					}
				]
			: [];
	return [
		heading(2, m.record_core()),
		...list([
			...counts.map(({ count, words }) => `${formatNumber(count)} ${words({ count })}`),
			...top(m.record_top_need(), needs[0]?.need),
			...top(m.record_top_bottleneck(), bottlenecks[0]),
			...top(m.record_top_strength(), strengths[0])
		])
	];
}

function exampleBlocks({ examples }: IntakeRecord): readonly Block[] {
	if (examples.length === 0) return [];
	return [
		heading(2, m.record_examples()),
		...examples.flatMap(({ name, summary, municipalities }) => [
			heading(3, name),
			...paragraphs(summary, municipalities.length > 0 ? municipalitiesText(municipalities) : '')
		])
	];
}

function looseBlocks(reading: RecordReading): readonly Block[] {
	const ends = looseEndsOf(reading);
	const none = ends.length === 0 ? m.record_loose_none() : '';
	return [
		heading(2, m.record_loose()),
		...paragraphs(none),
		...list(ends.map(({ words, title }) => `${words} ${m.record_quote({ text: title })}`))
	];
}

/** Which municipalities answered when the record was put to them, and how. */
function answeredBlocks({ validation }: IntakeRecord): readonly Block[] {
	if (validation.length === 0) return [];
	return [
		heading(3, m.record_validation()),
		...list(
			validation.map(({ municipality, right, corrected, withdrawn }) =>
				m.record_validation_of({ name: municipalitiesText([municipality]), right, corrected, withdrawn })
			)
		)
	];
}

function listDate({ session }: IntakeRecord): string {
	const date = longDate(session.municipalityListDate);
	return `${m.record_made_list_date()}: ${m.record_made_list_date_of({ date })}`;
}

function codeBook({ session }: IntakeRecord): string {
	return `${m.record_made_code_book()}: ${m.record_made_code_book_of({ version: session.codeBookVersion })}`;
}
