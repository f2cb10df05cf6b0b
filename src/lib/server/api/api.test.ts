import { describe, expect, test } from 'vitest';
import { NO_DOSSIER_FACTS } from '#lib/domain/programme/dossier-facts.ts';
import type { Dossier } from '#lib/domain/programme/dossiers.ts';
import { EMPTY_PROGRAMME } from '#lib/domain/programme/programme.ts';
import { schemaFaults, type JsonSchema } from '../../../../tests/kit/json-schema.ts';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { QuestionLimit } from '../access/question-limit.ts';
import { answerTo, type ApiQuestion } from './api.ts';

const DOSSIER: Dossier = {
	id: 'd1',
	facts: { ...NO_DOSSIER_FACTS, name: 'Adresfraude in beeld', municipalities: ['GM0014'] },
	version: 3,
	changedAt: Date.parse('2026-11-01T09:00:00Z'),
	changedBy: 'noor',
	link: null,
	links: 0,
	isRemoved: false
};

function sourcesWith(questionsPerMinuteMax: number): Parameters<typeof answerTo>[0] {
	const key = { id: 'key', name: 'Dashboard', madeAt: 0, endedAt: null };
	return {
		store: { worksessions: () => Promise.resolve([]) },
		records: { of: () => Promise.resolve(fourDays()) },
		programmeDesk: {
			programme: () => Promise.resolve({ ...EMPTY_PROGRAMME, dossiers: { [DOSSIER.id]: DOSSIER } })
		},
		accessKeys: { keyIn: () => Promise.resolve(key) },
		questionLimit: new QuestionLimit(questionsPerMinuteMax)
	};
}

const sources = sourcesWith(1000);

function ask(path: string, asked: Partial<ApiQuestion> = {}, of = sources): Promise<Response> {
	const url = new URL(`http://waaier.test/v1${path}`);
	return answerTo(of, { method: 'GET', url, authorization: 'Bearer key', knownTag: null, ...asked });
}

interface Described {
	readonly paths: Readonly<
		Record<string, { readonly get: { readonly responses: Readonly<Record<string, DescribedAnswer>> } }>
	>;
}

interface DescribedAnswer {
	readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

describe('[E2] the description of the API', () => {
	test.each([
		['/sessies', '/sessies?aantal=2&pagina=2'],
		['/sessies', '/sessies?aantal=100'],
		['/sessies/{id}', '/sessies/w1'],
		['/sessies/{id}/kaarten', '/sessies/w1/kaarten?aantal=2'],
		['/vergelijkingen', '/vergelijkingen'],
		['/codeboeken', '/codeboeken'],
		['/praktijkvoorbeelden', '/praktijkvoorbeelden'],
		['/praktijkvoorbeelden/{id}', '/praktijkvoorbeelden/d1']
	])('%s: a real answer has the shape that is described (%s)', async (path, address) => {
		const described = (await (await ask('/openapi.json')).json()) as Described;
		const schema = described.paths[path]?.get.responses['200']?.content['application/json']?.schema;
		if (!schema) throw new Error(`${path} is not described`);
		const response = await ask(address);
		expect(response.status).toBe(200);
		const body: unknown = await response.json();
		expect(schemaFaults(body, schema)).toEqual([]);
		expect(schemaFaults({ ...(body as object), iets: 1 }, schema)).toEqual(['$ must not have iets']);
	});

	test('names nothing that is not a noun of several in Dutch, and no address ends in a slash', async () => {
		const described = (await (await ask('/openapi.json')).json()) as Described;
		const nouns = Object.keys(described.paths).flatMap((path) => path.split('/').filter(Boolean));
		expect([...new Set(nouns)].sort()).toEqual([
			'codeboeken',
			'kaarten',
			'praktijkvoorbeelden',
			'sessies',
			'vergelijkingen',
			'{id}'
		]);
	});
});

describe('[E2] how often a program may ask', () => {
	test('what goes beyond the limit is told when to ask again, as a problem', async () => {
		const few = sourcesWith(2);
		expect([(await ask('/sessies', {}, few)).status, (await ask('/sessies', {}, few)).status]).toEqual([
			200, 200
		]);
		const refused = await ask('/sessies', {}, few);
		expect(refused.status).toBe(429);
		expect(refused.headers.get('content-type')).toBe('application/problem+json');
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await refused.json()).toMatchObject({ status: 429 });
	});

	test('an answer that it has is not sent again', async () => {
		const first = await ask('/sessies/w1');
		const knownTag = first.headers.get('etag');
		expect(knownTag).toMatch(/^"[0-9a-f]{64}"$/);
		const again = await ask('/sessies/w1', { knownTag });
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect(again.headers.get('api-version')).toBe('1.0.0');
		expect((await ask('/sessies/w2', { knownTag })).status).toBe(200);
	});
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
	'[E2] %s is told what may be asked',
	async (method) => {
		const refused = await ask('/sessies', { method });
		expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
	}
);
