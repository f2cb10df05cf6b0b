import type { CommandOf } from '#lib/domain/commands.ts';
import { writtenFor } from '#lib/domain/visibility/written-for.ts';
import { PARTICIPATION_ROLES } from '#lib/domain/vocabulary.ts';
import { participationId } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';
import { readBackAnswer, rotiAnswer } from './wrap-up.ts';

export const peopleChoosers: Choosers<
	| 'Join'
	| 'Greet'
	| 'SetLobbyLocked'
	| 'RemovePerson'
	| 'ReadmitPerson'
	| 'MergePeople'
	| 'AddPerson'
	| 'PostCardFor'
	| 'EditCardFor'
	| 'WithdrawCardFor'
	| 'PlaceDotFor'
	| 'TakeDotFor'
	| 'ReadBackFor'
	| 'GiveRotiFor'
> = {
	Join: (picks) => ({
		role: picks.dice.pick(['follower', ...PARTICIPATION_ROLES]),
		organisation: picks.organisation(),
		municipalities: picks.municipalities(),
		functionName: picks.dice.chance(0.05) ? 'f'.repeat(81) : 'adviseur',
		noticeVersion: '2026-09'
	}),
	Greet: (picks) => ({ text: picks.text() }),
	SetLobbyLocked: (picks) => ({ isLocked: picks.dice.chance(0.3) }),
	RemovePerson: (picks) => ({
		participationId: picks.personId(),
		withCards: picks.dice.chance(0.4)
	}),
	ReadmitPerson: (picks) => ({
		participationId: picks.orNowhere(
			picks.dice.pickOr(Object.keys(picks.state.removed), participationId('anna'))
		)
	}),
	MergePeople: (picks) => ({ fromId: picks.personId(), intoId: picks.personId() }),
	AddPerson: (picks) => ({
		name: picks.dice.chance(0.1) ? picks.dice.pick(['', 'n'.repeat(81)]) : `Els ${picks.index}`,
		role: picks.dice.pick(PARTICIPATION_ROLES),
		organisation: picks.organisation(),
		municipalities: picks.municipalities(),
		functionName: ''
	}),
	PostCardFor: (picks) => ({
		participationId: scribedId(picks),
		roundId: picks.roundId(),
		text: picks.text(),
		stepId: picks.stepId(),
		...(picks.dice.chance(0.3) ? { isWithoutOrigin: true } : {})
	}),
	EditCardFor: (picks) => ({ ...writtenCard(picks), text: picks.text(), stepId: picks.stepId() }),
	WithdrawCardFor: (picks) => writtenCard(picks),
	PlaceDotFor: (picks) => {
		const round = picks.roundId();
		return { participationId: scribedId(picks), roundId: round, item: picks.item(round) };
	},
	TakeDotFor: (picks) => {
		const round = picks.roundId();
		return { participationId: scribedId(picks), roundId: round, item: picks.item(round) };
	},
	ReadBackFor: (picks) => ({ ...writtenCard(picks), answer: readBackAnswer(picks) }),
	GiveRotiFor: (picks) => ({ participationId: scribedId(picks), answer: rotiAnswer(picks) })
};

/** Mostly a card that was written for somebody without a device. */
function writtenCard(picks: Picks): Omit<CommandOf<'WithdrawCardFor'>, 'type'> {
	const written = Object.values(writtenFor(picks.state));
	const any = picks.card(0);
	const one = picks.dice.chance(0.1) ? undefined : picks.dice.pickOr(written, undefined);
	return {
		cardId: one?.id ?? any.id,
		participationId: one?.participationId ?? scribedId(picks),
		roundId: one?.roundId ?? any.roundId
	};
}

/** Mostly somebody without a device. */
export function scribedId(picks: Picks): string {
	const people = Object.values(picks.state.participations).filter((one) => one.isWithoutDevice);
	const ids = people.map(({ id }) => id);
	return picks.dice.chance(0.1) ? picks.personId() : picks.dice.pickOr(ids, picks.personId());
}
