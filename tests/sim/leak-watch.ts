import { allCards } from '#lib/domain/card-table.ts';
import { own } from '#lib/domain/keyed.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Room } from '#lib/server/room.ts';
import { presentId } from './rule-watch.ts';

/** Reads every message that leaves the server, and keeps what should not have been in it. */
export class LeakWatch {
	readonly found: string[] = [];
	readonly #visibility: AuthorVisibility;
	/** Canary word → the participation that wrote it. */
	readonly #writers = new Map<string, string>();
	readonly #shared = new Set<string>();

	constructor(visibility: AuthorVisibility) {
		this.#visibility = visibility;
	}

	/** A text that can be recognised wherever it turns up. */
	canary(number: number, participationId: string): string {
		const word = `kanarie${number}x`;
		this.#writers.set(word, participationId);
		return `${word} "één" \\ \u0000`;
	}

	see(json: string, { audience, identity }: Visitor, room: Room): void {
		this.#noteShared(room);
		this.#seeGone(json, identity, room);
		if (/"attendance":.*Naam van/.test(json)) this.found.push(`a name reached a ${audience} as attendance`);
		for (const [word] of json.matchAll(/kanarie\d+x/g)) {
			if (this.#shared.has(word)) continue;
			const writer = presentId(room.world.state, this.#writers.get(word) ?? '');
			const isOwn = writer === (identity?.participationId ?? audience);
			if (!isOwn) this.found.push(`${word} reached a ${audience}`);
		}
		if (this.#visibility === 'open' || this.#visibility === 'municipality') return;
		if (/"author":\{/.test(json)) this.found.push(`an author reached a ${audience}`);
	}

	/** Answers to what was asked before may still come in the turn that sent somebody away; nothing else may. */
	#seeGone(json: string, identity: Visitor['identity'], { world }: Room): void {
		if (!identity || json.startsWith('{"kind":"answer"')) return;
		if (own(world.state.removed, identity.participationId))
			this.found.push('a message reached somebody who was sent away');
	}

	#noteShared({ world }: Room): void {
		for (const round of Object.values(world.state.rounds))
			for (const { isShared, text } of allCards(round.cards))
				if (isShared) this.#shared.add(/kanarie\d+x/.exec(text)?.[0] ?? '');
	}
}
