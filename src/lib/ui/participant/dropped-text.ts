import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { m } from '#lib/i18n/words.ts';
import { stepNumber } from '../board/board-tables.ts';
import type { Drop } from '../board/drops.ts';

/** What was done, once something was let go over a step or a stack. */
export function droppedText(
	drop: Exclude<Drop, { readonly kind: 'stack' }>,
	{ clusters }: Pick<RoundView, 'clusters'>,
	steps: readonly ProcessStep[]
): string {
	if (drop.kind === 'add')
		return m.room_host_say_added({ title: own(clusters, drop.clusterId)?.title ?? '' });
	const step = steps.find(({ id }) => id === drop.stepId);
	return step ? m.room_host_say_pinned({ number: stepNumber(steps, step) }) : m.room_host_say_unpinned();
}
