import type { Store, WorksessionRow } from '../store/store.ts';
import type { System } from '../system.ts';
import { derivedCode } from './codes.ts';
import { hashOf } from './tokens.ts';

/**
 * The codes by which a worksession is led together or taken over. They are secret, but spoken: eight characters like a join code, made
 * again from the server's own secret whenever they are shown. The store knows their hashes.
 */
export class TakeOvers {
	readonly #store: Store;
	readonly #system: System;
	readonly #secret: string;

	constructor(parts: { store: Store; system: System; secret: string }) {
		this.#store = parts.store;
		this.#system = parts.system;
		this.#secret = parts.secret;
	}

	/** The present code of a worksession; the first one is made when it is first asked for. Stored without hyphen. */
	async code(row: WorksessionRow): Promise<string> {
		return row.takeOverGeneration > 0 ? this.#codeOf(row, row.takeOverGeneration) : this.renew(row);
	}

	/** The next code; the one before works no more. Of two who ask at once both get the same. */
	async renew(row: WorksessionRow): Promise<string> {
		const generation = row.takeOverGeneration + 1;
		const code = this.#codeOf(row, generation);
		await this.#store.renewTakeOver(row.id, generation, hashOf(code));
		return code;
	}

	/** The worksession of a code, or null. */
	sessionId(code: string): Promise<string | null> {
		return this.#store.sessionIdByTakeOver(hashOf(code));
	}

	/** From now on this account leads the worksession too. */
	join(sessionId: string, accountId: string): Promise<void> {
		return this.#store.addFacilitator(sessionId, accountId, this.#system.now());
	}

	/** Never the join code, which the whole room knows. */
	#codeOf({ id, code: joinCode }: WorksessionRow, generation: number): string {
		const code = derivedCode(this.#secret, `take-over:${id}:${generation}`);
		return code === joinCode ? derivedCode(this.#secret, `take-over:${id}:${generation}:again`) : code;
	}
}
