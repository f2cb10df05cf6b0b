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
	/** Only for a trial session. */
	readonly trial: { readonly speed: number; readonly isAutopilot: boolean } | null;
}
