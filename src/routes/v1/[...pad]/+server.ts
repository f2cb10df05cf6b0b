import { answerTo } from '#lib/server/api/api.ts';
import type { RequestHandler } from './$types';

/** An address with a slash at its end is another one, that is not there. */
export const trailingSlash = 'ignore';

const handle: RequestHandler = ({ request, url, locals }) =>
	answerTo(locals.app, {
		method: request.method,
		url,
		authorization: request.headers.get('authorization'),
		knownTag: request.headers.get('if-none-match')
	});

export const GET = handle;
export const fallback = handle;
