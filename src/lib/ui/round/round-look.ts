import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { IconName } from '../primitives/icon-names.ts';

/** Colour and sign of each round kind; the name always stands beside them. */
export const ROUND_LOOK: { readonly [K in RoundKind]: { readonly icon: IconName; readonly name: string } } = {
	process: { icon: 'proces', name: 'proces' },
	strengths: { icon: 'goed', name: 'goed' },
	bottlenecks: { icon: 'knelpunt', name: 'knelpunt' },
	needs: { icon: 'behoefte', name: 'behoefte' }
};

/** The class that gives an element, and what stands in it, the colours of a round. */
export function roundClass(kind: RoundKind): string {
	return `is-${ROUND_LOOK[kind].name}`;
}
