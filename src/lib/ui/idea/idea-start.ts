import type { ItemRef, RoundItem } from '#lib/domain/board/item.ts';
import type { IdeaFacts } from '#lib/domain/choose/idea.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';

/** What a new product idea starts with, and from which cards and stacks it comes. */
export interface IdeaStart {
	readonly idea: IdeaFacts;
	readonly from: readonly RoundItem[];
}

type Asked = Pick<RoundView, 'id' | 'kind'>;

/** Whether what is chosen in this round can become a product idea: an idea itself, or a need that asks for one. */
export function canMakeIdea({ kind }: Pick<Asked, 'kind'>): boolean {
	return kind === 'ideas' || kind === 'needs';
}

/** A new idea with what is chosen on the board filled in; `text` is of the first of it, and may be longer than a title. */
export function ideaFrom({ id: roundId, kind }: Asked, chosen: readonly ItemRef[], text: string): IdeaStart {
	const items = chosen.map((item) => ({ roundId, item }));
	if (kind === 'needs') return { idea: { ...NEW_IDEA, needs: items }, from: [] };
	const title = [...text].slice(0, TITLE_LENGTH_MAX).join('');
	return { idea: { ...NEW_IDEA, title }, from: items };
}
