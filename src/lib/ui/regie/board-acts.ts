import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import { PERMISSIONS } from '#lib/domain/permissions.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { m } from '#lib/i18n/words.ts';
import type { Undoing } from '../board/act-history.svelte.ts';
import type { BoardItem } from '../board/board-columns.ts';
import { stepNumber } from '../board/board-tables.ts';
import { stepThrough, undoTheirs, type Direction } from '../board/step-through.ts';
import type { Regie } from './regie.svelte.ts';

/** What can be done with the chosen cards and stacks; buttons and keys do the same. A refusal keeps the choice. */

type BoardCommand =
	'ClassifyItems' | 'PinItems' | 'MakeCluster' | 'RenameCluster' | 'LinkNeed' | 'EditCardFor' | 'SetHidden';

/** Whether the stage of a round lets this be done at all. */
export function isStageFor(round: RoundView, type: BoardCommand): boolean {
	return PERMISSIONS[type].stages?.includes(round.stage) ?? true;
}

export function selectedItems(regie: Regie): readonly ItemRef[] {
	const clusters = regie.selectedClusters.map(({ id }) => ({ kind: 'cluster', id }) as const);
	return [...clusters, ...regie.selectedCards.map(({ id }) => ({ kind: 'card', id }) as const)];
}

/** Loose cards join the one stack that is chosen with them; else a new stack asks for its title. */
export async function stack(regie: Regie, items = selectedItems(regie)): Promise<void> {
	const { round } = regie;
	if (!round || !isStageFor(round, 'MakeCluster') || items.length < 2) return;
	const clusters = items.filter(({ kind }) => kind === 'cluster');
	const [cluster] = clusters;
	if (!cluster || clusters.length > 1) regie.question = { kind: 'make-stack', items };
	else await addTo(regie, cluster.id, idsOf(items, 'card'));
}

/** Puts cards in a stack that is there. */
export async function addTo(regie: Regie, clusterId: string, cardIds: readonly string[]): Promise<void> {
	const { round } = regie;
	if (!round) return;
	const isDone = await regie.perform({ type: 'AddToCluster', roundId: round.id, clusterId, cardIds });
	if (isDone) done(regie, m.regie_stack_made({ count: cardsIn(round, clusterId) }));
}

/** The stacks in view in which what is chosen may go: those that are not chosen, nor hold all of it already. */
export function stacksForChoice(regie: Regie): readonly BoardItem[] {
	const cardIds = chosenCardIds(regie);
	return regie.items.filter(
		({ ref, key, cards }) =>
			ref.kind === 'cluster' &&
			!regie.selection.has(key) &&
			!cardIds.every((id) => cards.some((card) => card.id === id))
	);
}

/** The chosen cards and those in the chosen stacks. */
export function chosenCardIds(regie: Regie): readonly string[] {
	const clusterIds = new Set<string | null>(regie.selectedClusters.map(({ id }) => id));
	const stacked = Object.values(regie.shown.round?.cards ?? {}).filter((card) =>
		clusterIds.has(card.clusterId)
	);
	return [...new Set([...regie.selectedCards, ...stacked].map(({ id }) => id))];
}

export async function takeApart(regie: Regie): Promise<void> {
	const { round, selectedClusters } = regie;
	if (!round || !isStageFor(round, 'MakeCluster') || selectedClusters.length === 0) return;
	for (const { id: clusterId } of selectedClusters)
		if (!(await regie.perform({ type: 'TakeApart', roundId: round.id, clusterId }))) return;
	done(regie, m.regie_taken_apart());
}

export async function takeOut(regie: Regie): Promise<void> {
	const { round } = regie;
	const cardIds = regie.selectedCards.filter((card) => card.clusterId !== null).map((card) => card.id);
	if (!round || cardIds.length === 0) return;
	if (await regie.perform({ type: 'RemoveFromCluster', roundId: round.id, cardIds })) regie.selection.clear();
}

/** The steps in view at which all that is chosen may lie: a card of one table never lies at a step of another. */
export function stepsForChoice(regie: Regie): readonly ProcessStep[] {
	return regie.steps.filter((step) => mayLieAt(regie, step));
}

/**
 * Puts what is chosen at the step with this number, from 1, or at none with 0. Tables may each have a step of that number: it is the one
 * where all of it may lie. Where there is none the server says why.
 */
export async function putAtStep(regie: Regie, number: number): Promise<void> {
	if (number === 0) return putAt(regie, null);
	const numbered = regie.steps.filter((step) => stepNumber(regie.steps, step) === number);
	const step = numbered.find((candidate) => mayLieAt(regie, candidate)) ?? numbered[0];
	if (step) await putAt(regie, step);
}

/** Puts what is chosen, or these, at a step, or at none with null. */
export async function putAt(
	regie: Regie,
	step: ProcessStep | null,
	items = selectedItems(regie)
): Promise<void> {
	const { round } = regie;
	if (!round || !isStageFor(round, 'PinItems') || items.length === 0) return;
	if (!(await regie.perform({ type: 'PinItems', roundId: round.id, items, stepId: step?.id ?? null })))
		return;
	const count = items.length;
	const number = step && stepNumber(regie.steps, step);
	done(regie, number === null ? m.regie_put_nowhere({ count }) : m.regie_put_done({ count, number }));
}

