import type { Page } from '@playwright/test';

/** Everything a page received over its sockets, from the moment it is watched. */
export class Traffic {
	readonly frames: string[] = [];

	constructor(page: Page) {
		page.on('websocket', (socket) => {
			socket.on('framereceived', ({ payload }) => this.frames.push(payload.toString()));
		});
	}

	/** The frames in which this occurs. */
	framesWith(pattern: RegExp): readonly string[] {
		return this.frames.filter((frame) => pattern.test(frame));
	}
}
