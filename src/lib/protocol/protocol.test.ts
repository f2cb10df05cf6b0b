import { createHash } from 'node:crypto';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { ID_LENGTH_MAX, ITEMS_PER_COMMAND_MAX } from '#lib/domain/limits.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import { REJECTIONS } from '#lib/domain/rejections.ts';
import {
	anOpenWorksession,
	participationId,
	roundId,
	START,
	type Story
} from '../../../tests/kit/worksession.ts';
import { play, worlds } from '../../../tests/kit/histories/index.ts';
import { CommandEnvelopeSchema, HoldSchema, parseEnvelope } from './commands.ts';
import {
	HelloSchema,
	PROTOCOL_VERSION,
	REFUSALS,
	type Answer,
	type ClientToServer,
	type ServerToClient
} from './messages.ts';
import { diff } from './patch.ts';
import { toWire } from './wire.ts';

/**
 * Hashes of everything that crosses the wire. When this test fails, the wire has changed: a browser that was open before would
 * misunderstand the server. Raise PROTOCOL_VERSION, then copy the new hashes and version here.
 */
const LOCK = {
	version: 1,
	hold: '0e0eb844bb5e53df',
	commands: '29c3cc85b197c2ef',
	hello: 'ac3f73688aa26a1e',
	messages: '1cd2c21c7a1dbb64',
	codes: '0dc0265bcecfdb73'
};

function hashOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

function withoutIds(key: string): string {
	return key.replaceAll(/\bid-[0-9a-f]{8}/g, 'ID');
}

/** A value with its plain parts replaced by their type, ids by one word, and keys sorted: what a reader of it relies on. */
function shapeOf(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
	if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].sort();
	const entries = Object.entries(value).map(([key, part]) =>
		JSON.stringify([withoutIds(key), shapeOf(part)])
	);
	return [...new Set(entries)].sort();
}

/** A day with one of everything that a view can hold. */
function fullDay(): Story {
	const day = anOpenWorksession({ authorVisibility: 'open', steps: ['Signaal'] });
	day.act('facilitator', {
		type: 'AddExample',
		example: { name: 'Zicht op leegstand', summary: 'Kort', municipalities: ['GM0014'], dossierId: 'd' }
	});
	day.act('anna', { type: 'Greet', text: 'Goedemorgen' });
	day.at('bottlenecks', 'sharing');
	const [one, two, three] = [
		day.card('anna', 'een', 'step-1'),
		day.card('anna', 'twee'),
		day.card('bram', 'drie')
	];
	const bottleneck = { kind: 'cluster', id: day.cluster('Stapel', one, two) } as const;
	day.at('bottlenecks', 'voting');
	const bottleneckRoundId = roundId('bottlenecks');
	day.act('anna', { type: 'PlaceDot', roundId: bottleneckRoundId, item: { kind: 'card', id: three } });
	day.at('bottlenecks', 'closed');
	const rules = { dotBudget: 3, budgetPer: 'municipality', dotsPerItemMax: 2 } as const;
	const items = [bottleneck, { kind: 'card', id: three }] as const;
	day.act('facilitator', { type: 'StartVote', roundId: bottleneckRoundId, items, rules });
	day.act('anna', { type: 'PlaceDot', roundId: bottleneckRoundId, item: bottleneck });
	const idea = { ...NEW_IDEA, title: 'Idee' };
	day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
	const ideaIds = day.state.ideas.map(({ id }) => id);
	day.act('facilitator', { type: 'StartRating', kind: 'scaling', ideaIds, criteria: ['bewijs'] });
	const [rating] = day.state.ratings;
	const given = { ratingId: rating?.id ?? '', ideaId: ideaIds[0] ?? '', criterion: 'bewijs' } as const;
	day.act('anna', { type: 'GiveRating', ...given, answer: { score: 2, reason: 'Het werkt.' } });
	day.act('facilitator', { type: 'CloseRating', ratingId: given.ratingId });
	const need = { kind: 'card', id: day.at('needs', 'sharing').card('anna', 'behoefte') } as const;
	day.act('facilitator', {
		type: 'Park',
		roundId: roundId('needs'),
		items: [need],
		parked: { text: 'Later', ownerId: participationId('anna'), ownerName: '' },
		tableId: null
	});
	day.act('facilitator', {
		type: 'LinkNeed',
		roundId: roundId('needs'),
		need,
		bottleneckRoundId,
		bottleneck
	});
	day.act('facilitator', { type: 'StartWrapUp' });
	const answer = { verdict: 'right', text: '' } as const;
	day.act('anna', { type: 'ReadBack', roundId: roundId('needs'), cardId: need.id, answer });
	day.act('anna', { type: 'GiveRoti', answer: { score: 4, reason: 'Goed.' } });
	return day;
}

