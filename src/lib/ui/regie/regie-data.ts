import type { FreshView } from '#lib/protocol/messages.ts';

/** What the server gives the regie page. */
export interface RegieData {
	readonly fresh: FreshView;
	/** The join code as people read it. */
	readonly code: string;
	readonly joinUrl: string;
	readonly qr: { readonly size: number; readonly path: string };
	readonly screenUrl: string;
	readonly account: { readonly id: string; readonly name: string };
	/** Only while simulated people are at work. */
	readonly trial: {
		readonly speed: number;
		readonly isPaused: boolean;
		readonly isAutopilot: boolean;
		/** How many simulated people there are. */
		readonly people: number;
	} | null;
}
