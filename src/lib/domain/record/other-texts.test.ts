import { expect, test } from 'vitest';
import { anOpenWorksession, BREAK_ID, participationId } from '../../../../tests/kit/worksession.ts';
import { otherTexts } from './other-texts.ts';

test('[X12] lists every text of breaks and the message, of what was taken away that it was, and of nobody what they said', () => {
	const day = anOpenWorksession();
	day.act('facilitator', { type: 'ChangeBreak', itemId: BREAK_ID, title: 'Taart van Truus', minutes: 20 });
	day.act('facilitator', { type: 'SendMessage', text: 'Truus trakteert' });
	day.act('anna', { type: 'Greet', text: 'Ik ben de zus van Truus' });
	const messageId = day.state.message?.id ?? '';
	const told = [
		{ target: { kind: 'break', id: BREAK_ID }, texts: ['Taart van Truus'] },
		{ target: { kind: 'message', id: messageId }, texts: ['Truus trakteert'] }
	] as const;
	expect(otherTexts(day.state)).toEqual(expect.arrayContaining([...told]));
	expect(JSON.stringify(otherTexts(day.state))).not.toContain('zus');
	expect(JSON.stringify(otherTexts(day.state))).not.toContain(participationId('anna'));
	for (const { target } of told) day.act('facilitator', { type: 'RedactText', target, reason: 'Een naam' });
	expect(JSON.stringify(otherTexts(day.state))).not.toContain('Truus');
	expect(otherTexts(day.state)).toEqual(
		expect.arrayContaining(told.map(({ target }) => ({ target, texts: [] })))
	);
});
