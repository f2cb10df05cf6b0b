import type { Span } from './spans.ts';

/** Characters before and behind the sign that are looked at; RFC 5321 allows no more. */
const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;
const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,63}/u;

/** E-mail addresses. Looks around each at-sign only, so that a long text without one costs nothing. */
export function emailIn(text: string): readonly Span[] {
	const found: Span[] = [];
	for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
		const span = addressAround(text, at);
		if (span && span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
	}
	return found;
}

function addressAround(text: string, at: number): Span | null {
	const local = LOCAL.exec(text.slice(Math.max(0, at - LOCAL_MAX), at));
	const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + DOMAIN_MAX));
	return local && domain ? { start: at - local[0].length, end: at + 1 + domain[0].length } : null;
}
