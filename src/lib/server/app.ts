import type { Env } from './env.ts';

/** Everything the pages and the sockets work with: the composition root's product. */
export interface App {
	/** The one-time link that signs the first organiser in; nothing once there is an organiser. */
	issueFirstSignInLink(origin: string): Promise<string | undefined>;
	/** Writes what is under way and closes the database. */
	close(): Promise<void>;
}

/** @throws StartupFault when the data folder or the database cannot be used */
export function createApp(env: Env): Promise<App> {
	void env;
	return Promise.resolve({
		issueFirstSignInLink: () => Promise.resolve(undefined),
		close: () => Promise.resolve()
	});
}
