import { randomBytes } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/i18n/generated/server.js';
import { log } from '#lib/server/log.ts';
import { running } from '#lib/server/running.ts';
import { refuseUnreadableForms } from '#lib/server/unreadable-forms.ts';

/** A start that fails must stop the process, so it is waited for here and not at the first request. */
export const init: ServerInit = async () => {
	await running();
};

/** Who may knock, and the headers of the answer, were settled at the front door (lib/server/front-door.ts). */
export const handle: Handle = async ({ event, resolve }) => {
	event.locals.app = (await running()).app;
	refuseUnreadableForms(event.request);
	return paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, { transformPageChunk: ({ html }) => html.replace('%paraglide.lang%', locale) })
	);
};

/** The one place where a page's fault becomes an id. The address is not logged: it may hold a code that opens a room. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const id = randomBytes(4).toString('hex');
	log.error(
		{ fault: id, status, route: event.route.id, method: event.request.method, err: error },
		'page fault'
	);
	return { message, id };
};
