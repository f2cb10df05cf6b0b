import { beforeEach, describe, expect, test } from 'vitest';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { Audience } from '#lib/domain/vocabulary.ts';
import type { Presence } from '#lib/protocol/messages.ts';
import { Clockwork } from '../../../tests/kit/clockwork.ts';
import { PresenceBoard } from './presence-board.ts';

let clockwork: Clockwork;
let board: PresenceBoard;
let sent: { readonly sessionId: string; readonly audience: Audience; readonly presence: Presence }[];
let attendances: { readonly sessionId: string; readonly attendance: Attendance }[];

beforeEach(() => {
	clockwork = new Clockwork();
	sent = [];
	attendances = [];
	board = new PresenceBoard(clockwork.system, {
		presence: (sessionId, audience, presence) => sent.push({ sessionId, audience, presence }),
		attendance: (sessionId, attendance) => attendances.push({ sessionId, attendance })
	});
});

describe('who is present', () => {
	test('a participant with two tabs counts once, until the last is closed', () => {
		board.enter('a', 'anna');
		board.enter('a', 'anna');
		board.enter('a', 'bram');
		expect(board.of('a', 'participant').online).toBe(2);
		board.leave('a', 'anna', 'tab-1');
		expect(board.of('a', 'participant').online).toBe(2);
		board.leave('a', 'anna', 'tab-2');
		expect(board.of('a', 'participant').online).toBe(1);
	});

	test('only facilitators learn who', () => {
		board.enter('a', 'anna');
		expect(board.of('a', 'facilitator').people).toEqual(['anna']);
		expect(board.of('a', 'participant').people).toBeNull();
		expect(board.of('a', 'screen').people).toBeNull();
	});

	test('a worksession knows nothing of another', () => {
		board.enter('a', 'anna');
		board.setWriting('a', 'anna', 'tab-1', true);
		expect(board.of('b', 'facilitator')).toEqual({ online: 0, writing: 0, people: [], facilitators: [] });
	});

	test('whoever writes in two tabs counts once, and stops with the last', () => {
		board.enter('a', 'anna');
		board.enter('a', 'anna');
		board.setWriting('a', 'anna', 'tab-1', true);
		board.setWriting('a', 'anna', 'tab-2', true);
		expect(board.of('a', 'screen').writing).toBe(1);
		board.setWriting('a', 'anna', 'tab-1', false);
		expect(board.of('a', 'screen').writing).toBe(1);
		board.leave('a', 'anna', 'tab-2');
		expect(board.of('a', 'screen')).toEqual({ online: 1, writing: 0, people: null, facilitators: null });
	});
});

describe('facilitators', () => {
	const shown = (sessionId = 'a') => board.of(sessionId, 'facilitator').facilitators;
	const femke = { accountId: 'femke', name: 'Femke', awaySince: null };
	const marieke = { accountId: 'marieke', name: 'Marieke', awaySince: null };

	beforeEach(() => {
		board.enterFacilitator('a', 'femke', 'Femke');
		board.enterFacilitator('a', 'marieke', 'Marieke');
		clockwork.advance(1000);
		sent.length = 0;
	});

	test('see each other by name, and nobody else sees them', () => {
		expect(shown()).toEqual([femke, marieke]);
		expect(shown('b')).toEqual([]);
		expect(board.of('a', 'participant').facilitators).toBeNull();
		expect(board.of('a', 'screen').facilitators).toBeNull();
	});

	test('are away ten seconds after their last connection ended, since then, and the others are told', () => {
		board.enterFacilitator('a', 'marieke', 'Marieke');
		board.leaveFacilitator('a', 'marieke');
		clockwork.advance(60_000);
		expect(shown(), 'another tab is still open').toEqual([femke, marieke]);
		const since = clockwork.now;
		board.leaveFacilitator('a', 'marieke');
		clockwork.advance(9_999);
		expect(shown()).toEqual([femke, marieke]);
		sent.length = 0;
		clockwork.advance(1);
		clockwork.advance(1000);
		const away = [femke, { ...marieke, awaySince: since }];
		expect(sent.find(({ audience }) => audience === 'facilitator')?.presence.facilitators).toEqual(away);
	});

	test('who load their page again were never away', () => {
		board.leaveFacilitator('a', 'femke');
		clockwork.advance(2000);
		board.enterFacilitator('a', 'femke', 'Femke');
		clockwork.advance(60_000);
		expect(shown()).toEqual([femke, marieke]);
	});

	test('who come back after all are there again, and who stay away are forgotten after an hour', () => {
		board.leaveFacilitator('a', 'femke');
		board.leaveFacilitator('a', 'marieke');
		clockwork.advance(30 * 60_000);
		board.enterFacilitator('a', 'femke', 'Femke');
		expect(shown()?.map(({ awaySince }) => awaySince === null)).toEqual([true, false]);
		clockwork.advance(30 * 60_000);
		clockwork.advance(1000);
		expect(shown()).toEqual([femke]);
	});
});

describe('messages', () => {
	test('are at most one per room, audience and second, however many come and go', () => {
		for (let number = 0; number < 200; number += 1) {
			board.enter('a', `person-${number}`);
			board.setWriting('a', `person-${number}`, `tab-${number}`, true);
			clockwork.advance(10);
		}
		clockwork.advance(1000);
		const toParticipants = sent.filter(({ audience }) => audience === 'participant');
		expect(toParticipants).toHaveLength(2);
		expect(sent).toHaveLength(6);
		expect(toParticipants.at(-1)?.presence).toEqual({
			online: 200,
			writing: 200,
			people: null,
			facilitators: null
		});
	});

	test('tell the last change of a room too, to each audience what it may know', () => {
		board.enter('a', 'anna');
		clockwork.advance(1000);
		sent.length = 0;
		board.leave('a', 'anna', 'tab-1');
		clockwork.advance(1000);
		const empty = { online: 0, writing: 0 };
		expect(sent).toEqual([
			{ sessionId: 'a', audience: 'facilitator', presence: { ...empty, people: [], facilitators: [] } },
			{ sessionId: 'a', audience: 'participant', presence: { ...empty, people: null, facilitators: null } },
			{ sessionId: 'a', audience: 'screen', presence: { ...empty, people: null, facilitators: null } }
		]);
	});

	test('tell who has joined at most once a second, the last of it', () => {
		const none = { observers: 0, municipalities: {}, partners: {}, tables: {} };
		for (let people = 1; people <= 200; people += 1) {
			board.setAttendance('a', { people, ...none });
			clockwork.advance(50);
		}
		clockwork.advance(1000);
		expect(attendances.length).toBeLessThanOrEqual(11);
		expect(attendances.at(-1)).toEqual({ sessionId: 'a', attendance: { people: 200, ...none } });
		const count = attendances.length;
		board.enter('a', 'anna');
		clockwork.advance(1000);
		expect(attendances).toHaveLength(count);
	});

	test('do not come when nothing changed', () => {
		board.enter('a', 'anna');
		board.setWriting('a', 'anna', 'tab-1', true);
		clockwork.advance(1000);
		sent.length = 0;
		board.setWriting('a', 'anna', 'tab-1', true);
		clockwork.advance(5000);
		expect(sent).toEqual([]);
	});

	test('of one room do not wait for another', () => {
		board.enter('a', 'anna');
		clockwork.advance(500);
		board.enter('b', 'bram');
		clockwork.advance(500);
		expect(new Set(sent.map(({ sessionId }) => sessionId))).toEqual(new Set(['a']));
		clockwork.advance(500);
		expect(new Set(sent.map(({ sessionId }) => sessionId))).toEqual(new Set(['a', 'b']));
	});
});
