import type { ProductIdea } from '#lib/domain/choose/idea.ts';
import { own } from '#lib/domain/keyed.ts';
import type { Interest } from '#lib/domain/vocabulary.ts';

/** What these municipalities say of taking part, where all of them say the same; else null. */
export function interestOf(
	{ interests }: Pick<ProductIdea, 'interests'>,
	municipalities: readonly string[]
): Interest | null {
	const [first, ...others] = municipalities.map((code) => own(interests, code) ?? null);
	return first !== undefined && others.every((other) => other === first) ? first : null;
}
