import type { App as WaaierApp } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			app: WaaierApp;
		}
		interface Error {
			message: string;
			/** Present on a fault: the number a person can mention and the log holds. */
			id?: string;
		}
	}
}

export {};
