import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import { DeviceStorage } from '../../../tests/kit/device-storage.ts';
import { anOpenWorksession } from '../../../tests/kit/worksession.ts';
import { Clockwork } from '../../../tests/kit/clockwork.ts';
import { Delivery } from './delivery.ts';
import { Outbox } from './outbox.ts';

const ONE = 'command-id-of-one';
const TWO = 'command-id-of-two';
const OK: Answer = { ok: true, version: 7 };
const FAULT: Answer = { ok: false, fault: 'a1b2c3d4' };
const BUSY: Answer = { ok: false, fault: 'busy' };
const REFUSED: Answer = { ok: false, rejection: 'wrong-stage' };

function card(text: string): Command {
	return { type: 'PostCard', roundId: 'round', text, stepId: null };
}

function ownWith(...draftIds: readonly string[]): OwnView {
	const own = anOpenWorksession().own('anna');
	if (!own) throw new Error('Anna has joined');
	const cards = draftIds.map((draftId) => {
		const id = `card of ${draftId}`;
		return [
			id,
			{
				id,
				draftId,
				roundId: 'round',
				text: 'tekst',
				stepId: null,
				isWithoutOrigin: false,
				tableId: null,
				isLate: false,
				redaction: null,
				readBack: null
			}
		] as const;
	});
	return { ...own, cards: Object.fromEntries(cards) };
}

interface Asked {
	readonly envelope: CommandEnvelope;
	readonly answer: (answer: Answer | null) => void;
}

/** One tab: what it sends waits until the test answers it. */
class Tab {
	readonly clockwork: Clockwork;
	readonly asked: Asked[] = [];
	changes = 0;
	readonly delivery: Delivery;

	constructor(storage: DeviceStorage, clockwork: Clockwork) {
		this.clockwork = clockwork;
		this.delivery = new Delivery({
			outbox: new Outbox(storage, 'session', 'anna'),
			send: (envelope) => new Promise((answer) => this.asked.push({ envelope, answer })),
			later: (ms, run) => clockwork.later(ms, run),
			now: () => clockwork.now,
			changed: () => (this.changes += 1)
		});
	}

	/** Ids of everything sent so far, answered or not. */
	get sent(): readonly string[] {
		return this.asked.map(({ envelope }) => envelope.commandId);
	}

	/** Answers the latest message sent. */
	async answer(answer: Answer | null): Promise<void> {
		this.asked.at(-1)?.answer(answer);
		await this.clockwork.settle();
	}

	states(own: OwnView | null = ownWith()): Readonly<Record<string, string>> {
		return Object.fromEntries(this.delivery.pending(own).map(({ commandId, state }) => [commandId, state]));
	}
}

let storage: DeviceStorage;
let clockwork: Clockwork;
let tab: Tab;

beforeEach(() => {
	storage = new DeviceStorage();
	clockwork = new Clockwork();
	tab = new Tab(storage, clockwork);
});

describe('a kept command', () => {
	test('waits for a connection, and goes as soon as there is one', () => {
		tab.delivery.add(ONE, card('een'));
		expect(tab.states()).toEqual({ [ONE]: 'waiting' });
		expect(tab.sent).toEqual([]);
		tab.delivery.connected();
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
		expect(tab.asked[0]?.envelope).toEqual({ commandId: ONE, command: card('een') });
	});

	test('stays in sight until the own view holds its card, and is sent no more', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer(OK);
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
		expect(tab.states(ownWith(ONE))).toEqual({});
		tab.delivery.connected();
		expect(tab.sent).toEqual([ONE]);
		expect(new Outbox(storage, 'session', 'anna').list()).toEqual([]);
	});

	test('goes out of sight when its card was withdrawn before anybody saw it here', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer(OK);
		const changes = tab.changes;
		clockwork.advance(2000);
		expect(tab.states()).toEqual({});
		expect(tab.changes).toBe(changes + 1);
	});

	test('that posts nothing is done with its answer', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, { type: 'WithdrawCard', roundId: 'round', cardId: 'card' });
		await tab.answer(OK);
		expect(tab.states()).toEqual({});
	});

	test('is shown in the order of writing, also beside one that was accepted', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer(OK);
		clockwork.advance(1);
		tab.delivery.add(TWO, card('twee'));
		expect(Object.keys(tab.states())).toEqual([ONE, TWO]);
	});

	test('keeps its place among others of the same moment, over a reload', () => {
		for (const id of [TWO, ONE]) tab.delivery.add(id, card(id));
		const [first, second] = new Outbox(storage, 'session', 'anna').list();
		expect([first?.commandId, second?.commandId]).toEqual([TWO, ONE]);
		expect(second?.at).toBeGreaterThan(first?.at ?? Infinity);
	});

	test('goes again under the same id, at once, when the connection comes back', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		tab.delivery.disconnected();
		expect(tab.states()).toEqual({ [ONE]: 'waiting' });
		tab.delivery.connected();
		expect(tab.sent).toEqual([ONE, ONE]);
		await tab.answer(OK);
		expect(new Outbox(storage, 'session', 'anna').list()).toEqual([]);
	});

	test('goes again under the same id when no answer came', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer(null);
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
		clockwork.advance(1500);
		expect(tab.sent).toEqual([ONE, ONE]);
	});

	test('survives a reload of the page', async () => {
		tab.delivery.add(ONE, card('een'));
		const reloaded = new Tab(storage, clockwork);
		reloaded.delivery.connected();
		await reloaded.answer(OK);
		expect(reloaded.sent).toEqual([ONE]);
		expect(new Outbox(storage, 'session', 'anna').list()).toEqual([]);
	});

	test('written in another tab goes from this one too, under its own id', () => {
		tab.delivery.connected();
		new Tab(storage, clockwork).delivery.add(ONE, card('een'));
		tab.delivery.storageChanged('another key');
		expect(tab.sent).toEqual([]);
		tab.delivery.storageChanged(`waaier:outbox:session:anna:${ONE}`);
		expect(tab.sent).toEqual([ONE]);
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
	});

	test('that another tab delivered is gone here', async () => {
		const other = new Tab(storage, clockwork);
		tab.delivery.add(ONE, card('een'));
		other.delivery.connected();
		await other.answer(OK);
		tab.delivery.storageChanged(`waaier:outbox:session:anna:${ONE}`);
		expect(tab.states(ownWith(ONE))).toEqual({});
		tab.delivery.connected();
		expect(tab.sent).toEqual([]);
	});
});

