import { PARTICIPATION_ROLES } from '#lib/domain/vocabulary.ts';
import { participationId } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const peopleChoosers: Choosers<
	| 'Join'
	| 'Greet'
	| 'SetLobbyLocked'
	| 'RemovePerson'
	| 'ReadmitPerson'
	| 'MergePeople'
	| 'AddPerson'
	| 'PostCardFor'
	| 'PlaceDotFor'
	| 'TakeDotFor'
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
		stepId: picks.stepId()
	}),
	PlaceDotFor: (picks) => {
		const round = picks.roundId();
		return { participationId: scribedId(picks), roundId: round, item: picks.item(round) };
	},
	TakeDotFor: (picks) => {
		const round = picks.roundId();
		return { participationId: scribedId(picks), roundId: round, item: picks.item(round) };
	}
};

/** Mostly somebody without a device. */
export function scribedId(picks: Picks): string {
	const people = Object.values(picks.state.participations).filter((one) => one.isWithoutDevice);
	const ids = people.map(({ id }) => id);
	return picks.dice.chance(0.1) ? picks.personId() : picks.dice.pickOr(ids, picks.personId());
}
