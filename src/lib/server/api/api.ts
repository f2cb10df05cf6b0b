import * as v from 'valibot';
import type { AccessKeys } from '../access/access-keys.ts';
import { openApi } from './openapi.ts';
import { answer, problem } from './problem.ts';
import { knownTo, RESOURCES, type ApiSources, type Resource } from './resources.ts';

/** Who asks what. */
export interface ApiQuestion {
	readonly method: string;
	readonly url: URL;
	readonly authorization: string | null;
}

/**
 * Answers a question of another program, by the Dutch API Design Rules: Dutch names in the plural, no slash at the end, the version in the
 * address and in a header, problems as problem+json, unknown questions refused, a description at `/v1/openapi.json` for everybody.
 */
export async function answerTo(
	sources: ApiSources & { readonly accessKeys: Pick<AccessKeys, 'keyIn'> },
	{ method, url, authorization }: ApiQuestion
): Promise<Response> {
	const path = url.pathname.slice('/v1'.length);
	if (method !== 'GET' && method !== 'HEAD')
		return problem(405, 'Niet toegestaan', 'Deze API leest alleen.', { allow: 'GET, HEAD' });
	if (path === '/openapi.json') return answer(openApi(url.origin), { 'access-control-allow-origin': '*' });
	if (!(await sources.accessKeys.keyIn(authorization)))
		return problem(401, 'Geen toegang', 'Stuur een sleutel mee die werkt: Authorization: Bearer …', {
			'www-authenticate': 'Bearer'
		});
	const found = resourceAt(path);
	if (!found) return problem(404, 'Niet gevonden', 'Dit adres is er niet. Zie /v1/openapi.json.');
	const query = v.safeParse(found.resource.query, Object.fromEntries(url.searchParams));
	if (!query.success) return problem(400, 'Verkeerd gevraagd', faultOf(query.issues));
	const asked = { id: found.id, query: query.output, self: url.pathname };
	const body = found.resource.answer(await knownTo(sources), asked);
	return body === null ? problem(404, 'Niet gevonden', 'Dit is er niet.') : answer(body);
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
