import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { stepNumber } from './board-tables.ts';
import type { Drop } from './drops.ts';

/** Stands in for a title that is still to be typed. */
const SOME_TITLE = '?';

/** What letting go asks of the server, one after another. A new stack asks for its title first. */
export function dropCommands(roundId: string, drop: Drop, title = SOME_TITLE): readonly Command[] {
	switch (drop.kind) {
		case 'stack':
			return [{ type: 'MakeCluster', roundId, title, items: drop.items }];
		case 'add':
			return [{ type: 'AddToCluster', roundId, clusterId: drop.clusterId, cardIds: drop.cardIds }];
		case 'put':
			return [
				...(drop.takeOut.length > 0
					? [{ type: 'RemoveFromCluster', roundId, cardIds: drop.takeOut } as const]
					: []),
				{ type: 'PinItems', roundId, items: drop.items, stepId: drop.stepId }
			];
	}
}

/** Where it will land, or why it may not. */
export function dropWords(
	client: Pick<WorksessionClient, 'wouldRefuse'>,
	round: RoundView,
	steps: readonly ProcessStep[],
	drop: Drop
): { readonly text: string; readonly isRefused: boolean } {
	const rejections = dropCommands(round.id, drop).map((command) => client.wouldRefuse(command));
	const rejection = rejections.find((one) => one !== null);
	if (rejection) return { text: rejectionText(rejection), isRefused: true };
	return { text: landingText(round, steps, drop), isRefused: false };
}

function landingText(round: RoundView, steps: readonly ProcessStep[], drop: Drop): string {
	switch (drop.kind) {
		case 'stack':
			return drop.items.filter(({ kind }) => kind === 'cluster').length > 1
				? m.common_drop_merge()
				: m.common_drop_stack();
		case 'add':
			return m.common_drop_add({ title: own(round.clusters, drop.clusterId)?.title ?? '' });
		case 'put': {
			const step = steps.find(({ id }) => id === drop.stepId);
			return step ? m.common_drop_step({ number: stepNumber(steps, step) }) : m.common_drop_none();
		}
	}
}
