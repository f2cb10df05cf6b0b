import type { ExampleFacts } from '#lib/domain/day/example.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Savable, SavePort, SaveState } from '../primitives/draft.svelte.ts';

const EMPTY: ExampleFacts = { name: '', summary: '', municipalities: [] };

/** A practice example that is being written down and does not exist yet: it is added whole, when its writer says so or leaves. */
export class NewExample implements Savable {
	state: SaveState = $state('saved');
	rejection: Rejection | null = $state(null);
	value: ExampleFacts = $state.raw(EMPTY);
	readonly #port: SavePort;

	constructor(port: SavePort) {
		this.#port = port;
	}

	change(part: Partial<ExampleFacts>): void {
		this.value = { ...this.value, ...part };
		this.rejection = null;
		const { name, summary, municipalities } = this.value;
		const isEmpty = name.trim() === '' && summary.trim() === '' && municipalities.length === 0;
		this.state = isEmpty ? 'saved' : 'unsaved';
	}

	clear(): void {
		this.change(EMPTY);
	}

	/** Before leaving: adds what was written down, if anything was. */
	async save(): Promise<void> {
		if (this.state !== 'saved') await this.add();
	}

	/** Adds it, or says why not. */
	async add(): Promise<void> {
		if (this.state === 'saving') return;
		const command = { type: 'AddExample', example: this.value } as const;
		this.rejection = this.#port.wouldRefuse(command);
		if (this.rejection) {
			this.state = 'refused';
			return;
		}
		this.state = 'saving';
		const answer = await this.#port.act(command);
		if (answer.ok) {
			this.clear();
			return;
		}
		this.rejection = 'rejection' in answer ? answer.rejection : null;
		this.state = this.rejection ? 'refused' : 'failed';
	}
}
