/** What the gate needs of a page. */
export interface FramePort {
	/** Runs this when the next frame is made; what ends that. */
	readonly nextFrame: (run: () => void) => () => void;
	/** A page that nobody sees makes no frames. */
	readonly isVisible: () => boolean;
}

/**
 * Lets an act through at once, and what follows within the same frame only once, when the next frame is made: a screen shows no more than
 * that, and a room in which twenty things happen a second would keep a slow laptop drawing what nobody sees.
 */
export class FrameGate {
	readonly #act: () => void;
	readonly #port: FramePort;
	#isWanted = false;
	#endFrame: (() => void) | null = null;

	constructor(act: () => void, port: FramePort) {
		this.#act = act;
		this.#port = port;
	}

	/** Acts now, or when the next frame is made. */
	ask(): void {
		this.#isWanted = true;
		if (!this.#endFrame || !this.#port.isVisible()) this.flush();
	}

	/** Acts now when something waits. */
	flush(): void {
		if (!this.#isWanted) return;
		this.#isWanted = false;
		this.#endFrame ??= this.#port.nextFrame(() => {
			this.#endFrame = null;
			this.flush();
		});
		this.#act();
	}

	stop(): void {
		this.#endFrame?.();
		this.#endFrame = null;
	}
}
