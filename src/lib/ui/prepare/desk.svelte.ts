import type { Command } from '#lib/domain/commands.ts';
import type { ExampleFacts } from '#lib/domain/day/example.ts';
import type { Facts } from '#lib/domain/day/facts.ts';
import type { RoundSettings } from '#lib/domain/day/round.ts';
import type { TableFacts } from '#lib/domain/people/table.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import { browserTimers } from '../primitives/timers.ts';
import { countable, roundMinutes } from './day.ts';
import {
	Draft,
	type DraftSource,
	type Savable,
	type SavePort,
	type SaveState
} from '../primitives/draft.svelte.ts';
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

/** Whether somebody else changed a fact meanwhile is for the server to say: this view may not show yet what was saved from here. */
function refusedHere(port: SavePort, command: Command): Rejection | null {
	const rejection = port.wouldRefuse(command);
	return rejection === 'facts-changed' ? null : rejection;
}

/** Everything of one worksession that is being prepared on this page, with what is not saved yet. */
export class Desk {
	readonly facts: Draft<Facts>;
	readonly visibility: Draft<{ readonly authorVisibility: AuthorVisibility }>;
	readonly newExample: NewExample;
	readonly #port: DeskPort;
	/** Filled while the page is drawn, so not reactive themselves; which of each there are, the view tells. */
	readonly #rounds: Record<string, Draft<RoundSettings>> = {};
	readonly #breaks: Record<string, Draft<BreakFacts>> = {};
	readonly #examples: Record<string, Draft<ExampleFacts>> = {};
	readonly #tables: Record<string, Draft<TableFacts>> = {};

	constructor(port: DeskPort) {
		this.#port = port;
		this.newExample = new NewExample(port);
		this.facts = new Draft(
			{
				current: () => port.shared.facts,
				command: (facts, _, over) => ({ type: 'ChangeFacts', facts, over }),
				clash: 'facts-changed'
			},
			this.#saved(),
			browserTimers
		);
		this.visibility = this.#draft({
			current: () => ({ authorVisibility: port.shared.authorVisibility }),
			command: ({ authorVisibility }) => ({ type: 'ChangeAuthorVisibility', authorVisibility })
		});
	}

	/** The draft of a round of the agenda, also of one that was added after the page opened. */
	round(roundId: string): Draft<RoundSettings> {
		return (this.#rounds[roundId] ??= this.#round(roundId));
	}

	/** The draft of a break of the agenda, also of one that was added after the page opened. */
	break(itemId: string): Draft<BreakFacts> {
		return (this.#breaks[itemId] ??= this.#break(itemId));
	}

	/** Minutes that an item of the agenda takes, as its fields say. */
	minutesOf({ kind, id }: AgendaItem): number {
		return kind === 'round'
			? roundMinutes(this.round(id).value.minutes)
			: countable(this.break(id).value.minutes);
	}

	/** The draft of a practice example, also of one that was added after the page opened. */
	example(exampleId: string): Draft<ExampleFacts> {
		return (this.#examples[exampleId] ??= this.#exampleDraft(exampleId));
	}

	/** The draft of a table, also of one that was added after the page opened. */
	table(tableId: string): Draft<TableFacts> {
		return (this.#tables[tableId] ??= this.#tableDraft(tableId));
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
		const { agenda, examples, tables } = this.#port.shared;
		return [
			this.facts,
			this.visibility,
			...agenda.map(({ kind, id }) => (kind === 'round' ? this.round(id) : this.break(id))),
			...examples.map(({ id }) => this.example(id)),
			...tables.map(({ id }) => this.table(id))
		];
	}

	#draft<T extends object>(source: DraftSource<T>): Draft<T> {
		return new Draft({ ...source, clash: 'facts-changed' }, this.#saved(), browserTimers);
	}

	#saved(): SavePort {
		const port = this.#port;
		return { act: (command) => port.act(command), wouldRefuse: (command) => refusedHere(port, command) };
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
			command: (settings, _, over) => ({ type: 'ChangeRound', roundId, settings, over })
		});
	}

	#break(itemId: string): Draft<BreakFacts> {
		const find = () => this.#port.shared.agenda.find(({ id }) => id === itemId);
		const fallback = find();
		return this.#draft({
			current: () => {
				const item = find() ?? fallback;
				if (item?.kind !== 'break') throw new Error(`Broken promise: no break ${itemId}`);
				return { title: item.title, minutes: item.minutes };
			},
			command: (facts, _, over) => ({ type: 'ChangeBreak', itemId, ...facts, over })
		});
	}

	#exampleDraft(exampleId: string): Draft<ExampleFacts> {
		return this.#draft({
			current: () => {
				const example = this.#port.shared.examples.find(({ id }) => id === exampleId);
				const { name = '', summary = '', municipalities = [], dossierId } = example ?? {};
				return { name, summary, municipalities, ...(dossierId !== undefined && { dossierId }) };
			},
			command: (example, _, over) => ({ type: 'ChangeExample', exampleId, example, over })
		});
	}

	#tableDraft(tableId: string): Draft<TableFacts> {
		return this.#draft({
			current: () => {
				const table = this.#port.shared.tables.find(({ id }) => id === tableId);
				return { name: table?.name ?? '', exampleId: table?.exampleId ?? null };
			},
			command: (table, _, over) => ({ type: 'ChangeTable', tableId, table, over })
		});
	}
}
