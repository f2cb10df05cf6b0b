import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { FreshView, OwnPatch, SharedPatch } from './messages.ts';
import { apply } from './patch.ts';

/** `gap`: something was missed, so a fresh view is needed. `ignored`: nothing to do, as before the first view or seen already. */
export type Received = 'applied' | 'gap' | 'ignored';

/**
 * The confirmed view: what the server has told us, and nothing else. A patch fits on exactly one version; after a gap everything
 * is ignored until the fresh view is there.
 */
export class Sync {
	shared: SharedView;
	own: OwnView | null;
	#version: number;
	#ownSeq: number;
	#isLive = false;
	/** The newest that was heard of while nothing could be taken: an older view is then known to miss something. */
	#heardOf = { version: 0, ownSeq: 0 };

	/** `first` may come from a page: it is shown, and patches wait for the connection's own first view. */
	constructor(first: FreshView) {
		this.shared = first.shared;
		this.own = first.own;
		this.#version = first.version;
		this.#ownSeq = first.ownSeq;
	}

	get isLive(): boolean {
		return this.#isLive;
	}

	get version(): number {
		return this.#version;
	}

	/** A connection was lost: what comes next starts with a fresh view. */
	interrupt(): void {
		this.#isLive = false;
		this.#heardOf = { version: 0, ownSeq: 0 };
	}

	takeView({ version, shared, ownSeq, own }: FreshView): Received {
		const isOld = version < this.#version || (version === this.#version && ownSeq < this.#ownSeq);
		if (this.#isLive && isOld) return 'ignored';
		this.#version = version;
		this.#ownSeq = ownSeq;
		this.shared = shared;
		this.own = own;
		const missesSomething = version < this.#heardOf.version || ownSeq < this.#heardOf.ownSeq;
		this.#heardOf = { version: 0, ownSeq: 0 };
		this.#isLive = !missesSomething;
		return missesSomething ? 'gap' : 'applied';
	}

	takeShared({ from, to, patch }: SharedPatch): Received {
		if (!this.#isLive) this.#heardOf.version = Math.max(this.#heardOf.version, to);
		if (!this.#isLive || to <= this.#version) return 'ignored';
		if (from !== this.#version) return this.#gap(to, 0);
		this.shared = apply(this.shared, patch) as SharedView;
		this.#version = to;
		return 'applied';
	}

	takeOwn({ seq, patch }: OwnPatch): Received {
		if (!this.#isLive) this.#heardOf.ownSeq = Math.max(this.#heardOf.ownSeq, seq);
		if (!this.#isLive || seq <= this.#ownSeq) return 'ignored';
		if (seq !== this.#ownSeq + 1) return this.#gap(0, seq);
		this.own = apply(this.own, patch) as OwnView | null;
		this.#ownSeq = seq;
		return 'applied';
	}

	#gap(version: number, ownSeq: number): Received {
		this.#isLive = false;
		this.#heardOf = { version, ownSeq };
		return 'gap';
	}
}