/** One of every message in both directions, typed by the maps of the socket: a missing one does not compile. */
function goldenMessages(): unknown {
	const day = fullDay();
	const facilitators = [
		{ accountId: 'account', name: 'Femke', awaySince: null },
		{ accountId: 'guest', name: 'Marieke', awaySince: START }
	];
	const presence = { online: 2, writing: 1, people: ['person-anna'], facilitators };
	const attendance = attendanceOf(day.state);
	const shared = day.shared('facilitator');
	const later = day.later(1).at('needs', 'arranging').shared('facilitator');
	const patch = diff(shared, later) ?? {};
	const server: { readonly [K in keyof ServerToClient]: Parameters<ServerToClient[K]> } = {
		view: [{ version: 1, shared, ownSeq: 0, own: day.own('anna'), presence, attendance, serverNow: START }],
		patch: [2, 1, toWire(patch).changed, { rounds: ['round'] }],
		own: [{ seq: 1, patch }],
		presence: [presence],
		attendance: [attendance],
		held: [
			[
				{
					roundId: roundId('needs'),
					items: [{ kind: 'card', id: 'c' }],
					isByFacilitator: true,
					name: 'Marieke'
				}
			]
		]
	};
	const answers: readonly Answer[] = [
		{ ok: true, version: 1 },
		{ ok: false, rejection: 'not-allowed' },
		{ ok: false, fault: 'f' }
	];
	const client: { readonly [K in keyof ClientToServer]: number } = {
		command: 2,
		resync: 0,
		writing: 1,
		hold: 1,
		clock: 1
	};
	return { server, answers, client };
}

function envelope(command: unknown, commandId: unknown = 'command-id-of-16'): unknown {
	return { commandId, command };
}

const post = { type: 'PostCard', roundId: 'round', text: 'tekst', stepId: null } as const;

describe('the wire', () => {
	test('has not changed without a new PROTOCOL_VERSION', () => {
		expect({
			version: PROTOCOL_VERSION,
			hold: hashOf(toJsonSchema(HoldSchema)),
			commands: hashOf(toJsonSchema(CommandEnvelopeSchema)),
			hello: hashOf(toJsonSchema(HelloSchema)),
			messages: hashOf(shapeOf(goldenMessages())),
			codes: hashOf([REJECTIONS, REFUSALS])
		}).toEqual(LOCK);
	});

	test('carries a card exactly so', () => {
		const json =
			'{"commandId":"command-id-of-16","command":{"type":"PostCard","roundId":"r","text":"🌊 <b>","stepId":null}}';
		expect(parseEnvelope(JSON.parse(json))).toEqual({
			commandId: 'command-id-of-16',
			command: { type: 'PostCard', roundId: 'r', text: '🌊 <b>', stepId: null }
		});
	});

	test('carries every command that people can give, unchanged', () => {
		const met = new Set<Command['type']>();
		const check = fc.property(worlds, (world) => {
			play(world, ({ command }) => {
				const sent: unknown = JSON.parse(JSON.stringify(envelope(command)));
				const parsed = parseEnvelope(sent);
				// What no form can make, such as half minutes or forty-one municipalities, ends at the door.
				if (!parsed) return;
				met.add(command.type);
				expect(parsed).toEqual(sent);
			});
		});
		fc.assert(check, { numRuns: 60, seed: 20_260_915 });
		expect(met.size).toBe(CommandEnvelopeSchema.entries.command.options.length);
	});
});

