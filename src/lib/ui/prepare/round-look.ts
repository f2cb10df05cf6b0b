import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { IconName } from '../primitives/icon-names.ts';

/** Class that sets the colours of a round, and its icon. */
export const ROUND_LOOK = {
	process: { css: 'is-proces', icon: 'proces' },
	strengths: { css: 'is-goed', icon: 'goed' },
	bottlenecks: { css: 'is-knelpunt', icon: 'knelpunt' },
	needs: { css: 'is-behoefte', icon: 'behoefte' }
} as const satisfies Record<RoundKind, { css: string; icon: IconName }>;
