import { describe } from 'vitest';
import { law, mustEqual, mustHold, playNoting } from '../../../../tests/kit/law.ts';
import { isBy, isOf, isStillThere } from '../../../../tests/kit/whose.ts';
import { MUNICIPALITY, type Who, participationId } from '../../../../tests/kit/worksession.ts';
import { allCards, cardOf } from '../card/card-table.ts';
import type { Card } from '../card/card.ts';
import type { Ballots } from '../choose/ballot.ts';
import type { Command } from '../commands.ts';
import type { Round } from '../day/round.ts';
import { mapValues } from '../keyed.ts';
import { hostedTable } from '../people/tables.ts';
import type { Worksession } from '../worksession.ts';

describe('[C1] what is yours stays yours', () => {
	law(
		'[C1] no command changes a card, a ballot or a participation of someone else, but what facilitators and hosts arrange',
		(world, seen) => {
			playNoting(world, seen, ({ before, after, command, who }) => {
				if (before === after) return;
				const act: Act = { command, who, hosts: hostedTable(before, participationId(who)) };
				mustKeepParticipations(before, after, act);
				for (const round of Object.values(before.rounds)) {
					const next = after.rounds[round.id];
					if (next) {
						mustKeepCards(round, next, act);
						mustKeepBallots(round, next, act);
					} else mustHold(round.cardCount === 0 && who === 'facilitator', 'only an empty round is taken out');
				}
			});
		}
	);
});

interface Act {
	readonly command: Command;
	readonly who: Who;
	/** The table that whoever acts leads. */
	readonly hosts: string | null;
}

function mustKeepParticipations(before: Worksession, after: Worksession, { command, who }: Act): void {
	for (const [id, participation] of Object.entries(before.participations)) {
		const next = after.participations[id];
		if (id === participationId(who) || next === participation) continue;
		mustHold(who === 'facilitator', 'a participation is its own');
		if (next) {
			const { handRaisedAt, tableId } = next;
			const isMerged = command.type === 'MergePeople' && command.intoId === id;
			const isTaken =
				command.type === 'RedactText' && command.target.kind === 'person' && command.target.id === id;
			const { greeting, functionName, formerIds, isWithoutDevice } = isMerged ? next : participation;
			const former = isMerged ? before.participations[command.fromId] : undefined;
			mustHold(
				[participation, former].some((one) => one?.functionName === functionName),
				'a function is what one of both said'
			);
			const words = isTaken
				? { greeting: null, functionName: next.functionName }
				: { greeting, functionName };
			mustEqual(
				next,
				{ ...participation, ...words, handRaisedAt, tableId, formerIds, isWithoutDevice },
				'who somebody is stays'
			);
		} else mustHold(isSentAway(command, id), 'people go when they are sent away or are somebody else');
	}
}

function isSentAway(command: Command, id: string): boolean {
	if (command.type === 'RemovePerson') return command.participationId === id;
	return command.type === 'MergePeople' && command.fromId === id;
}

function mustKeepCards(before: Round, after: Round, act: Act): void {
	mustHold(allCards(after.cards).length === after.cardCount, 'the count counts the cards');
	for (const [id, count] of Object.entries(after.cardCounts)) {
		const written = allCards(after.cards).filter((card) => isOf(card, id) && !card.isWithoutOrigin);
		mustHold(written.length === count, 'so does the count of each person');
	}
	for (const card of allCards(before.cards)) {
		if (isWrittenByActor(card, act.who)) continue;
		const next = cardOf(after.cards, card.id);
		if (next) mustKeepCard(card, next, act);
		else mustHold(goesWithItsWriter(card, act.command), 'a card goes with its writer only');
	}
}

function mustKeepCard(card: Card, next: Card, { command, who, hosts }: Act): void {
	const { stepId, formerStepId, clusterId, isShared } = next;
	const isMerged = command.type === 'MergePeople' && isOf(card, command.fromId);
	const author = isMerged ? { kind: 'participation', participationId: command.intoId } : card.author;
	const isRemoved = command.type === 'RemoveTable' && command.tableId === card.tableId;
	const tableId = isRemoved ? null : card.tableId;
	const isRedacted = command.type === 'RedactCard' && command.cardId === card.id && who === 'facilitator';
	const isEdited = command.type === 'EditCardFor' && command.cardId === card.id && isScribed(card, command);
	const code = who.startsWith(MUNICIPALITY) ? who.slice(MUNICIPALITY.length) : null;
	const isAnswered = code !== null && card.municipalities.includes(code);
	const isCorrected = command.type === 'CloseWorksession' && card.readBack?.verdict === 'corrected';
	const isRead = command.type === 'ReadBackFor' && command.cardId === card.id && isScribed(card, command);
	const isOther = isRedacted || isEdited || isRead || isCorrected || isAnswered;
	const municipalities = isAnswered ? card.municipalities.filter((one) => one !== code) : [];
	const isTakenOff = isAnswered && next.municipalities.length < card.municipalities.length;
	const { text, redaction, editedAt, readBack } = isOther ? next : card;
	const isHid = command.type === 'SetHidden' && who === 'facilitator' && command.cardIds.includes(card.id);
	const isHidden = isHid ? command.isHidden : card.isHidden;
	mustHold(!isCorrected || text === card.readBack?.text, 'a card says what its writer corrected it to');
	mustEqual(
		next,
		{
			...card,
			...(isTakenOff ? { municipalities } : {}),
			text,
			isHidden,
			redaction,
			editedAt,
			readBack,
			author,
			tableId,
			stepId,
			formerStepId,
			clusterId,
			isShared
		},
		'what a card says is its writer’s'
	);
	mustHold(isShared || !card.isShared, 'a seen card stays seen');
	if (who === 'facilitator' || next === card || isAnswered) return;
	mustHold(
		hosts !== null && card.tableId === hosts,
		'a participant arranges what lies at the table they lead'
	);
}

/** Of whom it is asked, for whom the facilitator wrote it. */
function isScribed(card: Card, { participationId: id }: { readonly participationId: string }): boolean {
	return card.isWrittenFor && isOf(card, id);
}

function goesWithItsWriter(card: Card, command: Command): boolean {
	if (command.type === 'WithdrawCardFor') return command.cardId === card.id && isScribed(card, command);
	if (command.type === 'CloseWorksession') return card.readBack?.verdict === 'away';
	const isSentAway = command.type === 'RemovePerson' && command.withCards;
	return isSentAway && !card.isWithoutOrigin && isOf(card, command.participationId);
}

function isWrittenByActor(card: Card, who: Who): boolean {
	if (card.author.kind !== 'unknown') return isBy(card, who);
	return card.author.proof === `proof of key of ${who} for ${card.draftId}`;
}

/** A participant who withdraws what others had dots on gives those dots back; nothing else of theirs changes. */
function mustKeepBallots(before: Round, after: Round, { who, hosts }: Act): void {
	if (who === 'facilitator' || hosts !== null) return;
	const kept = (ballots: Ballots) =>
		Object.entries(ballots)
			.filter(([id]) => id !== participationId(who))
			.map(([id, given]) => [
				id,
				mapValues(given, (ballot) => {
					const there = Object.entries(ballot).filter(([key]) => isStillThere(after, key));
					return Object.fromEntries(there);
				})
			]);
	mustEqual(kept(after.ballots), kept(before.ballots), 'someone’s dots are theirs');
	const earlier = (round: Round) => round.earlierVotes.map(({ ballots }) => kept(ballots));
	mustEqual(earlier(after), earlier(before), 'and so are those of an earlier vote');
}
