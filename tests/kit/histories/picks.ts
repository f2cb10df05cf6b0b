import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Context } from '#lib/domain/commands.ts';
import type { Round } from '#lib/domain/day/round.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { isOwnedBy } from '#lib/domain/card/cards.ts';
import { participationId } from '../worksession.ts';
import type { Dice } from './dice.ts';
import { municipalCodes } from './people-there.ts';

const NOWHERE = ['nowhere', '__proto__', 'constructor', 'id-00000000'] as const;

interface PickedCard {
	readonly roundId: string;
	readonly id: string;
	readonly text: string;
	readonly stepId: string | null;
}

/** What a command can be about: mostly such that it could succeed, now and then in every way that it could not. */
export class Picks {
	readonly dice: Dice;
	readonly state: Worksession;
	/** The state before the board was last arranged. */
	readonly arrangedBefore: Worksession;
	/** The state before a step was last added, changed, moved or removed. */
	readonly stepsBefore: Worksession;
	readonly context: Context;
	readonly index: number;

	constructor(known: Pick<Picks, 'dice' | 'state' | 'arrangedBefore' | 'stepsBefore' | 'context' | 'index'>) {
		this.dice = known.dice;
		this.state = known.state;
		this.arrangedBefore = known.arrangedBefore;
		this.stepsBefore = known.stepsBefore;
		this.context = known.context;
		this.index = known.index;
	}

	orNowhere(id: string): string {
		return this.dice.chance(0.04) ? this.dice.pick(NOWHERE) : id;
	}

	rounds(): readonly Round[] {
		return Object.values(this.state.rounds);
	}

	/** Mostly the round the group is at. */
	roundId(): string {
		const { currentItemId } = this.state;
		const isCurrent = currentItemId !== null && this.state.rounds[currentItemId] && this.dice.chance(0.88);
		return this.orNowhere(isCurrent ? currentItemId : this.dice.pick(this.rounds()).id);
	}

	roundOf(id: string): Round | undefined {
		return Object.hasOwn(this.state.rounds, id) ? this.state.rounds[id] : undefined;
	}

	/** Mostly a round that still waits, where cards can be put in. */
	unstartedRoundId(): string {
		const waiting = this.rounds().filter((round) => round.stage === 'waiting' || round.stage === 'writing');
		return this.orNowhere(
			this.dice.pickOr(
				waiting.map((round) => round.id),
				this.roundId()
			)
		);
	}

	itemId(): string {
		return this.orNowhere(this.dice.pick(this.state.agenda).id);
	}

	personId(): string {
		const ids = Object.keys(this.state.participations);
		return this.orNowhere(this.dice.pickOr(ids, participationId('anna')));
	}

	tableId(): string | null {
		if (this.dice.chance(0.1)) return null;
		const ids = this.state.tables.map((table) => table.id);
		return this.orNowhere(this.dice.pickOr(ids, 'nowhere'));
	}

	stepId(): string | null {
		if (this.dice.chance(0.3)) return null;
		const ids = this.state.steps.map((step) => step.id);
		return this.orNowhere(this.dice.pickOr(ids, 'nowhere'));
	}

	exampleId(): string {
		return this.orNowhere(
			this.dice.pickOr(
				this.state.examples.map((example) => example.id),
				'nowhere'
			)
		);
	}

	municipalities(): readonly string[] {
		const known = municipalCodes(this.state.isTrial);
		const roll = this.dice.roll();
		if (roll < 0.05) return ['GM9999'];
		if (roll < 0.1) return municipalCodes(!this.state.isTrial);
		if (roll < 0.17) return Array.from({ length: 41 }, () => known[0] ?? '');
		return roll < 0.3 ? [] : known.slice(this.dice.below(known.length));
	}

	/** One of them in two spellings. */
	organisation(): string {
		const roll = this.dice.roll();
		if (roll < 0.03) return 'o'.repeat(81);
		if (roll < 0.5) return '';
		return roll < 0.7 ? 'Bureau Kanarie' : roll < 0.85 ? 'bureau-kanarie' : 'Stichting Kolibrie';
	}

