/** An answer that was not the one the visitor came for. */
class WebRefusal extends Error {
	readonly status: number;

	constructor(path: string, status: number) {
		super(`${path} → ${status}`);
		this.status = status;
	}
}

const HIDDEN_FIELD = /<input\b[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g;

/** A browser without a screen: asks for pages, posts forms, keeps cookies. */
export class WebVisitor {
	readonly origin: string;
	readonly #cookies = new Map<string, string>();

	/** `origin` is scheme, host and port, without a slash at the end. */
	constructor(origin: string) {
		this.origin = origin;
	}

	/** The Cookie header as it stands now. */
	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/**
	 * The text of a page or file, byte for byte as UTF-8.
	 * @throws WebRefusal when the answer is anything else than 200
	 */
	async read(path: string): Promise<string> {
		const response = await this.#ask(path, {});
		const text = await response.text();
		if (response.status !== 200) throw new WebRefusal(path, response.status);
		return text;
	}

	/**
	 * Posts a form, a field once for each of its values, and gives the path that its answer leads to.
	 * @throws WebRefusal when the form was not accepted
	 */
	async post(path: string, fields: FormFields): Promise<string> {
		const response = await this.#ask(path, {
			method: 'POST',
			headers: { accept: 'text/html' },
			body: formOf(fields)
		});
		await response.body?.cancel();
		const location = response.headers.get('location');
		if (response.status !== 303 || location === null) throw new WebRefusal(path, response.status);
		return location;
	}

	/**
	 * Uses a one-time link as it is printed in the terminal.
	 * @throws WebRefusal when it was used before, or never was
	 */
	async signIn(link: string, name: string): Promise<void> {
		await this.post('/inloggen', { token: new URL(link).hash.slice(1), name });
	}

	/**
	 * Joins by the form of the join page and gives the id of the worksession.
	 * @throws WebRefusal when the code or a field is refused
	 */
	async join(code: string, person: Visitor): Promise<string> {
		const path = `/deelnemen/${code}`;
		const page = await this.read(path);
		const joinKey = [...page.matchAll(HIDDEN_FIELD)].find(([, name]) => name === 'joinKey')?.[2];
		const room = await this.post(path, { ...person, ...(joinKey && { joinKey }) });
		return lastPart(room);
	}

	async #ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
		const response = await fetch(`${this.origin}${path}`, {
			redirect: 'manual',
			...init,
			headers: { origin: this.origin, cookie: this.cookie, ...init.headers }
		});
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
		}
		return response;
	}
}

/** What somebody fills in at the door; `as` and `organisation` by who does not come for a municipality. */
export type Visitor = Readonly<
	Record<'name' | 'functionName', string> & {
		/** A code, several, or empty for none. */
		municipality: string | readonly string[];
	} & (Record<'as' | 'organisation', string> | object)
>;

type FormFields = Readonly<Record<string, string | readonly string[]>>;

function formOf(fields: FormFields): URLSearchParams {
	const body = new URLSearchParams();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) body.append(name, value);
	return body;
}

/** The id at the end of an address of ours. */
export function lastPart(path: string): string {
	return path.split('/').at(-1) ?? '';
}
