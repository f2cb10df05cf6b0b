import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { RoundItem } from '../board/item.ts';
import { examplesOf } from './idea-examples.ts';
import type { DealFacts, IdeaFacts } from './idea.ts';
import type { Command } from '../commands.ts';
import { DEAL_LENGTHS_MAX, DEAL_TEXTS, NO_DEAL } from './data-deal.ts';
import {
	DEAL_DATASET_LENGTH_MAX,
	DEAL_TEXT_LENGTH_MAX,
	IDEA_NATIONAL_PART_LENGTH_MAX,
	IDEA_OWN_PART_LENGTH_MAX,
	IDEA_SUMMARY_LENGTH_MAX,
	IDEAS_MAX,
	ITEMS_PER_IDEA_MAX
} from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { intakeRecord } from '../record/record.ts';
import { redactedLog } from '../card/redacted-log.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { AUDIENCES } from '../vocabulary.ts';

const KINDS = ['needs', 'ideas'] as const;

function anIdea(changes: Partial<IdeaFacts> = {}): IdeaFacts {
	return {
		title: 'Voorbeeld van een privacytoets',
		form: 'instrument',
		summary: 'Ingevuld, met uitleg',
		ownPart: 'Een jurist, twee dagen',
		nationalPart: 'De toets zelf',
		privacyCheck: 'niet-nodig',
		deal: null,
		needs: [],
		examples: [],
		...changes
	};
}

function add(idea: IdeaFacts, from: readonly RoundItem[] = [], tableId: string | null = null): Command {
	return { type: 'AddIdea', idea, tableId, from };
}

/** A day on which the room sees a need of Anna's and an idea of Bram's. */
function aDay(): { readonly day: Story; readonly need: RoundItem; readonly card: RoundItem } {
	const day = anOpenWorksession({ kinds: KINDS }).at('needs', 'sharing');
	const need = itemOf('needs', day.card('anna', 'Zekerheid over de wet'));
	const card = itemOf('ideas', day.at('ideas', 'sharing').card('bram', 'Een voorbeeld'));
	return { day, need, card };
}

function itemOf(kind: (typeof KINDS)[number], id: string): RoundItem {
	return { roundId: roundId(kind), item: { kind: 'card', id } };
}

