import { describe, expect, test } from 'vitest';
import { anOpenWorksession, type Story } from '../../../../tests/kit/worksession.ts';
import { aRecord, aCard } from '../../../../tests/kit/record.ts';
import { RECORD_REASON_LENGTH_MAX } from '../limits.ts';
import { recordChanges } from './record-changes.ts';
import { RECORD_MOVES } from './record-status.ts';
import { intakeRecord } from './record.ts';
import { RECORD_STATUSES, type RecordStatus } from '../vocabulary.ts';

function aClosedDay({ isLoose = false } = {}): Story {
	const day = anOpenWorksession();
	if (isLoose) day.at('needs', 'sharing').card('anna', 'Een voorbeeld van een toets');
	day.act('facilitator', { type: 'CloseWorksession' });
	return day;
}

const move = (status: RecordStatus, reason = '') => ({ type: 'MoveRecord', status, reason }) as const;

describe('[CC1] how far a record is', () => {
	test('[CC1] it is closed, put to the municipalities, fixed and archived; each move is a version', () => {
		const day = aClosedDay();
		for (const status of ['validating', 'fixed', 'archived'] as const) day.act('facilitator', move(status));
		expect(intakeRecord(day.state).session.status).toBe('gearchiveerd');
		expect(day.state.recordVersions.map(({ status }) => status)).toEqual([
			'closed',
			'validating',
			'fixed',
			'archived'
		]);
		expect(intakeRecord(anOpenWorksession().state).session.status).toBe('concept');
	});

	test('[CC1] it goes nowhere else, and nowhere before the day has closed', () => {
		for (const to of RECORD_STATUSES) {
			const isNext = to === 'closed' || RECORD_MOVES.closed.includes(to);
			expect(aClosedDay().attempt('facilitator', move(to)).ok, to).toBe(isNext);
		}
		expect(anOpenWorksession().attempt('facilitator', move('fixed'))).toMatchObject({
			rejection: 'worksession-open'
		});
		expect(aClosedDay().attempt('anna', move('fixed'))).toMatchObject({ rejection: 'not-allowed' });
	});

	test('[CC2] with loose ends it is fixed only by who says why, and the record tells it', () => {
		const day = aClosedDay({ isLoose: true });
		expect(day.attempt('facilitator', move('fixed', '  '))).toMatchObject({ rejection: 'reason-missing' });
		const long = 'r'.repeat(RECORD_REASON_LENGTH_MAX + 1);
		expect(day.attempt('facilitator', move('fixed', long))).toMatchObject({ rejection: 'text-too-long' });
		day.act('facilitator', move('fixed', ' Komt terug op 2 april. '));
		expect(intakeRecord(day.state).session).toMatchObject({
			status: 'vastgesteld',
			statusReason: 'Komt terug op 2 april.'
		});
	});

	test('[CC3] what was fixed or archived is opened again only by who says why', () => {
		const day = aClosedDay();
		for (const status of ['fixed', 'archived'] as const) {
			day.act('facilitator', move(status));
			expect(day.attempt('facilitator', move('validating'))).toMatchObject({ rejection: 'reason-missing' });
		}
		day.act('facilitator', move('validating', 'Reactie van Lindewaard'));
		expect(day.state.recordVersions.at(-1)).toMatchObject({ reason: 'Reactie van Lindewaard' });
	});
});

test('[CC4] a version tells how many cards say something else, went and came', () => {
	const cards = ['a', 'b', 'c'].map((id) => aCard({ id, text: id }));
	const after = [aCard({ id: 'a', text: 'anders' }), aCard({ id: 'b', text: 'b' }), aCard({ id: 'd' })];
	expect(recordChanges(aRecord({ cards }), aRecord({ cards: after }))).toEqual({
		cardsChanged: 1,
		cardsGone: 1,
		cardsAdded: 1
	});
});
