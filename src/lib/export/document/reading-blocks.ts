import { codesText } from '#lib/i18n/code-words.ts';
import { municipalitiesText, originText, roundName } from '#lib/i18n/names.ts';
import { readBackText } from '#lib/i18n/read-back-words.ts';
import { recordRedactionText } from '#lib/i18n/redaction-words.ts';
import { detailRows } from '#lib/i18n/step-words.ts';
import { m } from '#lib/i18n/words.ts';
import { dotsText } from '../dots-text.ts';
import type { ReadCard, ReadItem, ReadNeed, ReadRound, ReadStep, RecordReading } from '../record-reading.ts';
import { voteLines } from '../record-reading.ts';
import { heading, list, paragraphs, type Block, type ListItem } from './document.ts';

/** What people said on the day, as blocks to read. */

export function processBlocks({ processes }: RecordReading, isAtTables: boolean): readonly Block[] {
	if (processes.length === 0) return paragraphs(m.record_process_none());
	return processes.flatMap(({ table, steps }) => [
		...(isAtTables ? [heading(3, table?.name ?? m.record_process_shared())] : []),
		...steps.flatMap((step) => stepBlocks(step, isAtTables ? 4 : 3))
	]);
}

function stepBlocks({ step, strengths, bottlenecks }: ReadStep, level: 3 | 4): readonly Block[] {
	const at = (words: string, items: readonly ReadItem[]) =>
		items.map(({ title, cards }) => ({
			text: `${words}: ${title}`,
			about: m.common_cards({ count: cards.length })
		}));
	return [
		heading(level, m.record_step_numbered({ number: step.order, name: step.name })),
		...list([
			...detailRows(step).map(({ label, text }) => `${label}: ${text}`),
			...at(m.record_sign_strength(), strengths),
			...at(m.record_sign_bottleneck(), bottlenecks)
		])
	];
}

export function needBlocks(needs: readonly ReadNeed[], municipalityCount: number): readonly Block[] {
	if (needs.length === 0) return paragraphs(m.record_needs_none());
	return needs.flatMap(({ need, bottlenecks }, index) => [
		heading(3, m.record_step_numbered({ number: index + 1, name: need.title })),
		...paragraphs(
			need.dots ? dotsText(need.dots, municipalityCount) : '',
			need.municipalities && need.municipalities.length > 0
				? m.record_chain_asked_by({ names: municipalitiesText(need.municipalities) })
				: '',
			bottlenecks.length === 0 ? m.record_chain_loose() : ''
		),
		...list(bottlenecks.map((bottleneck) => solved(bottleneck, municipalityCount)))
	]);
}

function solved({ title, cards, dots, step }: ReadItem, municipalityCount: number): ListItem {
	const facts = [
		m.record_chain_bottleneck({ count: cards.length }),
		dots ? dotsText(dots, municipalityCount) : '',
		step ? m.record_chain_step({ number: step.order }) : ''
	];
	return { text: title, about: facts.filter((fact) => fact !== '').join(', ') };
}

/** Items of a round with what they weigh; columns of which nothing is known are left out. */
export function itemTable(items: readonly ReadItem[]): readonly Block[] {
	if (items.length === 0) return paragraphs(m.record_table_none());
	const columns = [
		{ heading: m.record_table_item(), isNumber: false, of: ({ title }: ReadItem) => title },
		{
			heading: m.record_column_category(),
			isNumber: false,
			of: ({ codes }: ReadItem) => (codes ? codesText(codes) : '')
		},
		{
			heading: m.record_table_step(),
			isNumber: false,
			of: ({ step }: ReadItem) =>
				step ? m.record_step_numbered({ number: step.order, name: step.name }) : ''
		},
		{ heading: m.record_table_cards(), isNumber: true, of: ({ cards }: ReadItem) => String(cards.length) },
		{
			heading: m.record_table_municipalities(),
			isNumber: true,
			of: ({ municipalities }: ReadItem) => String(municipalities?.length ?? '')
		},
		{ heading: m.record_table_dots(), isNumber: true, of: ({ dots }: ReadItem) => String(dots?.dots ?? '') }
	];
	const told = columns.filter(({ of }, index) => index === 0 || items.some((item) => of(item) !== ''));
	return [{ kind: 'table', columns: told, rows: items.map((item) => told.map(({ of }) => of(item))) }];
}

/** Every card of a round; those of a stack stand together under its title. */
export function roundBlocks(read: ReadRound, municipalityCount: number): readonly Block[] {
	const { round, kind, items } = read;
	const loose = items.filter(({ isCluster }) => !isCluster);
	return [
		heading(3, m.common_round_numbered({ number: round.order, name: roundName(kind) })),
		...paragraphs(
			m.record_round_meta({ cards: m.common_cards({ count: round.cards }), question: round.prompt }),
			round.isClosed ? '' : m.record_round_open()
		),
		...voteBlocks(read, municipalityCount),
		...items
			.filter(({ isCluster }) => isCluster)
			.flatMap(({ title, codes, cards }) => [
				heading(4, title),
				...paragraphs(codes ? codesText(codes) : ''),
				...list(cards.map(cardItem))
			]),
		...list(loose.flatMap(({ cards }) => cards.map(cardItem)))
	];
}

/** Where a round voted more than once; else its dots stand with the items. */
function voteBlocks(read: ReadRound, municipalityCount: number): readonly Block[] {
	const { votes } = read.round;
	if (votes.length < 2) return [];
	return votes.flatMap((vote) => [
		heading(4, m.common_vote_number({ number: vote.order })),
		...list(
			voteLines(read, vote).map(({ item, result }) => ({
				text: item.title,
				about: dotsText(result, municipalityCount)
			}))
		)
	]);
}

function cardItem(card: ReadCard): ListItem {
	const { municipalities, organisation } = card;
	const facts = [
		municipalities ? originText({ municipalities, organisation: organisation ?? '' }) : '',
		card.tableName ?? '',
		card.writtenBy === 'gespreksleider' ? m.common_written_for() : '',
		readBackText(card.readBack),
		card.redaction ? recordRedactionText(card.redaction) : '',
		card.origin === 'vooraf' ? m.record_put_in() : '',
		card.isLate ? m.common_late() : ''
	];
	return { text: card.text, about: facts.filter((fact) => fact !== '').join(' · ') };
}
