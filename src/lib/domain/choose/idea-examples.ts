import type { ProductIdea } from './idea.ts';

/** The practice examples that an idea is based on, in the order in which they are known here. */
export function examplesOf<Example extends { readonly id: string }>(
	{ examples: ids }: Pick<ProductIdea, 'examples'>,
	known: readonly Example[]
): readonly Example[] {
	return known.filter(({ id }) => ids.includes(id));
}
