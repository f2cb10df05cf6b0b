import { expect, test } from 'vitest';
import { anOpenWorksession } from '../../../tests/kit/worksession.ts';
import { NEW_IDEA } from './choose/ideas.ts';
import { STATE_FORMAT } from './worksession.ts';

/** When this fails, the state has another shape: raise STATE_FORMAT, so that states kept by earlier versions are not read, and copy it here. */
const LOCK = {
	format: 32,
	shape: [
		'actions agenda authorVisibility broughtIn closedAt codeBookVersion currentItemId decisions doors examples facts id ideas isFrozen isLobbyLocked isTrial itemTimes links message openedAt parked participations plannedMinutes ratings recordVersions redactions removed roti rounds shownRating spotlight steps tables timer validated validations wrapUp',
		'ballots cardCount cardCounts cards closedAt clusters codes countedDots earlierVotes id kind ready settings stage votedOn',
		'at author clusterId draftId editedAt formerStepId id isHidden isLate isShared isWithoutOrigin isWrittenFor municipalities organisation readBack redaction stepId tableId text',
		'id stepId title',
		'formerIds functionName greeting handRaisedAt id isWithoutDevice joinedAt municipalities noticeVersion organisation role tableId',
		'at changedAt dissents id ideaId reason text',
		'deal examples form from id interests nationalPart needs ownPart privacyCheck summary tableId title',
		'askedOf closedAt criteria id ideaIds kind sheets startedAt'
	]
};

test('a state of another shape has another format', () => {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	day.cluster('Stapel', day.card('anna', 'een'), day.card('bram', 'twee'));
	day.act('facilitator', { type: 'AddIdea', idea: { ...NEW_IDEA, title: 'Toets' }, tableId: null, from: [] });
	const ideaIds = day.state.ideas.map(({ id }) => id);
	day.act('facilitator', { type: 'StartRating', kind: 'worth', ideaIds, criteria: null });
	const decision = { text: 'Besluit', reason: '', dissents: [], ideaId: null };
	day.act('facilitator', { type: 'AddDecision', decision });
	const round = day.round('bottlenecks');
	const parts = [
		day.state,
		round,
		Object.values(day.cards('bottlenecks'))[0],
		Object.values(round.clusters)[0],
		Object.values(day.state.participations)[0],
		day.state.decisions[0],
		day.state.ideas[0],
		day.state.ratings[0]
	];
	const shape = parts.map((part) =>
		Object.keys(part ?? {})
			.sort()
			.join(' ')
	);
	expect({ format: STATE_FORMAT, shape }).toEqual(LOCK);
});
