import { FORESEEN_ID } from '#lib/domain/board/arrangement-change.ts';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import { actorOf, stateFromView } from '#lib/domain/prediction.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { ActHistory } from '#lib/ui/board/act-history.svelte.ts';
import type { Dice } from './histories/dice.ts';

/** An act that the server confirmed, with the version it led to. */
export interface Confirmed {
	readonly command: Command;
	readonly version: number;
}

/** Somebody who arranges the board of a round over a real socket, by chance, with the undo of the regie. */
export class Arranger {
	readonly confirmed: Confirmed[] = [];
	refusals = 0;
	readonly #socket: VisitorSocket;
	readonly #roundId: string;
	readonly #dice: Dice;
	readonly #history = new ActHistory();

	constructor(socket: VisitorSocket, roundId: string, dice: Dice) {
		this.#socket = socket;
		this.#roundId = roundId;
		this.#dice = dice;
	}

	/** One act on what the board shows here now, which somebody else may be changing. */
	async act(): Promise<void> {
		const roll = this.#dice.roll();
		if (roll < 0.25) await this.#step('undo');
		else if (roll < 0.35) await this.#step('redo');
		else await this.#arrange();
	}

	async #step(direction: 'undo' | 'redo'): Promise<void> {
		const command = this.#history.next(direction, this.#view.shared);
		if (!command) return this.#arrange();
		if (await this.#send(command)) this.#history.moved(direction, command);
		else this.#history.drop(direction);
	}

	async #arrange(): Promise<void> {
		const command = this.#command();
		const done = this.#history.expect(
			{ shared: this.#view.shared, foresee: (act) => this.#foresee(act) },
			command
		);
		if (await this.#send(command)) done();
	}

	async #send(command: Command): Promise<boolean> {
		const answer = await this.#socket.send(command);
		if ('fault' in answer) throw new Error(`${command.type}: ${answer.fault}`);
		if (answer.ok) this.confirmed.push({ command, version: answer.version });
		else this.refusals += 1;
		return answer.ok;
	}

	#foresee(command: Command) {
		const { shared, own: mine } = this.#view;
		const before = stateFromView(shared, mine);
		const outcome = decide(before, command, {
			actor: actorOf(mine),
			now: 0,
			commandId: FORESEEN_ID,
			newId: () => FORESEEN_ID,
			proofOf: () => null
		});
		return outcome.ok ? { before, after: outcome.value.reduce(evolve, before) } : null;
	}

	#command(): Command {
		const roundId = this.#roundId;
		const { cards, clusters } = this.#round;
		const clusterId = this.#dice.pickOr(Object.keys(clusters), null);
		const cardIds = this.#dice.some(Object.keys(cards), 3);
		const roll = this.#dice.roll();
		if (clusterId !== null && roll < 0.15) return { type: 'AddToCluster', roundId, clusterId, cardIds };
		if (clusterId !== null && roll < 0.25)
			return { type: 'RenameCluster', roundId, clusterId, title: `Naam ${this.#dice.below(1000)}` };
		if (clusterId !== null && roll < 0.35) return { type: 'TakeApart', roundId, clusterId };
		if (roll < 0.45) return { type: 'RemoveFromCluster', roundId, cardIds };
		if (roll < 0.65) return { type: 'MakeCluster', roundId, title: 'Stapel', items: this.#items() };
		return { type: 'PinItems', roundId, items: this.#items(), stepId: this.#stepId() };
	}

	#items(): readonly ItemRef[] {
		const { cards, clusters } = this.#round;
		const items: readonly ItemRef[] = [
			...Object.keys(clusters).map((id) => ({ kind: 'cluster', id }) as const),
			...Object.values(cards).flatMap(({ id, clusterId }) =>
				clusterId === null ? [{ kind: 'card', id } as const] : []
			)
		];
		return this.#dice.some(items, 3);
	}

	#stepId(): string | null {
		return this.#dice.pick([null, ...this.#view.shared.steps.map(({ id }) => id)]);
	}

	get #view() {
		const { view } = this.#socket;
		if (!view) throw new Error('Whoever arranges sees the board');
		return view;
	}

	get #round(): RoundView {
		const round = own(this.#view.shared.rounds, this.#roundId);
		if (!round) throw new Error('Whoever arranges sees the round');
		return round;
	}
}
