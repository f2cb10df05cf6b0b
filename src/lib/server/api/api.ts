import * as v from 'valibot';
import type { AccessKeys } from '../access/access-keys.ts';
import { openApi } from './openapi.ts';
import type { QuestionLimit } from '../access/question-limit.ts';
import { answer, problem, taggedAnswer } from './problem.ts';
import { knownTo, RESOURCES, type ApiSources, type Resource } from './resources.ts';

/** Who asks what. */
export interface ApiQuestion {
	readonly method: string;
	readonly url: URL;
	readonly authorization: string | null;
	/** The ETag of an answer that it has (If-None-Match); null where it has none. */
	readonly knownTag: string | null;
}

/**
 * Answers a question of another program, by the Dutch API Design Rules: Dutch names in the plural, no slash at the end, the version in the
 * address and in a header, problems as problem+json, unknown questions refused, a description at `/v1/openapi.json` for everybody.
 */
export async function answerTo(
	sources: ApiSources & {
		readonly accessKeys: Pick<AccessKeys, 'keyIn'>;
		readonly questionLimit: QuestionLimit;
	},
	{ method, url, authorization, knownTag }: ApiQuestion
): Promise<Response> {
	const path = url.pathname.slice('/v1'.length);
	if (method !== 'GET' && method !== 'HEAD')
		return problem(405, 'Niet toegestaan', 'Deze API leest alleen.', { allow: 'GET, HEAD' });
	if (path === '/openapi.json') return answer(openApi(url.origin), { 'access-control-allow-origin': '*' });
	const key = await sources.accessKeys.keyIn(authorization);
	if (!key)
		return problem(401, 'Geen toegang', 'Stuur een sleutel mee die werkt: Authorization: Bearer …', {
			'www-authenticate': 'Bearer'
		});
	const wait = await sources.questionLimit.secondsToWait(key.id);
	if (wait > 0)
		return problem(429, 'Te veel vragen', `Vraag het over ${wait} seconden weer.`, {
			'retry-after': `${wait}`
		});
	const found = resourceAt(path);
	if (!found) return problem(404, 'Niet gevonden', 'Dit adres is er niet. Zie /v1/openapi.json.');
	const query = v.safeParse(found.resource.query, Object.fromEntries(url.searchParams));
	if (!query.success) return problem(400, 'Verkeerd gevraagd', faultOf(query.issues));
	const asked = { id: found.id, query: query.output, self: url.pathname };
	const body = found.resource.answer(await knownTo(sources), asked);
	return body === null ? problem(404, 'Niet gevonden', 'Dit is er niet.') : taggedAnswer(body, knownTag);
}

function resourceAt(path: string): { readonly resource: Resource; readonly id: string } | null {
	for (const resource of RESOURCES) {
		const pattern = new RegExp(`^${resource.path.replace('{id}', '([\\w-]+)')}$`);
		const match = pattern.exec(path);
		if (match) return { resource, id: match[1] ?? '' };
	}
	return null;
}

function faultOf(issues: readonly v.BaseIssue<unknown>[]): string {
	const names = new Set(issues.map((issue) => v.getDotPath(issue) ?? ''));
	return `Dit klopt niet of kent deze API niet: ${[...names].join(', ')}.`;
}