describe('a product idea', () => {
	test('[I1] tells what it is, what it does and what a municipality brings, to everybody and in the record', () => {
		const { day, need, card } = aDay();
		day.act('facilitator', add(anIdea({ summary: ' Ingevuld ', needs: [need, need] }), [card]));
		const [idea] = day.state.ideas;
		expect(idea).toMatchObject({
			...anIdea({ summary: 'Ingevuld', needs: [need] }),
			from: [card],
			tableId: null
		});
		for (const audience of AUDIENCES) expect(day.shared(audience).ideas).toEqual([idea]);
		expect(intakeRecord(day.state).ideas).toMatchObject([
			{ order: 1, form: 'instrument', needs: [`card:${need.item.id}`], from: [`card:${card.item.id}`] }
		]);
	});

	test('[I1] has a title, and each text has its bound', () => {
		const { day } = aDay();
		const longest = anIdea({
			summary: 's'.repeat(IDEA_SUMMARY_LENGTH_MAX),
			ownPart: 'o'.repeat(IDEA_OWN_PART_LENGTH_MAX),
			nationalPart: 'n'.repeat(IDEA_NATIONAL_PART_LENGTH_MAX)
		});
		expect(day.attempt('facilitator', add(longest))).toMatchObject({ ok: true });
		const tooLong = [
			{ summary: `${longest.summary}s` },
			{ ownPart: `${longest.ownPart}o` },
			{ nationalPart: `${longest.nationalPart}n` }
		];
		for (const over of tooLong)
			expect(day.attempt('facilitator', add({ ...longest, ...over }))).toEqual(reject('text-too-long'));
		expect(day.attempt('facilitator', add(anIdea({ title: ' ' })))).toEqual(reject('title-empty'));
	});

	test('[I9] may be based on practice examples of the day, each once, and outlives them', () => {
		const { day } = aDay();
		const example = { name: 'Zicht op leegstand', summary: '', municipalities: [], dossierId: 'dossier-1' };
		day.act('facilitator', { type: 'AddExample', example });
		day.act('facilitator', { type: 'AddExample', example: { ...example, name: 'Anders' } });
		const [one = '', other = ''] = day.state.examples.map(({ id }) => id);
		day.act('facilitator', add(anIdea({ examples: [one, one] })));
		const [idea] = day.state.ideas;
		const ideaId = idea?.id ?? '';
		expect(idea?.examples).toEqual([one]);
		for (const audience of AUDIENCES) expect(day.shared(audience).ideas[0]?.examples).toEqual([one]);
		const nowhere = add(anIdea({ examples: ['nowhere'] }));
		expect(day.attempt('facilitator', nowhere)).toEqual(reject('unknown-example'));
		day.act('facilitator', { type: 'ChangeIdea', ideaId, idea: anIdea({ examples: [one, other] }) });
		const record = intakeRecord(day.state);
		const [told] = record.ideas;
		expect(told && examplesOf(told, record.examples).map(({ dossier }) => dossier)).toEqual([
			'dossier-1',
			'dossier-1'
		]);
		day.act('facilitator', { type: 'RemoveExample', exampleId: one });
		expect(day.state.ideas[0]?.examples).toEqual([other]);
	});

	test('[I6] tells of a data deal what is agreed, and of nothing else', () => {
		const { day } = aDay();
		const deal = { ...NO_DEAL, parties: ' CBS en Utrecht ', evaluateOn: '2027-01-31' };
		day.act('facilitator', add(anIdea({ form: 'datadeal', deal })));
		const kept = { ...deal, parties: 'CBS en Utrecht' };
		for (const audience of AUDIENCES) expect(day.shared(audience).ideas[0]?.deal).toEqual(kept);
		expect(intakeRecord(day.state).ideas[0]?.deal).toEqual(kept);
		const [added] = day.state.ideas;
		const ideaId = added?.id ?? '';
		day.act('facilitator', { type: 'ChangeIdea', ideaId, idea: anIdea({ form: 'werkwijze', deal }) });
		expect(day.state.ideas[0]?.deal).toBeNull();
		day.act('facilitator', {
			type: 'ChangeIdea',
			ideaId,
			idea: anIdea({ form: 'datadeal', deal: { ...NO_DEAL, exit: ' ' } })
		});
		expect(day.state.ideas[0]?.deal).toBeNull();
	});

	test('[I6] bounds every part of a data deal, and its date exists', () => {
		const { day } = aDay();
		const asked = (deal: Partial<DealFacts>) =>
			day.attempt('facilitator', add(anIdea({ form: 'datadeal', deal: { ...NO_DEAL, ...deal } })));
		for (const text of DEAL_TEXTS) {
			expect(asked({ [text]: 'd'.repeat(DEAL_LENGTHS_MAX[text]) })).toMatchObject({ ok: true });
			expect(asked({ [text]: 'd'.repeat(DEAL_LENGTHS_MAX[text] + 1) })).toEqual(reject('text-too-long'));
		}
		expect([DEAL_LENGTHS_MAX.dataset, DEAL_LENGTHS_MAX.parties]).toEqual([
			DEAL_DATASET_LENGTH_MAX,
			DEAL_TEXT_LENGTH_MAX
		]);
		expect(asked({ evaluateOn: '2027-02-30' })).toEqual(reject('date-invalid'));
	});

	test('[I2] rests on needs and on ideas that the room can see, and on nothing else', () => {
		const { day, need, card } = aDay();
		expect(day.attempt('facilitator', add(anIdea({ needs: [card] })))).toEqual(reject('wrong-round-kind'));
		expect(day.attempt('facilitator', add(anIdea(), [need]))).toEqual(reject('wrong-round-kind'));
		const hidden = itemOf('needs', day.at('needs', 'writing').card('anna', 'Nog niet gedeeld'));
		expect(day.attempt('facilitator', add(anIdea({ needs: [hidden] })))).toEqual(reject('unknown-item'));
		const nowhere = { ...need, roundId: 'nowhere' };
		expect(day.attempt('facilitator', add(anIdea({ needs: [nowhere] })))).toEqual(reject('unknown-round'));
	});

	test('[I2] follows a need into its cluster, and stays as a loose end when the need is withdrawn', () => {
		const { day, need } = aDay();
		day.act('facilitator', add(anIdea({ needs: [need] })));
		day.at('needs', 'arranging');
		const other = day.card('bram', 'Weten wat mag');
		const clusterId = day.cluster('Wat mag', need.item.id, other);
		const cluster = { roundId: roundId('needs'), item: { kind: 'cluster', id: clusterId } };
		expect(day.state.ideas[0]?.needs).toEqual([cluster]);
		for (const [who, cardId] of [
			['anna', need.item.id],
			['bram', other]
		] as const)
			day.act(who, { type: 'WithdrawCard', roundId: roundId('needs'), cardId });
		expect(day.state.ideas[0]?.needs).toEqual([]);
		expect(intakeRecord(day.state).looseEnds.ideasWithoutNeed).toEqual([day.state.ideas[0]?.id]);
	});

	test('[I3] is changed and removed; the same again is no event', () => {
		const { day, need } = aDay();
		day.act('facilitator', add(anIdea()));
		const ideaId = day.state.ideas[0]?.id ?? '';
		const change: Command = { type: 'ChangeIdea', ideaId, idea: anIdea({ form: 'datadeal', needs: [need] }) };
		day.act('facilitator', change);
		expect(day.state.ideas).toMatchObject([{ id: ideaId, form: 'datadeal', needs: [need] }]);
		expect(day.attempt('facilitator', change)).toEqual(accept([]));
		day.act('facilitator', { type: 'RemoveIdea', ideaId });
		expect(day.state.ideas).toEqual([]);
		for (const again of [change, { type: 'RemoveIdea', ideaId } as const])
			expect(day.attempt('facilitator', again)).toEqual(reject('unknown-idea'));
	});

	test('[I4] two hundred fill a worksession, fifty needs an idea', () => {
		const { day, need } = aDay();
		for (let count = 1; count < IDEAS_MAX; count += 1) day.act('facilitator', add(anIdea()));
		expect(day.attempt('facilitator', add(anIdea()))).toMatchObject({ ok: true });
		const needs = Array.from({ length: ITEMS_PER_IDEA_MAX + 1 }, () => need);
		expect(day.attempt('facilitator', add(anIdea({ needs })))).toEqual(accept([expect.anything()]));
		day.act('facilitator', add(anIdea()));
		expect(day.attempt('facilitator', add(anIdea()))).toEqual(reject('ideas-full'));
	});
});

