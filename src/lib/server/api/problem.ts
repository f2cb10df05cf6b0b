import { sha256 } from '../system.ts';

/** Version of the API in full, as every answer tells; its address has the first number alone. */
export const API_VERSION = '1.0.0';

/** What every answer carries. */
const API_HEADERS = { 'API-Version': API_VERSION } as const;

/** An answer that says what is wrong, as RFC 9457 has it. */
export function problem(
	status: number,
	title: string,
	detail: string,
	headers: Readonly<Record<string, string>> = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
		status,
		headers: { ...API_HEADERS, 'content-type': 'application/problem+json', ...headers }
	});
}

export function answer(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
	return Response.json(body, { headers: { ...API_HEADERS, ...headers } });
}

/** The same, known by a hash of it: nothing is sent again to who has it. */
export function taggedAnswer(body: unknown, knownTag: string | null): Response {
	const text = JSON.stringify(body);
	const etag = `"${sha256(text)}"`;
	const headers = { ...API_HEADERS, etag, 'cache-control': 'private, no-cache' };
	if (knownTag === etag) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}
