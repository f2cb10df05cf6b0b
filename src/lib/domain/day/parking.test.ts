import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { Command } from '../commands.ts';
import type { ParkedFacts } from './parked.ts';
import { CARD_TEXT_LENGTH_MAX, PARKED_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { AUDIENCES } from '../vocabulary.ts';

const ROUND = roundId('bottlenecks');

function park(
	items: readonly ItemRef[],
	facts: Partial<ParkedFacts> = {},
	tableId: string | null = null
): Command {
	const parked = { text: '', ownerId: null, ownerName: '', ...facts };
	return { type: 'Park', roundId: items.length === 0 ? null : ROUND, items, parked, tableId };
}

function card(id: string): ItemRef {
	return { kind: 'card', id };
}

/** A day on which the room sees two bottlenecks of Anna's and one of Bram's. */
function aDay(): { readonly day: Story; readonly ids: readonly [string, string, string] } {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	return { day, ids: [day.card('anna', 'een'), day.card('anna', 'twee'), day.card('bram', 'drie')] };
}

describe('the parking lot', () => {
	test('[Z1] takes a card, a stack with all its cards, or a thought, and gives it back once', () => {
		const { day, ids } = aDay();
		const clusterId = day.cluster('Stapel', ids[0], ids[1]);
		day.act('facilitator', park([card(ids[2])], { text: ' Later ' }));
		day.act('facilitator', park([{ kind: 'cluster', id: clusterId }, card(ids[0])]));
		day.act('facilitator', park([], { text: 'Wie betaalt dit?', ownerName: ' CBS ' }));
		expect(day.state.parked).toMatchObject([
			{ roundId: ROUND, cardIds: [ids[2]], text: 'Later' },
			{ roundId: ROUND, cardIds: [ids[0], ids[1]].sort() },
			{ roundId: null, cardIds: [], text: 'Wie betaalt dit?', ownerName: 'CBS' }
		]);
		const unpark: Command = { type: 'Unpark', parkedId: day.state.parked[0]?.id ?? '' };
		day.act('facilitator', unpark);
		expect(day.state.parked).toHaveLength(2);
		expect(day.attempt('facilitator', unpark)).toEqual(reject('unknown-parked'));
	});

	test('[Z1] takes nothing that the room can not see, nothing without words, and two hundred at most', () => {
		const { day, ids } = aDay();
		day.at('needs', 'writing');
		const hidden = card(day.card('anna', 'verborgen'));
		const needs = { ...park([hidden]), roundId: roundId('needs') } as Command;
		expect(day.attempt('facilitator', needs)).toEqual(reject('unknown-item'));
		const nowhere = { ...park([card(ids[0])]), roundId: null } as Command;
		expect(day.attempt('facilitator', nowhere)).toEqual(reject('unknown-round'));
		expect(day.attempt('facilitator', park([], { text: ' ' }))).toEqual(reject('text-empty'));
		const long = 't'.repeat(CARD_TEXT_LENGTH_MAX + 1);
		expect(day.attempt('facilitator', park([], { text: long }))).toEqual(reject('text-too-long'));
		for (let count = 0; count < PARKED_MAX; count += 1) day.act('facilitator', park([], { text: 't' }));
		expect(day.attempt('facilitator', park([], { text: 't' }))).toEqual(reject('outcomes-full'));
	});

	test('[Z2] keeps a card through every stack it goes into and comes out of, and lets go of one that is withdrawn', () => {
		const { day, ids } = aDay();
		day.act('facilitator', park([card(ids[0])]));
		day.act('facilitator', park([card(ids[0]), card(ids[2])], { text: 'Samen' }));
		const parked = day.state.parked;
		const clusterId = day.cluster('Stapel', ids[0], ids[1]);
		day.act('facilitator', { type: 'TakeApart', roundId: ROUND, clusterId });
		expect(day.state.parked).toBe(parked);
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId: ids[0] });
		expect(day.state.parked).toMatchObject([{ text: 'Samen', cardIds: [ids[2]] }]);
		day.act('bram', { type: 'WithdrawCard', roundId: ROUND, cardId: ids[2] });
		expect(day.state.parked).toMatchObject([{ text: 'Samen', cardIds: [], roundId: null }]);
	});

	test('[Z2] holds no text of a card, so that a redaction leaves nothing of it there', () => {
		const { day, ids } = aDay();
		day.act('facilitator', park([card(ids[0])]));
		day.act('anna', { type: 'RedactCard', roundId: ROUND, cardId: ids[0], reason: '' });
		expect(day.cards('bottlenecks')[ids[0]]?.text).toBe(REDACTED_TEXT);
		expect(JSON.stringify([day.state.parked, day.events.slice(-2)])).not.toContain('een');
	});

	test('[Z3] has an owner who stays when sent away and goes along with who remains, and whom only facilitators know', () => {
		const { day, ids } = aDay();
		const [anna, bram] = [participationId('anna'), participationId('bram')];
		expect(day.attempt('facilitator', park([card(ids[0])], { ownerId: 'nobody' }))).toEqual(
			reject('unknown-person')
		);
		const ownerName = 'n'.repeat(81);
		expect(day.attempt('facilitator', park([card(ids[0])], { ownerName }))).toEqual(reject('text-too-long'));
		day.act('facilitator', park([card(ids[0])], { ownerId: anna }));
		day.act('facilitator', { type: 'RemovePerson', participationId: anna, withCards: false });
		for (const audience of AUDIENCES)
			expect(day.shared(audience).parked).toMatchObject([
				{ ownerId: audience === 'facilitator' ? anna : null, origin: { municipalities: ['GM0014'] } }
			]);
		day.act('facilitator', { type: 'ReadmitPerson', participationId: anna });
		day.act('facilitator', { type: 'MergePeople', fromId: anna, intoId: bram });
		expect(day.state.parked).toMatchObject([{ ownerId: bram }]);
	});

	test('[Z6] changes its owner and nothing else, and an owner who was sent away may stay', () => {
		const { day, ids } = aDay();
		const [anna, bram] = [participationId('anna'), participationId('bram')];
		day.act('facilitator', park([card(ids[0])], { text: 'Later', ownerId: anna }));
		const [known] = day.state.parked;
		const change = (ownerId: string | null, ownerName = ''): Command => ({
			type: 'ChangeParked',
			parkedId: known?.id ?? '',
			owner: { ownerId, ownerName }
		});
		day.act('facilitator', { type: 'RemovePerson', participationId: anna, withCards: false });
		expect(day.attempt('facilitator', change(anna))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', change('nobody'))).toEqual(reject('unknown-person'));
		expect(day.attempt('facilitator', change(null, 'n'.repeat(81)))).toEqual(reject('text-too-long'));
		day.act('facilitator', change(bram));
		expect(day.state.parked).toEqual([{ ...known, ownerId: bram }]);
		day.act('facilitator', change(null, ' CBS '));
		expect(day.state.parked).toEqual([{ ...known, ownerId: null, ownerName: 'CBS' }]);
		const gone = { type: 'ChangeParked', parkedId: 'x', owner: { ownerId: null, ownerName: '' } } as const;
		expect(day.attempt('facilitator', gone)).toEqual(reject('unknown-parked'));
	});

	test('[Z5] stands in the record as a loose end with for whom its owner comes, and no name of a card’s writer', () => {
		const { day, ids } = aDay();
		day.act('facilitator', park([card(ids[0])], { ownerId: participationId('bram'), text: 'Later' }));
		day.act('facilitator', park([], { text: 'Geld', ownerName: 'CBS' }));
		const record = intakeRecord(day.state);
		expect(record.looseEnds.parked).toMatchObject([
			{ order: 1, cards: [ids[0]], text: 'Later', municipalities: ['GM0363', 'GM0344'], owner: '' },
			{ order: 2, cards: [], text: 'Geld', municipalities: null, owner: 'CBS' }
		]);
		expect(recordJson(record)).not.toContain(participationId('bram'));
	});
});

