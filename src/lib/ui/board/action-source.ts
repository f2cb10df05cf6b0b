import { SOURCE_KINDS, sourceKey } from '#lib/domain/choose/action-source.ts';
import type { ActionSource } from '#lib/domain/choose/action.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { roundName } from '#lib/i18n/names.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import { itemGroups } from './item-groups.ts';
import { parkedTitles } from './parked.ts';

type Known = Pick<SharedView, 'agenda' | 'rounds' | 'ideas' | 'decisions'>;

/** What an action follows from, as people read it; empty where nobody said. */
export function sourceTitle(
	{ rounds, ideas, decisions }: Omit<Known, 'agenda'>,
	source: ActionSource | null
): string {
	switch (source?.kind) {
		case undefined:
			return '';
		case 'decision':
			return decisions.find(({ id }) => id === source.id)?.text ?? '';
		case 'idea':
			return ideas.find(({ id }) => id === source.id)?.title ?? '';
		case 'cards':
			return formatList(parkedTitles({ rounds }, source));
	}
}

interface SourceChoice {
	/** See `sourceKey`; empty for none. */
	readonly value: string;
	readonly label: string;
	readonly source: ActionSource | null;
}

/** What an action can follow from. What it follows from already stays among it, also when its stack is another by now. */
export function sourceChoices(shared: Known, known: ActionSource | null): readonly SourceChoice[] {
	const choice = (source: ActionSource, kind: string): SourceChoice => ({
		value: sourceKey(source),
		label: `${sourceTitle(shared, source)} · ${kind}`,
		source
	});
	const choices = [
		...shared.decisions.map(({ id }) => choice({ kind: 'decision', id }, m.common_decided())),
		...shared.ideas.map(({ id }) => choice({ kind: 'idea', id }, m.common_idea())),
		...SOURCE_KINDS.flatMap((kind) =>
			itemGroups(shared, kind).flatMap(({ roundId, items }) =>
				items.map(({ cards }) => {
					const cardIds = cards.map(({ id }) => id).sort();
					return choice({ kind: 'cards', roundId, cardIds }, roundName(kind));
				})
			)
		)
	];
	const isThere = known === null || choices.some(({ value }) => value === sourceKey(known));
	const none = { value: '', label: m.regie_action_source_none(), source: null };
	const kept = isThere ? [] : [{ value: sourceKey(known), label: sourceTitle(shared, known), source: known }];
	return [none, ...kept, ...choices];
}
