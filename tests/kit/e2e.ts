import { test as base } from '@playwright/test';
import { startServer, type TestServer } from './server.ts';

interface WorkerFixtures {
	server: TestServer;
}

/** Playwright's `test` with a real server per worker, in an empty folder; relative addresses go to it. */
export const test = base.extend<object, WorkerFixtures>({
	server: [
		async ({ browserName }, use) => {
			void browserName;
			const server = await startServer();
			await use(server);
			await server.dispose();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ server }, use) => {
		await use(server.url);
	}
});

/** As `test`, with a server for each test: it may be stopped, and its one-time link used. */
export const testOnOwnServer = base.extend<WorkerFixtures>({
	server: async ({ browserName }, use) => {
		void browserName;
		const server = await startServer();
		await use(server);
		await server.dispose();
	},
	baseURL: async ({ server }, use) => {
		await use(server.url);
	}
});

export { expect } from '@playwright/test';
