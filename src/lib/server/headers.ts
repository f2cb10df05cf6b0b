/** Two years, as hstspreload.org asks. */
const HSTS_SECONDS = 63_072_000;

/** Applies to files and data; pages replace it with their own policy, which SvelteKit writes with a nonce. */
const NOTHING_MAY_RUN = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const UNUSED_FEATURES = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/**
 * The headers of every answer, as internet.nl checks them.
 *
 * `Referrer-Policy` is `same-origin` and not `no-referrer`: under the latter a browser sends `Origin: null` with a
 * form post, which the origin check would have to refuse. Browsers ignore HSTS and the opener policy over plain
 * http, with an error in the console, so these two wait for https.
 */
export function securityHeaders(https: boolean): [name: string, value: string][] {
	const headers: [string, string][] = [
		['Content-Security-Policy', NOTHING_MAY_RUN],
		// Kept by this browser only, and asked for again each time; files with a hash in their name say otherwise.
		['Cache-Control', 'private, no-cache'],
		['X-Content-Type-Options', 'nosniff'],
		['X-Frame-Options', 'DENY'],
		['Referrer-Policy', 'same-origin'],
		['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
		['Cross-Origin-Resource-Policy', 'same-origin']
	];
	if (https) {
		headers.push(['Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`]);
		headers.push(['Cross-Origin-Opener-Policy', 'same-origin']);
	}
	return headers;
}