function mayLieAt(regie: Regie, { id: stepId }: ProcessStep): boolean {
	const { round } = regie;
	if (!round) return false;
	const items = selectedItems(regie);
	return regie.client.wouldRefuse({ type: 'PinItems', roundId: round.id, items, stepId }) !== 'other-table';
}

export function askLink(regie: Regie): void {
	const { round } = regie;
	if (round?.kind !== 'needs' || !isStageFor(round, 'LinkNeed') || selectedItems(regie).length === 0) return;
	regie.question = { kind: 'link' };
}

export function askCodes(regie: Regie): void {
	const { round } = regie;
	if (!round || !isStageFor(round, 'ClassifyItems') || selectedItems(regie).length === 0) return;
	regie.question = { kind: 'classify' };
}

/** Asks who comes back to what is chosen; with nothing chosen it shows what is parked. */
export function askPark(regie: Regie): void {
	regie.question = { kind: 'parking', items: selectedItems(regie) };
}

/** What X does with this choice: hide what the room reads of it, or show it again when all of it is hidden. */
export function hidingChoice(regie: Regie): {
	readonly cardIds: readonly string[];
	readonly isHidden: boolean;
} {
	const { cards = {} } = regie.shown.round ?? {};
	const chosen = chosenCardIds(regie).flatMap((id) => own(cards, id) ?? []);
	const readable = chosen.filter((card) => !card.isHidden);
	const isHidden = readable.length > 0;
	return { cardIds: (isHidden ? readable : chosen).map(({ id }) => id), isHidden };
}

/** Keeps the texts of what is chosen from the room, or shows them again; the toast offers the way back. */
export async function toggleHidden(regie: Regie): Promise<void> {
	const { round } = regie;
	const { cardIds, isHidden } = hidingChoice(regie);
	if (!round || !isStageFor(round, 'SetHidden') || cardIds.length === 0) return;
	const hide = { type: 'SetHidden', roundId: round.id, cardIds, isHidden } as const;
	if (!(await regie.perform(hide))) return;
	regie.selection.clear();
	const back = { label: m.regie_undo(), run: () => void regie.perform({ ...hide, isHidden: !isHidden }) };
	const words = { count: cardIds.length };
	regie.toasts.show({
		text: isHidden ? m.regie_hidden_done(words) : m.regie_hidden_undone(words),
		icon: isHidden ? 'eye-off' : 'eye',
		action: back
	});
}

/** The key of the one piece that is chosen, and whether it is in the spotlight; null when there is no one piece. */
export function spotChoice(regie: Regie): { readonly item: ItemRef; readonly isLit: boolean } | null {
	const [item, another] = selectedItems(regie);
	const { spotlight } = regie.client.shared;
	if (!item || another) return null;
	const isLit =
		spotlight?.roundId === regie.round?.id && spotlight && itemKey(spotlight.item) === itemKey(item);
	return { item, isLit: isLit === true };
}

/** Puts the one chosen piece in the spotlight, or takes out what is in it. */
export async function toggleSpotlight(regie: Regie): Promise<void> {
	const { round } = regie;
	const choice = spotChoice(regie);
	if (!round || (!choice && (regie.selection.size > 0 || !regie.client.shared.spotlight))) return;
	const spotlight = choice && !choice.isLit ? { roundId: round.id, item: choice.item } : null;
	if (!(await regie.perform({ type: 'SetSpotlight', spotlight }))) return;
	regie.say(spotlight ? m.regie_spot_done() : m.regie_spot_gone());
}

/** Takes one's last act on the board back, or does what was taken back again. */
export async function stepBack(regie: Regie, direction: Direction): Promise<void> {
	if (regie.isUnderWay('Rearrange') || regie.isUnderWay('RearrangeSteps')) return;
	const port = {
		history: regie.history,
		shared: regie.client.shared,
		perform: (command: Command) => regie.perform(command),
		askTheirs: (command: Undoing) => (regie.question = { kind: 'undo-theirs', command }),
		say: (text: string) => done(regie, text)
	};
	await stepThrough(port, direction);
}

/** Undoes what somebody else did last; the answer is why not, or null. */
export function undoOther(regie: Regie, command: Undoing): Promise<string | null> {
	const port = { history: regie.history, say: (text: string) => done(regie, text) };
	return undoTheirs(port, () => regie.ask(command));
}

function done(regie: Regie, text: string): void {
	regie.selection.clear();
	regie.say(text);
}

function idsOf(items: readonly ItemRef[], wanted: ItemRef['kind']): readonly string[] {
	return items.filter(({ kind }) => kind === wanted).map(({ id }) => id);
}

function cardsIn(round: RoundView, clusterId: string): number {
	return Object.values(round.cards).filter((card) => card.clusterId === clusterId).length;
}
