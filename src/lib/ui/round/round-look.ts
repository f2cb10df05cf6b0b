import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { IconName } from '../primitives/icon-names.ts';

/** Colour and sign of each round kind; the name always stands beside them. The four questions of the programme alone have a colour. */
export const ROUND_LOOK: { readonly [K in RoundKind]: { readonly icon: IconName; readonly name: string } } = {
	introduction: { icon: 'people', name: 'neutraal' },
	process: { icon: 'proces', name: 'proces' },
	strengths: { icon: 'goed', name: 'goed' },
	bottlenecks: { icon: 'knelpunt', name: 'knelpunt' },
	needs: { icon: 'behoefte', name: 'behoefte' },
	ideas: { icon: 'instrument', name: 'neutraal' },
	rating: { icon: 'dot', name: 'neutraal' },
	checkout: { icon: 'check', name: 'neutraal' }
};

/** The class that gives an element, and what stands in it, the colours of a round. */
export function roundClass(kind: RoundKind): string {
	return `is-${ROUND_LOOK[kind].name}`;
}
