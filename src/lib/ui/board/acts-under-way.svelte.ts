import { SvelteSet } from 'svelte/reactivity';
import { isOnSteps } from '#lib/domain/board/step-change.ts';
import type { CommandType } from '#lib/domain/commands.ts';
import { PERMISSIONS } from '#lib/domain/permissions.ts';

/** Whether whoever does this wants to see the board change; what is done to cards and stacks is bound to stages. */
export function isOnBoard(type: CommandType): boolean {
	return PERMISSIONS[type].stages !== undefined || isOnSteps({ type }) || type === 'RearrangeSteps';
}

/** What was asked on this page and is not answered yet. */
export class ActsUnderWay {
	readonly #types = new SvelteSet<CommandType>();

	/** Whether one of them changes the board. */
	get areOnBoard(): boolean {
		return [...this.#types].some(isOnBoard);
	}

	has(type: CommandType): boolean {
		return this.#types.has(type);
	}

	/** Counts an act of this kind as under way until it is answered. */
	async until<T>(type: CommandType, act: () => Promise<T>): Promise<T> {
		this.#types.add(type);
		try {
			return await act();
		} finally {
			this.#types.delete(type);
		}
	}
}