describe('a product idea of a table', () => {
	/** Anna leads the first table and Bram sits at the second; both wrote a need there. */
	function twoTables(): {
		readonly day: Story;
		readonly tables: readonly string[];
		readonly needs: readonly RoundItem[];
	} {
		const day = anOpenWorksession({ kinds: KINDS });
		for (const name of ['Tafel 1', 'Tafel 2'])
			day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
		const tables = day.state.tables.map(({ id }) => id);
		const seated = ['anna', 'bram'] as const;
		seated.forEach((who, n) => day.act(who, { type: 'TakeSeat', tableId: tables[n] ?? null }));
		const host = { tableId: tables[0] ?? '', participationId: participationId('anna') };
		day.act('facilitator', { type: 'SetHost', ...host });
		day.at('needs', 'sharing');
		const needs = seated.map((who) => itemOf('needs', day.card(who, `Behoefte van ${who}`)));
		return { day, tables, needs };
	}

	test('[I5] is made and changed by its host, from what lies at that table', () => {
		const { day, tables, needs } = twoTables();
		const [mine, theirs] = tables;
		day.act('anna', add(anIdea({ needs: needs.slice(0, 1) }), [], mine));
		const ideaId = day.state.ideas[0]?.id ?? '';
		const change = (idea: IdeaFacts): Command => ({ type: 'ChangeIdea', ideaId, idea });
		expect(day.attempt('anna', change(anIdea({ needs })))).toEqual(reject('other-table'));
		expect(day.attempt('anna', add(anIdea(), [], theirs))).toEqual(reject('other-table'));
		expect(day.attempt('anna', add(anIdea()))).toEqual(reject('other-table'));
		expect(day.attempt('bram', add(anIdea(), [], theirs))).toEqual(reject('not-allowed'));
		day.act('facilitator', change(anIdea({ needs })));
		expect(day.attempt('anna', change(anIdea({ title: 'Anders', needs })))).toMatchObject({ ok: true });
	});

	test('[I5] belongs to the whole room once its table is gone', () => {
		const { day, tables } = twoTables();
		const tableId = tables[0] ?? '';
		day.act('facilitator', add(anIdea(), [], tableId));
		day.act('facilitator', { type: 'RemoveTable', tableId });
		expect(day.state.ideas[0]?.tableId).toBe(null);
		expect(day.attempt('facilitator', add(anIdea(), [], tableId))).toEqual(reject('unknown-table'));
	});
});

test('[X1] a title that is the text of a redacted card goes with it, and one in own words stays', () => {
	const { day, card } = aDay();
	day.act('facilitator', add(anIdea({ title: 'Een voorbeeld' }), [card]));
	const ideaId = day.state.ideas[0]?.id ?? '';
	const idea = anIdea({ title: 'Een voorbeeld', form: 'werkwijze' });
	day.act('facilitator', { type: 'ChangeIdea', ideaId, idea });
	const redaction = { by: 'facilitator', reason: 'Een naam', at: 7 } as const;
	const taken = { texts: new Map([[card.item.id, redaction]]), kept: null };
	const copied = redactedLog(day.events, taken);
	expect(copied.retitled).toEqual(new Set([ideaId]));
	expect(JSON.stringify([...copied.changed.values()])).not.toContain('Een voorbeeld');
	expect([...copied.changed.values()].at(-1)).toMatchObject({ idea: { title: REDACTED_TEXT } });
	day.act('facilitator', { type: 'ChangeIdea', ideaId, idea: anIdea() });
	expect(redactedLog(day.events, taken).retitled).toEqual(new Set());
});
