import { FRAMED_TYPE, Unframing } from '#lib/export/framed.ts';

/** How far a file is: being made, there, or why not. */
export type FileState =
	| { readonly is: 'idle' }
	/** `share` is how much of it is made, from 0 to 1. */
	| { readonly is: 'busy'; readonly bytes: number; readonly share: number }
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
		this.state = { is: 'busy', bytes: 0, share: 0 };
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

	/** Null for what is no file, and for one that ends halfway. */
	async #pieces(address: string, signal: AbortSignal): Promise<readonly Uint8Array<ArrayBuffer>[] | null> {
		const response = await fetch(address, { signal, headers: { accept: FRAMED_TYPE } });
		if (!response.ok || !response.body) return null;
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		const unframing = new Unframing();
		const reader = response.body.getReader();
		for (let bytes = 0; ;) {
			const { done, value } = await reader.read();
			if (done) return unframing.isWhole ? pieces : null;
			const got = unframing.take(value);
			pieces.push(...got);
			bytes += got.reduce((sum, { length }) => sum + length, 0);
			this.state = { is: 'busy', bytes, share: unframing.share };
		}
	}
}