describe('hostile input is nothing', () => {
	test.each([
		[
			'a prototype in the envelope',
			'{"commandId":"command-id-of-16","command":{"type":"OpenDoors"},"__proto__":{"x":1}}'
		],
		[
			'a prototype in the command',
			'{"commandId":"command-id-of-16","command":{"type":"OpenDoors","__proto__":{"x":1}}}'
		],
		[
			'a command in the prototype',
			'{"commandId":"command-id-of-16","__proto__":{"command":{"type":"OpenDoors"}}}'
		],
		[
			'a type in the prototype',
			'{"commandId":"command-id-of-16","command":{"__proto__":{"type":"OpenDoors"}}}'
		],
		['an inherited name as type', '{"commandId":"command-id-of-16","command":{"type":"constructor"}}'],
		[
			'an inherited name as key',
			'{"commandId":"command-id-of-16","command":{"type":"OpenDoors","toString":1}}'
		]
	])('%s', (_, json) => {
		expect(parseEnvelope(JSON.parse(json))).toBeNull();
		expect({}).not.toHaveProperty('x');
	});

	test.each([
		['nothing', undefined],
		['null', null],
		['a text', 'PostCard'],
		['a list', [post]],
		['a command without an envelope', post],
		['a command without an id', { command: post }],
		['an id that is too short to be random', envelope(post, 'short')],
		['an id that is too long', envelope(post, 'i'.repeat(ID_LENGTH_MAX + 1))],
		['an id that is no text', envelope(post, 1234567890123456)],
		['an unknown command', envelope({ type: 'DropTables' })],
		['an unknown key', envelope({ ...post, isShared: true })],
		[
			'an author that somebody chose',
			envelope({ ...post, author: { kind: 'participation', participationId: 'x' } })
		],
		['a missing key', envelope({ type: 'PostCard', roundId: 'r', text: 't' })],
		['a list for a text', envelope({ ...post, text: ['t'] })],
		['a text of more than 6,000', envelope({ ...post, text: 't'.repeat(6001) })],
		['an empty id', envelope({ ...post, roundId: '' })],
		['a long id', envelope({ ...post, roundId: 'r'.repeat(ID_LENGTH_MAX + 1) })],
		['a stage that is none', envelope({ type: 'MoveStage', roundId: 'r', stage: 'done' })],
		['an item that is none', envelope({ type: 'PlaceDot', roundId: 'r', item: { kind: 'round', id: 'r' } })],
		['half a millisecond', envelope({ type: 'AdjustTimer', deltaMs: 0.5 })],
		['no number', envelope({ type: 'AdjustTimer', deltaMs: Number.NaN })],
		['endless time', envelope({ type: 'AdjustTimer', deltaMs: Infinity })],
		['more than a number holds exactly', envelope({ type: 'AdjustTimer', deltaMs: 2 ** 53 })],
		[
			'more items than one command may name',
			envelope({
				type: 'AddToCluster',
				roundId: 'r',
				clusterId: 'c',
				cardIds: Array.from({ length: ITEMS_PER_COMMAND_MAX + 1 }, () => 'c')
			})
		]
	])('%s', (_, input) => {
		expect(parseEnvelope(input)).toBeNull();
	});

	test('anything at all neither passes nor throws', () => {
		const anything = fc.anything({
			withNullPrototype: true,
			withBigInt: true,
			withDate: true,
			withMap: true
		});
		fc.assert(
			fc.property(anything, (input) => {
				expect(parseEnvelope(input)).toBeNull();
				expect(parseEnvelope(envelope(input))).toBeNull();
			}),
			{ numRuns: 3000 }
		);
	});
});
