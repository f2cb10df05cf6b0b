import type { PieceView } from '#lib/domain/record/municipality-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

interface RoundOfPieces {
	readonly roundId: string;
	readonly kind: RoundKind;
	readonly pieces: readonly PieceView[];
}

/** In the order of the pieces. */
export function piecesPerRound(pieces: readonly PieceView[]): readonly RoundOfPieces[] {
	const ids = [...new Set(pieces.map(({ roundId }) => roundId))];
	return ids.flatMap((roundId) => {
		const own = pieces.filter((piece) => piece.roundId === roundId);
		const [first] = own;
		return first ? [{ roundId, kind: first.kind, pieces: own }] : [];
	});
}

/** Where a piece lies, in words. */
export function whereIsPiece({ stack, step }: Pick<PieceView, 'stack' | 'step'>): string {
	return [
		stack?.title ? m.room_wrap_in_stack({ title: stack.title }) : '',
		step === null ? '' : m.room_wrap_at_step({ title: step })
	]
		.filter((words) => words !== '')
		.join(', ');
}
