/** How far a file is: being made, there, or why not. */
export type FileState =
	| { readonly is: 'idle' }
	| { readonly is: 'busy'; readonly bytes: number }
	| { readonly is: 'done' }
	| { readonly is: 'stopped' }
	| { readonly is: 'failed' };

/** One file at a time that is made while it comes in, and that can be stopped; then the server stops making it too. */
export class FileFetch {
	state = $state.raw<FileState>({ is: 'idle' });
	#abort: AbortController | null = null;

	/** The whole file, or null where there is none; `state` says why. */
	async fetch(address: string): Promise<Blob | null> {
		this.#abort?.abort();
		const abort = new AbortController();
		this.#abort = abort;
		this.state = { is: 'busy', bytes: 0 };
		try {
			const pieces = await this.#pieces(address, abort.signal);
			this.state = { is: pieces ? 'done' : 'failed' };
			return pieces && new Blob([...pieces]);
		} catch {
			// Whoever stopped it knows; a lost connection and a file that ends halfway are the same to who waits.
			if (this.#abort === abort) this.state = { is: abort.signal.aborted ? 'stopped' : 'failed' };
			return null;
		}
	}

	stop(): void {
		this.#abort?.abort();
	}

	async #pieces(address: string, signal: AbortSignal): Promise<readonly Uint8Array<ArrayBuffer>[] | null> {
		const response = await fetch(address, { signal });
		if (!response.ok || !response.body) return null;
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		const reader = response.body.getReader();
		for (let bytes = 0; ;) {
			const { done, value } = await reader.read();
			if (done) return pieces;
			pieces.push(value);
			bytes += value.length;
			this.state = { is: 'busy', bytes };
		}
	}
}
