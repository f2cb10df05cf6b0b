import { toJsonSchema } from '@valibot/to-json-schema';
import { QUESTIONS_PER_MINUTE_MAX } from '../access/question-limit.ts';
import { API_VERSION } from './problem.ts';
import { RESOURCES, type Resource } from './resources.ts';

/** The description of the API, made from what answers it. */
export function openApi(origin: string): unknown {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Waaier: uitkomsten van werksessies',
			description:
				'Leest de uitkomsten van gesloten werksessies. Verandert niets. Aantallen gemeenten gaan over verschillende gemeenten en staan met het totaal waarvan zij zijn.',
			version: API_VERSION,
			contact: { name: 'De organisator van deze Waaier', url: origin },
			license: { name: 'EUPL-1.2' }
		},
		servers: [{ url: `${origin}/v1` }],
		security: [{ sleutel: [] }],
		paths: Object.fromEntries(RESOURCES.map((resource) => [resource.path, { get: operation(resource) }])),
		components: {
			securitySchemes: { sleutel: { type: 'http', scheme: 'bearer' } },
			headers: { 'API-Version': { description: 'Versie van de API', schema: { type: 'string' } } },
			schemas: {
				Probleem: {
					type: 'object',
					required: ['type', 'title', 'status', 'detail'],
					properties: {
						type: { type: 'string' },
						title: { type: 'string' },
						status: { type: 'integer' },
						detail: { type: 'string' }
					}
				}
			}
		}
	};
}

function operation({ path, summary, query, body }: Resource) {
	const parameters = [...(path.includes('{id}') ? [ID] : []), ...queryParameters(query)];
	return {
		operationId: path.replaceAll(/[^a-z]+/g, '-').replace(/^-|-$/g, ''),
		summary,
		parameters,
		responses: {
			200: {
				description: 'Gelukt',
				headers: HEADERS,
				content: { 'application/json': { schema: schemaOf(body) } }
			},
			400: PROBLEM('Er is iets gevraagd dat deze API niet kent'),
			401: PROBLEM('Zonder sleutel, of met een sleutel die niet werkt'),
			429: PROBLEM(`Meer dan ${QUESTIONS_PER_MINUTE_MAX} vragen per minuut met deze sleutel`),
			...(path.includes('{id}') && { 404: PROBLEM('Dit is er niet') })
		}
	};
}

const HEADERS = { 'API-Version': { $ref: '#/components/headers/API-Version' } };
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const PROBLEM = (description: string) => ({
	description,
	headers: HEADERS,
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } }
});

/** In JSON Schema 2020-12, as OpenAPI 3.1 has it. */
function schemaOf(body: Resource['body']) {
	const { $schema: _, ...schema } = toJsonSchema(body, {
		target: 'draft-2020-12',
		typeMode: 'input',
		errorMode: 'ignore'
	});
	return schema;
}

function queryParameters(query: Resource['query']) {
	const { properties = {} } = toJsonSchema(query, { typeMode: 'input', errorMode: 'ignore' });
	return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}