describe('a command that came while all input was paused', () => {
	beforeEach(async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer({ ok: false, rejection: 'frozen' });
	});

	test('is held, not refused, and goes again under its own id at once when the pause is over', async () => {
		expect(tab.states()).toEqual({ [ONE]: 'held' });
		tab.delivery.resumed();
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
		expect(tab.sent).toEqual([ONE, ONE]);
		await tab.answer(OK);
		expect(new Outbox(storage, 'session', 'anna').list()).toEqual([]);
	});

	test('goes again every few seconds, also when nobody says that the pause is over', async () => {
		clockwork.advance(5000);
		expect(tab.sent).toEqual([ONE, ONE]);
		await tab.answer({ ok: false, rejection: 'frozen' });
		expect(tab.states()).toEqual({ [ONE]: 'held' });
		clockwork.advance(5000);
		expect(tab.sent).toEqual([ONE, ONE, ONE]);
	});

	test('waits for the end of the pause while others are written', () => {
		tab.delivery.add(TWO, card('twee'));
		expect(tab.sent).toEqual([ONE, TWO]);
		expect(tab.states()).toEqual({ [ONE]: 'held', [TWO]: 'sending' });
	});

	test('is kept over a reload', () => {
		const reloaded = new Tab(storage, clockwork);
		reloaded.delivery.connected();
		expect(reloaded.sent).toEqual([ONE]);
	});
});

describe('a command of somebody who is not in, because they were sent away or became somebody else', () => {
	test('is not refused: it goes again as soon as they are in', async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer({ ok: false, rejection: 'not-joined' });
		expect(new Outbox(storage, 'session', 'anna').list()).toMatchObject([{ rejection: null }]);
		tab.delivery.disconnected();
		tab.delivery.connected();
		expect(tab.sent).toEqual([ONE, ONE]);
	});
});

describe('a refused command', () => {
	beforeEach(async () => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
		await tab.answer(REFUSED);
	});

	test('stays with its reason, also after a reload, and is not sent again', () => {
		const reloaded = new Tab(storage, clockwork);
		reloaded.delivery.connected();
		expect(reloaded.sent).toEqual([]);
		expect(reloaded.delivery.pending(ownWith())).toEqual([
			{ commandId: ONE, command: card('een'), state: 'refused', rejection: 'wrong-stage' }
		]);
		expect(tab.states()).toEqual({ [ONE]: 'refused' });
	});

	test('does not hold up the next', () => {
		tab.delivery.add(TWO, card('twee'));
		expect(tab.sent).toEqual([ONE, TWO]);
	});

	test('is tried again when its writer asks', () => {
		tab.delivery.retry(ONE);
		expect(tab.sent).toEqual([ONE, ONE]);
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
	});

	test('is gone when its writer gives it up', () => {
		tab.delivery.discard(ONE);
		expect(tab.states()).toEqual({});
		expect(new Tab(storage, clockwork).states()).toEqual({});
	});
});

test('a command that was given up while under way does not come back refused', async () => {
	tab.delivery.connected();
	tab.delivery.add(ONE, card('een'));
	tab.delivery.discard(ONE);
	await tab.answer(REFUSED);
	expect(tab.states()).toEqual({});
});

describe('a server in trouble', () => {
	beforeEach(() => {
		tab.delivery.connected();
		tab.delivery.add(ONE, card('een'));
	});

	test('is asked three times; then the writer is told, and may ask again', async () => {
		for (let attempt = 1; attempt <= 3; attempt += 1) {
			expect(tab.states()).toEqual({ [ONE]: 'sending' });
			await tab.answer(FAULT);
			clockwork.advance(1500);
		}
		expect(tab.states()).toEqual({ [ONE]: 'failed' });
		expect(tab.sent).toEqual([ONE, ONE, ONE]);
		tab.delivery.retry(ONE);
		expect(tab.sent).toEqual([ONE, ONE, ONE, ONE]);
		await tab.answer(OK);
		expect(tab.states(ownWith(ONE))).toEqual({});
	});

	test('keeps what failed on the device, so that a reload tries again', async () => {
		for (let attempt = 1; attempt <= 3; attempt += 1) {
			await tab.answer(FAULT);
			clockwork.advance(1500);
		}
		const reloaded = new Tab(storage, clockwork);
		reloaded.delivery.connected();
		expect(reloaded.sent).toEqual([ONE]);
	});

	test('that is only busy is asked on and on, and nobody is bothered', async () => {
		for (let attempt = 1; attempt <= 10; attempt += 1) {
			await tab.answer(BUSY);
			clockwork.advance(1500);
		}
		expect(tab.states()).toEqual({ [ONE]: 'sending' });
		expect(tab.sent).toHaveLength(11);
	});

	test('is left alone by a page that is gone', async () => {
		await tab.answer(BUSY);
		tab.delivery.stop();
		clockwork.advance(5000);
		expect(tab.sent).toEqual([ONE]);
	});
});
