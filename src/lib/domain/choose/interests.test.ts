import { describe, expect, test } from 'vitest';
import { anOpenWorksession, participationId, type Story } from '../../../../tests/kit/worksession.ts';
import type { CommandOf } from '../commands.ts';
import { accept, reject } from '../outcome.ts';
import { intakeRecord } from '../record/record.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { NOBODY } from '../visibility/people.ts';
import type { Interest } from '../vocabulary.ts';
import { NEW_IDEA } from './ideas.ts';

function withIdea(): { day: Story; say: (interest: Interest | null) => CommandOf<'SayInterest'> } {
	const day = anOpenWorksession();
	day.act('facilitator', { type: 'AddIdea', idea: { ...NEW_IDEA, title: 'Toets' }, tableId: null, from: [] });
	const ideaId = day.state.ideas[0]?.id ?? '';
	return { day, say: (interest) => ({ type: 'SayInterest', ideaId, interest }) };
}

const interests = (day: Story) => day.state.ideas[0]?.interests;

describe('who wants to take part', () => {
	test('[I7] is said for all municipalities of whoever says so, and taken back', () => {
		const { day, say } = withIdea();
		day.join('dina', 'GM0014', 'GM0034');
		day.act('dina', say('zeker'));
		expect(interests(day)).toEqual({ GM0014: 'zeker', GM0034: 'zeker' });
		expect(day.attempt('dina', say('zeker'))).toEqual(accept([]));
		day.act('dina', say(null));
		expect(interests(day)).toEqual({});
	});

	test('[I7] is what somebody of the municipality said last', () => {
		const { day, say } = withIdea();
		day.join('dina', 'GM0014', 'GM0034');
		day.join('eva', 'GM0034');
		day.act('dina', say('zeker'));
		day.act('eva', say('misschien'));
		expect(interests(day)).toEqual({ GM0014: 'zeker', GM0034: 'misschien' });
		day.act('dina', say('zeker'));
		expect(interests(day)).toEqual({ GM0014: 'zeker', GM0034: 'zeker' });
	});

	test('[I7] is nothing that somebody without a municipality, or about no idea, can say', () => {
		const { day, say } = withIdea();
		day.join('dina');
		day.join('eva', 'GM0034');
		expect(day.attempt('dina', say('zeker'))).toEqual(reject('without-municipality'));
		expect(day.attempt('eva', { ...say('zeker'), ideaId: 'nowhere' })).toEqual(reject('unknown-idea'));
	});

	test('[I7] is written down for somebody without a device, and for nobody else', () => {
		const { day, say } = withIdea();
		const facts = {
			role: 'follower',
			organisation: '',
			municipalities: ['GM0014'],
			functionName: ''
		} as const;
		const [added] = day.act('facilitator', { type: 'AddPerson', name: 'Els', ...facts });
		const els = added?.type === 'PersonAdded' ? added.participationId : '';
		const said = { ...say('misschien'), type: 'SayInterestFor' } as const;
		day.act('facilitator', { ...said, participationId: els });
		expect(interests(day)).toEqual({ GM0014: 'misschien' });
		day.join('eva', 'GM0034');
		expect(day.attempt('facilitator', { ...said, participationId: participationId('eva') }).ok).toBe(false);
	});

	test('[I7] is known to the room and stands in the record, by municipality and by nobody', () => {
		const { day, say } = withIdea();
		day.join('eva', 'GM0034');
		day.join('dina', 'GM0014');
		day.act('eva', say('zeker'));
		day.act('dina', say('misschien'));
		const said = { GM0014: 'misschien', GM0034: 'zeker' };
		expect(sharedView(day.state, NOBODY, 'screen').ideas[0]?.interests).toEqual(said);
		expect(intakeRecord(day.state).ideas[0]?.interests).toEqual(said);
		expect(Object.keys(intakeRecord(day.state).ideas[0]?.interests ?? {})).toEqual(['GM0014', 'GM0034']);
	});
});
