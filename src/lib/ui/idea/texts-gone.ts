import { hasLostText } from '#lib/domain/card/lost-text.ts';
import { REDACTED_TEXT } from '#lib/domain/card/redacted-text.ts';
import { DEAL_TEXTS, type DealText } from '#lib/domain/choose/data-deal.ts';
import type { DealFacts, IdeaFacts, ProductIdea } from '#lib/domain/choose/idea.ts';
import { own } from '#lib/domain/keyed.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { IdeaStart } from './idea-start.ts';

/** What the fields of an open idea began with, and is taken away for good meanwhile. */

const IDEA_TEXTS = ['title', 'summary', 'ownPart', 'nationalPart'] as const;

/** A field of an idea in which people write. */
export type IdeaText = (typeof IDEA_TEXTS)[number] | DealText;

/** Of a new idea: its title, once what that was proposed from has lost its text. */
export function titleGone(
	{ rounds }: Pick<SharedView, 'rounds'>,
	{ idea, from }: IdeaStart
): readonly IdeaText[] {
	const source = from.find(({ item }) => item.kind === 'cluster') ?? from[0];
	if (!source || idea.title === '') return [];
	return hasLostText(own(rounds, source.roundId), source.item) ? ['title'] : [];
}

/** Of an idea that is there already: every text that it has no more. */
export function textsGone({ ideas }: Pick<SharedView, 'ideas'>, begun: ProductIdea): readonly IdeaText[] {
	const now = ideas.find(({ id }) => id === begun.id);
	if (!now) return [];
	const isGone = (before: string | undefined, after: string | undefined) =>
		after === REDACTED_TEXT && before !== REDACTED_TEXT;
	return [
		...IDEA_TEXTS.filter((text) => isGone(begun[text], now[text])),
		...DEAL_TEXTS.filter((text) => isGone(begun.deal?.[text], now.deal?.[text]))
	];
}

/** What stands in the fields, with these empty. */
export function withoutTexts(
	{ facts, deal }: { readonly facts: IdeaFacts; readonly deal: DealFacts },
	lost: readonly IdeaText[]
): { readonly facts: IdeaFacts; readonly deal: DealFacts } {
	const empty = (texts: readonly IdeaText[]) =>
		Object.fromEntries(texts.filter((text) => lost.includes(text)).map((text) => [text, '']));
	return { facts: { ...facts, ...empty(IDEA_TEXTS) }, deal: { ...deal, ...empty(DEAL_TEXTS) } };
}
