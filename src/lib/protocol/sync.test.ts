import { describe, expect, test } from 'vitest';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import type { FreshView, OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';
import { anOpenWorksession, START } from '../../../tests/kit/worksession.ts';
import { Sync } from './sync.ts';

const day = anOpenWorksession();

function aView(version: number, ownSeq = 0): FreshView {
	return {
		version,
		shared: { ...day.shared('participant'), greetings: [`groet ${version}`] },
		ownSeq,
		own: day.own('anna'),
		presence: { online: 1, writing: 0, people: null, facilitators: null },
		attendance: attendanceOf(day.state),
		serverNow: START
	};
}

function sharedTo(to: number, from = to - 1): SharedPatch {
	return { from, to, patch: { s: { greetings: [`groet ${to}`] } } };
}

function ownTo(seq: number): OwnPatch {
	return { seq, patch: { s: { greeting: `groet ${seq}` } } };
}

/** A sync whose connection gave its first view. */
function live(version = 5, ownSeq = 0): Sync {
	const sync = new Sync(aView(version, ownSeq));
	sync.takeView(aView(version, ownSeq));
	return sync;
}

describe('the confirmed view', () => {
	test('is the page’s until the connection gives its own, and patches wait for that', () => {
		const sync = new Sync(aView(5));
		expect(sync.takeShared(sharedTo(6))).toBe('ignored');
		expect(sync.takeOwn(ownTo(1))).toBe('ignored');
		expect(sync.shared.greetings).toEqual(['groet 5']);
		expect(sync.own?.greeting).toBeNull();
	});

	test('takes each patch that follows, and keeps the parts it does not touch', () => {
		const sync = live();
		const { rounds } = sync.shared;
		expect(sync.takeShared(sharedTo(6))).toBe('applied');
		expect(sync.takeShared(sharedTo(9, 6))).toBe('applied');
		expect(sync.takeOwn(ownTo(1))).toBe('applied');
		expect(sync.shared.greetings).toEqual(['groet 9']);
		expect(sync.shared.rounds).toBe(rounds);
		expect(sync.own?.greeting).toBe('groet 1');
		expect(sync.version).toBe(9);
	});

	test('is not changed by what it has seen already', () => {
		const sync = live();
		sync.takeShared(sharedTo(6));
		sync.takeShared(sharedTo(7));
		sync.takeOwn(ownTo(1));
		const { shared, own } = sync;
		expect(sync.takeShared(sharedTo(6))).toBe('ignored');
		expect(sync.takeShared(sharedTo(7))).toBe('ignored');
		expect(sync.takeOwn(ownTo(1))).toBe('ignored');
		expect(sync.shared).toBe(shared);
		expect(sync.own).toBe(own);
	});

	test('is not replaced by an older view that comes late', () => {
		const sync = live(5, 3);
		expect(sync.takeView(aView(4, 3))).toBe('ignored');
		expect(sync.takeView(aView(5, 2))).toBe('ignored');
		expect(sync.takeView(aView(5, 3))).toBe('applied');
		expect(sync.version).toBe(5);
	});

	test('starts anew after a lost connection, also when the server knows less than before', () => {
		const sync = live(5, 3);
		sync.interrupt();
		expect(sync.takeShared(sharedTo(6))).toBe('ignored');
		sync.interrupt();
		expect(sync.takeView(aView(4))).toBe('applied');
		expect(sync.shared.greetings).toEqual(['groet 4']);
		expect(sync.isLive).toBe(true);
	});
});

describe('a gap', () => {
	test.each([
		['in what everyone sees', (sync: Sync) => sync.takeShared(sharedTo(8))],
		['in what is only mine', (sync: Sync) => sync.takeOwn(ownTo(2))]
	])('%s is noticed, and nothing is applied over it', (_, miss) => {
		const sync = live();
		const { shared, own } = sync;
		expect(miss(sync)).toBe('gap');
		expect(sync.isLive).toBe(false);
		expect(sync.takeShared(sharedTo(6))).toBe('ignored');
		expect(sync.takeOwn(ownTo(1))).toBe('ignored');
		expect(sync.shared).toBe(shared);
		expect(sync.own).toBe(own);
	});

	test('is closed by a fresh view, and patches fit again', () => {
		const sync = live();
		sync.takeShared(sharedTo(8));
		expect(sync.takeView(aView(8))).toBe('applied');
		expect(sync.takeShared(sharedTo(9))).toBe('applied');
	});

	test.each([
		['the missed patch', aView(7)],
		['what came while waiting for it', aView(8)],
		['an own patch that came while waiting for it', aView(9, 0)]
	])('stays open after a view from before %s', (_, stale) => {
		const sync = live();
		sync.takeShared(sharedTo(8));
		sync.takeShared(sharedTo(9));
		sync.takeOwn(ownTo(1));
		expect(sync.takeView(stale)).toBe('gap');
		expect(sync.isLive).toBe(false);
		expect(sync.takeView(aView(9, 1))).toBe('applied');
		expect(sync.isLive).toBe(true);
	});
});
