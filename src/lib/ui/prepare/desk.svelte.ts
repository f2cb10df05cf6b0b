import type { ExampleFacts, Facts, RoundSettings } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { SharedView } from '#lib/domain/visibility.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import { browserTimers } from '../primitives/timers.ts';
import { Draft, type DraftSource, type Savable, type SavePort, type SaveState } from './draft.svelte.ts';
import { NewExample } from './new-example.svelte.ts';

/** What the page that prepares a worksession needs of its connection. */
export interface DeskPort extends SavePort {
	readonly shared: SharedView;
}

export interface BreakFacts {
	readonly title: string;
	readonly minutes: number;
}

/** From what asks attention first to what asks none. */
const URGENCY: readonly SaveState[] = ['refused', 'failed', 'saving', 'unsaved', 'saved'];

/** Everything of one worksession that is being prepared on this page, with what is not saved yet. */
export class Desk {
	readonly facts: Draft<Facts>;
	readonly visibility: Draft<{ readonly authorVisibility: AuthorVisibility }>;
	readonly newExample: NewExample;
	readonly #port: DeskPort;
	readonly #rounds: Readonly<Record<string, Draft<RoundSettings>>>;
	readonly #breaks: Readonly<Record<string, Draft<BreakFacts>>>;
	/** Filled while the page is drawn, so not reactive itself; which examples there are, the view tells. */
	readonly #examples: Record<string, Draft<ExampleFacts>> = {};

	constructor(port: DeskPort) {
		this.#port = port;
		this.newExample = new NewExample(port);
		this.facts = this.#draft({
			current: () => port.shared.facts,
			command: (facts) => ({ type: 'ChangeFacts', facts })
		});
		this.visibility = this.#draft({
			current: () => ({ authorVisibility: port.shared.authorVisibility }),
			command: ({ authorVisibility }) => ({ type: 'ChangeAuthorVisibility', authorVisibility })
		});
		const { agenda } = port.shared;
		const rounds = agenda.filter((item) => item.kind === 'round');
		const breaks = agenda.filter((item) => item.kind === 'break');
		this.#rounds = Object.fromEntries(rounds.map(({ id }) => [id, this.#round(id)]));
		this.#breaks = Object.fromEntries(breaks.map((item) => [item.id, this.#break(item.id, item)]));
	}

	/** The draft of a round of the agenda. */
	round(roundId: string): Draft<RoundSettings> {
		return known(this.#rounds, roundId);
	}

	/** The draft of a break of the agenda. */
	break(itemId: string): Draft<BreakFacts> {
		return known(this.#breaks, itemId);
	}

	/** The draft of a practice example, also of one that was added after the page opened. */
	example(exampleId: string): Draft<ExampleFacts> {
		return (this.#examples[exampleId] ??= this.#exampleDraft(exampleId));
	}

	get savables(): readonly Savable[] {
		return [...this.#drafts(), this.newExample];
	}

	/** The most urgent state of all, with the reason when a rule refuses something. */
	get status(): { readonly state: SaveState; readonly rejection: Rejection | null } {
		const all = this.savables;
		const state = URGENCY.find((candidate) => all.some((savable) => savable.state === candidate)) ?? 'saved';
		const rejection = all.find((savable) => savable.rejection !== null)?.rejection ?? null;
		return { state, rejection };
	}

	get isSaved(): boolean {
		return this.savables.every((savable) => savable.state === 'saved');
	}

	/** Saves what was changed in fields. A new example waits until somebody adds it. */
	async saveFields(): Promise<void> {
		await Promise.all(this.#drafts().map((draft) => draft.save()));
	}

	/** Saves everything, before leaving. */
	async saveAll(): Promise<void> {
		await Promise.all(this.savables.map((savable) => savable.save()));
	}

	/** To be called when the view has changed. */
	settle(): void {
		for (const draft of this.#drafts()) draft.settle();
	}

	#drafts() {
		const { examples } = this.#port.shared;
		return [
			this.facts,
			this.visibility,
			...Object.values(this.#rounds),
			...Object.values(this.#breaks),
			...examples.map(({ id }) => this.example(id))
		];
	}

	#draft<T extends object>(source: DraftSource<T>): Draft<T> {
		return new Draft(source, this.#port, browserTimers);
	}

	#round(roundId: string): Draft<RoundSettings> {
		const fallback = this.#port.shared.rounds[roundId]?.settings;
		return this.#draft({
			current: () => {
				const { rounds, facilitator } = this.#port.shared;
				const settings = rounds[roundId]?.settings ?? fallback;
				if (!settings) throw new Error(`Broken promise: no round ${roundId}`);
				return { ...settings, note: facilitator?.notes[roundId] ?? '' };
			},
			command: (settings) => ({ type: 'ChangeRound', roundId, settings })
		});
	}

	#break(itemId: string, { title, minutes }: BreakFacts): Draft<BreakFacts> {
		return this.#draft({
			current: () => {
				const item = this.#port.shared.agenda.find((candidate) => candidate.id === itemId);
				return item?.kind === 'break' ? { title: item.title, minutes: item.minutes } : { title, minutes };
			},
			command: (facts) => ({ type: 'ChangeBreak', itemId, ...facts })
		});
	}

	#exampleDraft(exampleId: string): Draft<ExampleFacts> {
		return this.#draft({
			current: () => {
				const example = this.#port.shared.examples.find(({ id }) => id === exampleId);
				const { name = '', summary = '', municipalities = [] } = example ?? {};
				return { name, summary, municipalities };
			},
			command: (example) => ({ type: 'ChangeExample', exampleId, example })
		});
	}
}

function known<T>(drafts: Readonly<Record<string, T>>, id: string): T {
	const draft = drafts[id];
	if (!draft) throw new Error(`Broken promise: no draft for ${id}`);
	return draft;
}
