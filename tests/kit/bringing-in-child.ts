import process from 'node:process';
import { BringingIn } from '#lib/server/bringing-in.ts';
import { PresenceBoard } from '#lib/server/presence-board.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { realSystem } from '#lib/server/system.ts';
import { Worksessions } from '#lib/server/worksessions.ts';
import type { Store } from '#lib/server/store/store.ts';
import { intakeRecord, recordJson } from '#lib/domain/record/record.ts';
import { LiveRooms } from './live.ts';
import { anOpenWorksession } from './worksession.ts';

/**
 * A process that brings in a worksession for the account `rachid` and is killed at the first moment that it could be: when its log is
 * written and before anything else is. `bringing-in-child.ts FOLDER paper|record`
 */
const [, , dataDir = '', kind = ''] = process.argv;
const store = await openSqliteStore({ dataDir });
const dying: Store = {
	...store,
	append: async (batch) => {
		await store.append(batch);
		process.kill(process.pid, 'SIGKILL');
		return new Promise(() => undefined);
	}
};
const { rooms } = new LiveRooms(dying);
const presence = new PresenceBoard(realSystem, { presence: () => undefined, attendance: () => undefined });
const worksessions = new Worksessions({
	store: dying,
	rooms,
	presence,
	system: realSystem,
	secret: 'secret'
});
const bringingIn = new BringingIn({ store: dying, worksessions, system: realSystem });

function recordFile(): Buffer {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	day.card('anna', 'Geen tijd');
	day.act('facilitator', { type: 'CloseWorksession' });
	return Buffer.from(recordJson(intakeRecord(day.state)));
}

const facts = {
	title: 'Op papier',
	theme: 'ondermijning',
	group: 'frontrunner',
	date: '2026-03-12',
	startsAt: '09:30',
	place: ''
} as const;
await (kind === 'paper'
	? bringingIn.paper({ sessionId: 'made-by-browser', facts, cards: [] }, 'rachid')
	: bringingIn.record(recordFile(), 'rachid'));