describe('a table’s part of the parking lot', () => {
	/** Anna leads the first table and Bram sits at the second; each wrote a card there. */
	function twoTables() {
		const day = anOpenWorksession();
		for (const name of ['Tafel 1', 'Tafel 2'])
			day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
		const [mine = '', theirs = ''] = day.state.tables.map(({ id }) => id);
		day.act('anna', { type: 'TakeSeat', tableId: mine });
		day.act('bram', { type: 'TakeSeat', tableId: theirs });
		day.act('facilitator', { type: 'SetHost', tableId: mine, participationId: participationId('anna') });
		day.at('bottlenecks', 'sharing');
		return { day, mine, theirs, own: card(day.card('anna', 'een')), other: card(day.card('bram', 'twee')) };
	}

	test('[Z4] is filled and emptied by its host, with what lies there', () => {
		const { day, mine, theirs, own, other } = twoTables();
		expect(day.attempt('anna', park([other], {}, mine))).toEqual(reject('other-table'));
		expect(day.attempt('anna', park([own], {}, theirs))).toEqual(reject('other-table'));
		expect(day.attempt('bram', park([other], {}, theirs))).toEqual(reject('not-allowed'));
		day.act('anna', park([own], { ownerId: participationId('anna') }, mine));
		day.act('facilitator', park([other]));
		const [first, second] = day.state.parked.map(({ id }): Command => ({ type: 'Unpark', parkedId: id }));
		const owners = day.state.parked.map(({ id: parkedId }): Command => ({
			type: 'ChangeParked',
			parkedId,
			owner: { ownerId: null, ownerName: 'CBS' }
		}));
		expect(owners.map((change) => day.attempt('anna', change))).toMatchObject([
			{ ok: true },
			reject('other-table')
		]);
		expect(second && day.attempt('anna', second)).toEqual(reject('other-table'));
		expect(first && day.attempt('anna', first)).toMatchObject({ ok: true });
		day.act('facilitator', { type: 'RemoveTable', tableId: mine });
		expect(day.state.parked.map(({ tableId }) => tableId)).toEqual([null, null]);
	});

	test('[Z3] does not tell its host who an owner is, by taking back the id that it has', () => {
		const { day, mine, own } = twoTables();
		day.act('facilitator', park([own], { ownerId: participationId('bram') }, mine));
		const owner = { ownerId: participationId('bram'), ownerName: '' };
		const parkedId = day.state.parked[0]?.id ?? '';
		expect(day.attempt('anna', { type: 'ChangeParked', parkedId, owner })).toEqual(reject('unknown-person'));
	});

	test('[Z3] names nobody else as owner than its host, by their id', () => {
		const { day, mine, own } = twoTables();
		expect(day.attempt('anna', park([own], { ownerId: participationId('bram') }, mine))).toEqual(
			reject('unknown-person')
		);
		expect(day.attempt('anna', park([own], { ownerName: 'Bram' }, mine))).toEqual(
			accept([expect.anything()])
		);
	});
});
