import type { RatingAnswer } from '#lib/domain/choose/rating.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RotiAnswering } from '../review/roti-answering.ts';
import type { Regie } from './regie.svelte.ts';

/** What the day was worth to somebody without a device: as it is chosen and typed for them, and as it was given. */
export class ScribedRoti implements RotiAnswering {
	score: number | null = $state(null);
	reason = $state('');
	/** Why it was not kept the last time. */
	refused: string | null = $state(null);
	#isUnderWay = $state(false);
	readonly #regie: Pick<Regie, 'ask' | 'client'>;
	readonly #participationId: string;

	constructor(regie: Pick<Regie, 'ask' | 'client'>, participationId: string) {
		this.#regie = regie;
		this.#participationId = participationId;
		this.score = this.#given?.score ?? null;
		this.reason = this.#given?.reason ?? '';
	}

	get isGiven(): boolean {
		return this.#given !== undefined;
	}

	get isChanged(): boolean {
		const given = this.#given;
		return this.score !== null && (given?.score !== this.score || given.reason !== this.reason.trim());
	}

	get isSaved(): boolean {
		return !this.#isUnderWay;
	}

	give(takesReason: boolean): void {
		if (this.score === null) return;
		void this.#say({ score: this.score, reason: takesReason ? this.reason.trim() : '' });
	}

	takeBack(): void {
		this.score = null;
		this.reason = '';
		void this.#say(null);
	}

	get #given(): RatingAnswer | undefined {
		return own(this.#regie.client.shared.facilitator?.scribedRoti ?? {}, this.#participationId);
	}

	async #say(answer: RatingAnswer | null): Promise<void> {
		if (this.#isUnderWay) return;
		this.#isUnderWay = true;
		const participationId = this.#participationId;
		this.refused = await this.#regie.ask({ type: 'GiveRotiFor', participationId, answer });
		this.#isUnderWay = false;
	}
}
