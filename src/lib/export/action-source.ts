import { titlesOf } from '#lib/domain/board/items.ts';
import type { RecordAction } from '#lib/domain/record/record-outcomes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { formatList } from '#lib/i18n/words.ts';

/** What an action follows from, as people read it; empty where nobody said. */
export function sourceTitle(record: IntakeRecord, { decision, idea, cards: cardIds }: RecordAction): string {
	if (decision !== null) return record.decisions.find(({ id }) => id === decision)?.text ?? '';
	if (idea !== null) return record.ideas.find(({ id }) => id === idea)?.title ?? '';
	if (cardIds.length === 0) return '';
	const stacks = record.clusters.map(({ id, title }) => ({
		title,
		cards: record.cards.filter(({ cluster }) => cluster === id)
	}));
	const loose = record.cards
		.filter(({ cluster }) => cluster === null)
		.map((card) => ({ title: card.text, cards: [card] }));
	return formatList(titlesOf([...stacks, ...loose], cardIds));
}