	/** Unique, so that a text that leaks is found; sometimes nothing, too much, or no letters. */
	text(): string {
		const roll = this.dice.roll();
		if (roll < 0.03) return ' \n';
		if (roll < 0.06) return 'é'.repeat(281);
		return `geheim ${String(this.index).padStart(4, '0')}${this.dice.chance(0.2) ? ' 🌊 <b>&amp;' : ''}`;
	}

	title(): string {
		const roll = this.dice.roll();
		if (roll < 0.06) return '';
		if (roll < 0.12) return 't'.repeat(101);
		return this.dice.chance(0.2) ? 'Zelfde titel' : `Titel ${this.index}`;
	}

	minutes(): number {
		return this.dice.chance(0.2) ? this.dice.pick([0, -1, 1.5, 241, Number.NaN]) : 1 + this.dice.below(240);
	}

	cardIds(id: string | null): readonly string[] {
		const round = id === null ? undefined : this.roundOf(id);
		const ids = round ? allCards(round.cards).map((card) => card.id) : [];
		if (this.dice.chance(0.1)) return [this.dice.pick(NOWHERE)];
		return this.dice.some(ids, 3);
	}

	/** A card of the actor's own with this probability, else any: hidden, someone else's, or none. */
	card(ownProbability: number): PickedCard {
		const all = this.rounds().flatMap((round) =>
			allCards(round.cards).map((card) => ({
				card,
				id: card.id,
				roundId: round.id,
				text: card.text,
				stepId: card.stepId
			}))
		);
		const mine = all.filter(({ card }) => isOwnedBy(card, this.context));
		const current = mine.filter((card) => card.roundId === this.state.currentItemId);
		const id = this.dice.pick(NOWHERE);
		const nothing: PickedCard = { id, roundId: this.roundId(), text: 'niets', stepId: null };
		if (this.dice.chance(0.05))
			return { ...this.dice.pickOr<PickedCard>(mine, nothing), roundId: this.roundId() };
		if (!this.dice.chance(ownProbability)) return this.dice.pickOr<PickedCard>(all, nothing);
		return this.dice.pickOr<PickedCard>(current, this.dice.pickOr<PickedCard>(mine, nothing));
	}

	item(id: string): ItemRef {
		const round = this.roundOf(id);
		const cards = allCards(round?.cards ?? []).map((card): ItemRef => ({ kind: 'card', id: card.id }));
		const clusters = Object.keys(round?.clusters ?? {}).map((key): ItemRef => ({ kind: 'cluster', id: key }));
		const kind = this.dice.chance(0.5) ? 'card' : 'cluster';
		const nothing: ItemRef = { kind, id: this.dice.pick(NOWHERE) };
		if (this.dice.chance(0.05)) return nothing;
		return this.dice.pickOr(this.dice.chance(0.4) && clusters.length > 0 ? clusters : cards, nothing);
	}

	items(id: string): readonly ItemRef[] {
		return Array.from({ length: 1 + this.dice.below(4) }, () => this.item(id));
	}

	cluster(): { readonly roundId: string; readonly clusterId: string } {
		const id = this.roundId();
		const withClusters = this.rounds().filter((round) => Object.keys(round.clusters).length > 0);
		const round = this.roundOf(id);
		const hasAny = round && Object.keys(round.clusters).length > 0;
		const from = hasAny ? round : this.dice.pickOr(withClusters, undefined);
		const ids = Object.keys(from?.clusters ?? {});
		return { roundId: from?.id ?? id, clusterId: this.orNowhere(this.dice.pickOr(ids, 'nowhere')) };
	}

	idIn(pieces: readonly { readonly id: string }[]): string {
		return this.orNowhere(
			this.dice.pickOr(
				pieces.map(({ id }) => id),
				'nowhere'
			)
		);
	}
}
