import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import {
	changedArrangement,
	isArranging,
	withClusterId,
	type ArrangementChange
} from '#lib/domain/board/arrangement-change.ts';
import type { Command, CommandOf } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import { changedSteps, isOnSteps, withStepId, type ProcessChange } from '#lib/domain/board/step-change.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Worksession } from '#lib/domain/worksession.ts';

/** Further back nobody remembers what they did. */
const ACTS_MAX = 50;

/** One's own act: how that part of the board of a round, or of the process, was, and what the act made of it. */
type Act =
	| ({ readonly kind: 'board'; readonly roundId: string } & ArrangementChange)
	| ({ readonly kind: 'steps'; readonly stepsBefore: ReadonlySet<string> } & ProcessChange);

/** An act, and how many texts were taken away by then: a title from before that could bring such a text back. */
interface Done {
	readonly act: Act;
	readonly redactions: number;
}

/** What undoes an act, or does it again. */
export type Undoing = CommandOf<'Rearrange'> | CommandOf<'RearrangeSteps'>;

/**
 * What the reader did on the board on this page, to undo and do again, and what others did since it was opened: that is undone when nothing
 * of one's own is left, and after asking.
 */
export class ActHistory {
	#done = $state.raw<readonly Done[]>([]);
	#undone = $state.raw<readonly Done[]>([]);
	#theirs = $state.raw<readonly Done[]>([]);
	/** What of theirs is being asked about. */
	#asked: Done | null = null;

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canUndoTheirs(): boolean {
		return this.#theirs.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** To be asked before the act; what it gives is to be called once the act is on disk. */
	expect(client: Pick<WorksessionClient, 'foresee' | 'shared'>, command: Command): () => void {
		const foreseen = isArranging(command) || isOnSteps(command) ? client.foresee(command) : null;
		const act = foreseen && actOf(command, foreseen.before, foreseen.after);
		if (!act) return () => undefined;
		const done = { act, redactions: redactionsIn(client.shared) };
		return () => {
			this.#done = [...this.#done.slice(1 - ACTS_MAX), done];
			this.#undone = [];
		};
	}

	/** What changed on the board of this round, or of the process, was no act of the reader, and is theirs to undo: a host knows one table. */
	see(
		before: Worksession,
		after: Worksession,
		roundId: string,
		client: Pick<WorksessionClient, 'shared' | 'wouldRefuse'>
	): void {
		const act = stepsAct(before, after) ?? boardAct(before, after, roundId);
		if (!act || client.wouldRefuse(turned(commandOf(act, client.shared)))) return;
		const last = this.#theirs.at(-1);
		const isTakenBack =
			last !== undefined && isSamePart(last.act.from, act.to) && isSamePart(last.act.to, act.from);
		const done = { act, redactions: redactionsIn(client.shared) };
		this.#theirs = isTakenBack ? this.#theirs.slice(0, -1) : [...this.#theirs.slice(1 - ACTS_MAX), done];
	}

	/** What undoes the last act of somebody else; null while there is something of one's own to undo, and when there is nothing. */
	undoTheirs(shared: SharedView): Undoing | null {
		this.#forgetOldTitles(shared);
		this.#asked = (this.#done.length === 0 && this.#theirs.at(-1)) || null;
		return this.#asked && turned(commandOf(this.#asked.act, shared));
	}

	/** What was asked about is undone, which the reader may do again; or it cannot be undone any more, unless it is tried once more. */
	movedTheirs(isUndone: boolean): void {
		const asked = this.#asked;
		this.#theirs = this.#theirs.filter((done) => done !== asked);
		if (isUndone && asked) this.#undone = [...this.#undone, asked];
	}

	/** The act that undoes the last one, or does the last undone one again; null when there is none. */
	next(direction: 'undo' | 'redo', shared: SharedView): Undoing | null {
		this.#forgetOldTitles(shared);
		const done = (direction === 'undo' ? this.#done : this.#undone).at(-1);
		if (!done) return null;
		const command = commandOf(done.act, shared);
		return direction === 'undo' ? turned(command) : command;
	}

	/** The last act is undone, or done again. */
	moved(direction: 'undo' | 'redo', command: Undoing): void {
		const [from, to] = direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
		const done = from.at(-1);
		if (!done) return;
		const act = actDone(done.act, direction === 'undo' ? turned(command) : command);
		const [left, grown] = [from.slice(0, -1), [...to, { ...done, act }]];
		[this.#done, this.#undone] = direction === 'undo' ? [left, grown] : [grown, left];
	}

	/** Nothing can be taken back any more. */
	forget(): void {
		this.#done = [];
		this.#undone = [];
		this.#theirs = [];
	}

	/** The last act cannot be taken back any more; what was before it may still be. */
	drop(direction: 'undo' | 'redo'): void {
		if (direction === 'undo') this.#done = this.#done.slice(0, -1);
		else this.#undone = this.#undone.slice(0, -1);
	}

	/** Once a text is taken away, no title from before that is known to be free of it. */
	#forgetOldTitles(shared: SharedView): void {
		const redactions = redactionsIn(shared);
		const isSafe = (done: Done): boolean => done.redactions === redactions || !hasTitles(done.act);
		if (![...this.#done, ...this.#undone, ...this.#theirs].every(isSafe)) {
			this.#done = this.#done.filter(isSafe);
			this.#undone = this.#undone.filter(isSafe);
			this.#theirs = this.#theirs.filter(isSafe);
		}
	}
}

function actOf(command: Command, before: Worksession, after: Worksession): Act | null {
	if (isOnSteps(command)) return stepsAct(before, after);
	if (!('roundId' in command) || command.roundId === null) return null;
	return boardAct(before, after, command.roundId);
}

function stepsAct(before: Worksession, after: Worksession): Act | null {
	const change = changedSteps(before, after);
	const stepsBefore = new Set(before.steps.map(({ id }) => id));
	return change && { kind: 'steps', stepsBefore, ...change };
}

function boardAct(before: Worksession, after: Worksession, roundId: string): Act | null {
	const change = changedArrangement(before, after, roundId);
	return change && { kind: 'board', roundId, ...change };
}

function isSamePart(one: Act['from'], other: Act['from']): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** What does an act again, with the ids that are the server's to give. */
function commandOf(act: Act, shared: SharedView): Undoing {
	if (act.kind === 'steps') {
		const { from, to } = withStepId(act, addedStep(act, shared));
		return { type: 'RearrangeSteps', from, to };
	}
	// A new cluster is the one in which the cards of this act lie.
	const { roundId } = act;
	const cards = own(shared.rounds, roundId)?.cards ?? {};
	const { from, to } = withClusterId(act, (cardId) => own(cards, cardId)?.clusterId ?? null);
	return { type: 'Rearrange', roundId, from, to };
}

/** The step that this act added: one that was not there before it, in the same process with the same title. */
function addedStep(act: Act & { readonly kind: 'steps' }, { steps }: SharedView): string | null {
	const [added] = act.to.steps.filter(({ id }) => !act.from.steps.some((step) => step.id === id));
	const isAdded = ({ id, title, tableId }: SharedView['steps'][number]) =>
		!act.stepsBefore.has(id) && title === added?.title && tableId === added.tableId;
	return steps.find(isAdded)?.id ?? null;
}

function turned<T extends Undoing>(command: T): T {
	return { ...command, from: command.to, to: command.from };
}

/** The same act with the ids that its command had. */
function actDone(act: Act, command: Undoing): Act {
	if (act.kind === 'board' && command.type === 'Rearrange')
		return { ...act, from: command.from, to: command.to };
	if (act.kind === 'steps' && command.type === 'RearrangeSteps')
		return { ...act, from: command.from, to: command.to };
	return act;
}

function hasTitles(act: Act): boolean {
	const pieces = act.kind === 'board' ? [act.from.clusters, act.to.clusters] : [act.from.steps, act.to.steps];
	return pieces.some(({ length }) => length > 0);
}

function redactionsIn({ rounds }: SharedView): number {
	return Object.values(rounds).reduce(
		(count, { cards }) => count + Object.values(cards).filter((card) => card.redaction !== null).length,
		0
	);
}
