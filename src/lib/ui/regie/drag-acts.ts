import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { dropWords } from '../board/drop-words.ts';
import { Hand, type Landing } from '../board/hand.svelte.ts';
import { m } from '#lib/i18n/words.ts';
import { addTo, isStageFor, putAt } from './board-acts.ts';
import type { Regie } from './regie.svelte.ts';

/** The hand of who leads: it drags what the buttons and keys do, and asks what they ask. */
export function handOf(regie: Regie): Hand {
	const round = () => (regie.round && isStageFor(regie.round, 'PinItems') ? regie.round : null);
	return new Hand({
		round,
		selection: regie.selection,
		wordsFor: (drop) => {
			const now = round();
			return now && dropWords(regie.client, now, regie.steps, drop);
		},
		drop: (landing) => void letGo(regie, landing),
		onlift: () => regie.shown.hold(),
		onempty: () => regie.shown.run(),
		onlost: () => regie.toasts.show({ text: m.common_drop_lost(), icon: 'warn' })
	});
}

async function letGo(regie: Regie, { drop, text, isRefused }: Landing): Promise<void> {
	const { round } = regie;
	if (!round) return;
	if (isRefused) regie.toasts.show({ text, icon: 'warn' });
	else if (drop.kind === 'stack') regie.question = { kind: 'make-stack', items: drop.items };
	else if (drop.kind === 'add') await addTo(regie, drop.clusterId, drop.cardIds);
	else if (await isTakenOut(regie, round, drop.takeOut)) {
		const step = regie.steps.find(({ id }) => id === drop.stepId) ?? null;
		await putAt(regie, step, drop.items);
	}
}

/** Whether these cards lie in no stack any more. */
async function isTakenOut(
	regie: Regie,
	{ id: roundId }: RoundView,
	cardIds: readonly string[]
): Promise<boolean> {
	return cardIds.length === 0 || regie.perform({ type: 'RemoveFromCluster', roundId, cardIds });
}
