import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';

/** What a board is drawn from. */
interface Drawn {
	readonly round: RoundView;
	readonly steps: readonly ProcessStep[];
}

interface Held extends Drawn {
	/** Ids of the reader's own cards when it was held. */
	readonly mine: readonly string[];
}

/**
 * The board as one reader sees it, who may let it stand still (WCAG 2.2.2): cards, stacks and steps stay as they were while the rest of the
 * round goes on. The reader's own cards are never held back. Another round or stage lets it run again. Changes nothing for others.
 */
export class StillBoard {
	readonly #live: () => Drawn | null;
	readonly #isMine: (cardId: string) => boolean;
	#held: Held | null = $state.raw(null);
	/** What to draw; null without a round. */
	readonly drawn: Drawn | null = $derived.by(() => this.#draw());

	/** Both are read live. Call while a component starts. */
	constructor(live: () => Drawn | null, isMine: (cardId: string) => boolean = () => false) {
		this.#live = live;
		this.#isMine = isMine;
		$effect(() => {
			if (this.#held && !this.isStill) this.#held = null;
		});
	}

	/** The round with the cards and stacks to draw. */
	get round(): RoundView | null {
		return this.drawn?.round ?? null;
	}

	get steps(): readonly ProcessStep[] {
		return this.drawn?.steps ?? [];
	}

	get isStill(): boolean {
		const now = this.#live()?.round;
		return this.#held !== null && now?.id === this.#held.round.id && now.stage === this.#held.round.stage;
	}

	/** Cards of others that came since the board stands still. */
	get newCount(): number {
		const round = this.#live()?.round;
		if (!this.isStill || !round) return 0;
		const known = this.#held?.round.cards ?? {};
		return Object.keys(round.cards).filter((id) => !(id in known) && !this.#isMine(id)).length;
	}

	hold(): void {
		const live = this.#live();
		if (!live) return;
		const mine = Object.keys(live.round.cards).filter((id) => this.#isMine(id));
		this.#held = { ...live, mine };
	}

	run(): void {
		this.#held = null;
	}

	#draw(): Drawn | null {
		const live = this.#live();
		const held = this.#held;
		if (!live || !held || !this.isStill) return live;
		const { clusters } = held.round;
		return { round: { ...live.round, clusters, cards: this.#cards(held, live.round) }, steps: held.steps };
	}

	/**
	 * The held cards in their order with the reader's own as they are now, and the reader's new ones after them. A card that is gone, taken
	 * away by its writer or hidden, goes at once, and so does a text that was taken away: nobody should go on showing it.
	 */
	#cards({ round, mine }: Held, now: RoundView): Readonly<Record<string, CardView>> {
		const held = Object.values(round.cards).flatMap((card) => {
			const live = now.cards[card.id];
			if (!live) return [];
			return [mine.includes(card.id) || live.redaction !== null ? live : card];
		});
		const added = Object.values(now.cards).filter(
			(card) => this.#isMine(card.id) && !(card.id in round.cards)
		);
		return Object.fromEntries([...held, ...added].map((card) => [card.id, card]));
	}
}
