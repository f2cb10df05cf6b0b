import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';

/** Stages in which a host may arrange, with what they begin by doing there. */
const BEGIN: Readonly<Partial<Record<Stage, Mode>>> = { sharing: 'read', arranging: 'arrange' };

export type Mode = 'read' | 'arrange';

interface Seen {
	readonly round: Pick<RoundView, 'id' | 'stage' | 'settings'>;
	readonly own: Pick<OwnView, 'isHost'> | null;
	/** Only to read: an earlier round. */
	readonly isPast: boolean;
}

/** Whether a host reads along or arranges the board of their table. A choice counts for the stage in which it was made. */
export class HostMode {
	readonly #seen: () => Seen;
	#chosen: { readonly at: string; readonly mode: Mode } | null = $state.raw(null);
	readonly isOffered: boolean = $derived.by(() => {
		const { round, own, isPast } = this.#seen();
		return !isPast && own?.isHost === true && round.settings.isAtTables && round.stage in BEGIN;
	});
	readonly mode: Mode = $derived.by(() => {
		const begin = BEGIN[this.#seen().round.stage] ?? 'read';
		return this.#chosen?.at === this.#place() ? this.#chosen.mode : begin;
	});

	/** What is seen is read live. Call while a component starts. */
	constructor(seen: () => Seen) {
		this.#seen = seen;
	}

	get isArranging(): boolean {
		return this.isOffered && this.mode === 'arrange';
	}

	choose(mode: Mode): void {
		this.#chosen = { at: this.#place(), mode };
	}

	#place(): string {
		const { round } = this.#seen();
		return `${round.id} ${round.stage}`;
	}
}
