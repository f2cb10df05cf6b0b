import { own } from '#lib/domain/keyed.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import type { Undoing } from './act-history.svelte.ts';

/** So many titles say well enough what an act was about. */
const TITLES_TOLD = 3;

/** What an act was about: the titles of its stacks, cards or steps. */
export function whatOf(shared: SharedView, command: Undoing): string {
	const titles = [...new Set(titlesIn(shared, command))];
	if (titles.length === 0) return m.regie_undo_theirs_other();
	const told = titles.slice(0, TITLES_TOLD).map((title) => `‘${title}’`);
	const more = titles.length - told.length;
	return formatList(more > 0 ? [...told, m.regie_undo_theirs_more({ count: more })] : told);
}

function titlesIn({ rounds }: SharedView, command: Undoing): readonly string[] {
	if (command.type === 'RearrangeSteps')
		return [...command.from.steps, ...command.to.steps].map(({ title }) => title);
	const { from, to, roundId } = command;
	const { cards = {} } = own(rounds, roundId) ?? {};
	const stacks = [...from.clusters, ...to.clusters].map(({ title }) => title);
	return [...stacks, ...from.cards.flatMap(({ cardId }) => own(cards, cardId)?.text ?? [])];
}
