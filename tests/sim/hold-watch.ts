import type { Hold } from '#lib/domain/board/holding.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { own } from '#lib/domain/keyed.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { Visitor } from '#lib/server/access/visitors.ts';
import type { Room } from '#lib/server/room.ts';
import { presentId } from './rule-watch.ts';
import type { Wire } from './wire.ts';

/** What was not heard of for so long is forgotten. */
const FORGOTTEN_MS = 15_000;
/** The clock turns by no more at a time; what is due is noticed when it turns, and told of at the turn after. */
export const TURN_MS_MAX = 4000;

interface Hand {
	readonly visitor: Visitor;
	readonly room: Room;
	/** What arrived last, and when. */
	hold: Hold | null;
	at: number;
	/** What this connection was told last that others hold. */
	told: readonly HeldView[];
}

/** Keeps beside the server who has what in hand, and reads all that is told of it. */
export class HoldWatch {
	readonly found: string[] = [];
	readonly #now: () => number;
	readonly #hands = new Map<Wire, Hand>();

	constructor(now: () => number) {
		this.#now = now;
	}

	entered(wire: Wire, visitor: Visitor, room: Room): void {
		this.#hands.set(wire, { visitor, room, hold: null, at: this.#now(), told: [] });
	}

	left(wire: Wire): void {
		this.#hands.delete(wire);
	}

	heard(wire: Wire, hold: Hold | null): void {
		const hand = this.#hands.get(wire);
		if (hand) Object.assign(hand, { hold, at: this.#now() });
	}

	/** What leaves the server is true, is for somebody who arranges, and tells of nothing that the room does not see. */
	told(wire: Wire, held: readonly HeldView[]): void {
		const hand = this.#hands.get(wire);
		if (!hand) return;
		hand.told = held;
		const { state, people } = hand.room.world;
		if (held.length > 0 && !arranges(hand.visitor, state))
			this.found.push('somebody who does not arrange was told who holds what');
		for (const view of held) {
			if (hidesSome(view, state)) this.found.push('a piece that the room does not see was told as held');
			const names = this.#holdersOf(wire, view).map(({ visitor }) =>
				nameFor(visitor, hand.visitor, state, people.names)
			);
			if (names.length === 0) this.found.push('a piece was told as held by nobody');
			else if (!names.includes(view.name))
				this.found.push('who holds a piece has another name, or one that is not told');
		}
	}

	/** Once the clock has gone round, nobody is left with what was put down, with who left, or with what was not heard of again. */
	clockTurned(): void {
		for (const [wire, { told }] of this.#hands)
			if (told.some((view) => this.#holdersOf(wire, view).length === 0))
				this.found.push('a piece is told as held after it was put down');
	}

	#holdersOf(reader: Wire, { roundId, items }: HeldView): readonly Hand[] {
		const since = this.#now() - FORGOTTEN_MS - TURN_MS_MAX - 1;
		return [...this.#hands].flatMap(([wire, hand]) => {
			const { hold, at } = hand;
			const isIts = wire !== reader && hold?.roundId === roundId && at > since;
			return isIts && items.every((item) => hold.items.some(({ id }) => id === item.id)) ? [hand] : [];
		});
	}
}

function arranges({ audience, identity }: Visitor, { tables, ...state }: Worksession): boolean {
	if (audience === 'facilitator') return true;
	const id = presentId({ tables, ...state }, identity?.participationId ?? '');
	return tables.some(({ hostId }) => hostId === id);
}

function hidesSome({ roundId, items }: HeldView, { rounds }: Worksession): boolean {
	const round = own(rounds, roundId);
	const seen = new Set(
		round ? allCards(round.cards).flatMap(({ id, isShared }) => (isShared ? [id] : [])) : []
	);
	return items.some(({ kind, id }) => (kind === 'card' ? !seen.has(id) : !own(round?.clusters ?? {}, id)));
}

/** As the reader may know the holder; null where they may not. */
function nameFor(
	holder: Visitor,
	reader: Visitor,
	{ authorVisibility }: Worksession,
	names: ReadonlyMap<string, string>
): string | null {
	if (holder.audience === 'facilitator')
		return reader.audience === 'facilitator' ? holder.facilitatorName : null;
	const isTold = reader.audience === 'facilitator' || authorVisibility === 'open';
	return isTold ? (names.get(holder.identity?.participationId ?? '') ?? null) : null;
}
