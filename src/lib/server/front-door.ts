import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { isIP } from 'node:net';
import { securityHeaders } from './headers.ts';

/** Methods that change nothing, so that a page of another site may cause them. */
const HARMLESS_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Endings that no public name server hands out, so that no stranger can point such a name at this machine. */
const LOCAL_ENDINGS = ['.localhost', '.local', '.lan', '.internal', '.home.arpa', '.test'];

/**
 * Whether a Host header may be this machine's: an IP address, its own name, or a name that only a local network knows.
 * Any public name is refused, because the owner of one can let it point here and read our pages with it (DNS rebinding).
 * With a configured origin the Host header is not used at all.
 */
export function isOwnHost(host: string): boolean {
	if (!URL.canParse(`http://${host}`)) return false;
	const { host: normal, hostname: name } = new URL(`http://${host}`);
	if (normal !== host.toLowerCase() && `${normal}:80` !== host.toLowerCase()) return false;
	if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true;
	if (!name.includes('.') || name === hostname().toLowerCase()) return true;
	return LOCAL_ENDINGS.some((ending) => name.endsWith(ending));
}

/** The origin a browser must be on to act here, or nothing when the Host header is not ours. */
function ownOrigin(headers: IncomingHttpHeaders, configured: string | undefined): string | undefined {
	if (configured !== undefined) return configured;
	const host = headers.host;
	return host !== undefined && isOwnHost(host) ? new URL(`http://${host}`).origin : undefined;
}

/**
 * Whether a request was sent by a page of our own. A missing Origin is a no for everyone: browsers always send it
 * on sockets and on writes, and a program that is no browser can say where it belongs.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, configured: string | undefined): boolean {
	return headers.origin !== undefined && headers.origin === ownOrigin(headers, configured);
}

interface Refusal {
	status: number;
	words: string;
}

function refusalOf(request: IncomingMessage, configured: string | undefined): Refusal | undefined {
	if (ownOrigin(request.headers, configured) === undefined) {
		return {
			status: 421,
			words: 'Dit adres hoort niet bij deze Waaier. / This address does not belong to this Waaier.'
		};
	}
	if (HARMLESS_METHODS.has(request.method ?? '') || isFromOwnPage(request.headers, configured))
		return undefined;
	return {
		status: 403,
		words: 'Dit verzoek komt van een andere site. / This request comes from another site.'
	};
}

/**
 * What every request passes first, pages, files and sockets alike: security headers on the answer, and a refusal in
 * words when the host is not ours or another site tries to change something.
 * @returns whether the request may go on; when not, it has been answered
 */
export function admit(
	request: IncomingMessage,
	response: ServerResponse,
	configured: string | undefined
): boolean {
	const headers = securityHeaders(configured?.startsWith('https:') ?? false);
	for (const [name, value] of headers) response.setHeader(name, value);
	const refusal = refusalOf(request, configured);
	if (refusal === undefined) return true;
	response
		.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8' })
		.end(`${refusal.words}\n`);
	return false;
}

/** Whether a request belongs to the sockets and not to the pages. */
export function isForSockets(request: IncomingMessage): boolean {
	return request.url?.startsWith('/socket.io/') ?? false;
}
