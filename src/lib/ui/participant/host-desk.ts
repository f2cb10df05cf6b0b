import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { rejectionText } from '#lib/i18n/rejections.ts';
import { m } from '#lib/i18n/words.ts';
import { stepNumber } from '../board/board-tables.ts';
import { stackingOf } from '../board/stacking.ts';
import type { HostActs } from './host-acts.svelte.ts';
import { hostCommands, titleFor, type HostChoice } from './host-choice.ts';

/** What a host does with what is chosen; buttons and keys do the same. A refusal keeps the choice and says why. */

/** The board of a table as its host has it before them; read live. */
export interface HostDesk {
	readonly client: WorksessionClient;
	readonly acts: HostActs;
	readonly round: RoundView;
	readonly tableId: string;
	/** Steps at which things of this table may lie. */
	readonly steps: readonly ProcessStep[];
	readonly choice: HostChoice;
}

/** Why the rules refuse the first of these; undefined when they do not. */
export function whyNot(
	{ client }: Pick<HostDesk, 'client'>,
	...commands: readonly Command[]
): string | undefined {
	const rejections = commands.map((command) => client.wouldRefuse(command));
	const rejection = rejections.find((one) => one !== null);
	return rejection ? rejectionText(rejection) : undefined;
}

/** What stacking this choice asks for. */
export function stackCommand({ choice }: Pick<HostDesk, 'choice'>): Command {
	const [cluster] = choice.clusters;
	return cluster && stackingOf(choice.cards, choice.clusters) === 'add'
		? hostCommands.add(choice, cluster.id)
		: hostCommands.stack(choice, titleFor(choice) || '?');
}

/** Loose cards join the one stack that is chosen with them; else a new stack asks for its title. */
export function stack(desk: HostDesk): void {
	const { acts, choice } = desk;
	if (choice.items.length < 2) return;
	const command = stackCommand(desk);
	const refused = whyNot(desk, command);
	if (refused !== undefined) acts.refuse(refused);
	else if (command.type === 'AddToCluster')
		void acts.perform([command], m.room_host_say_added({ title: choice.clusters[0]?.title ?? '' }));
	else acts.question = { kind: 'make-stack', choice };
}

/** What taking the chosen stacks apart asks for; nothing where none is chosen. */
export function takeApartCommands({ choice, round }: Pick<HostDesk, 'choice' | 'round'>): readonly Command[] {
	return choice.clusters.map(({ id }) => ({ type: 'TakeApart', roundId: round.id, clusterId: id }));
}

export function takeApart(desk: HostDesk): void {
	const commands = takeApartCommands(desk);
	if (commands.length > 0) void desk.acts.perform(commands, m.room_host_say_apart());
}

/** At the step with this number, from 1, or at none with 0; false where nothing is chosen or the board has no such step. */
export function putAtStep({ acts, choice, steps }: HostDesk, number: number): boolean {
	const step = steps.find((candidate) => stepNumber(steps, candidate) === number);
	if (choice.items.length === 0 || steps.length === 0 || (number !== 0 && !step)) return false;
	void acts.pin(choice, steps, step ?? null);
	return true;
}

export function askCodes({ acts, choice }: HostDesk): void {
	if (choice.items.length > 0) acts.question = { kind: 'classify', choice };
}

/** Only needs solve something. */
export function askLink({ acts, choice, round }: HostDesk): void {
	if (round.kind === 'needs' && choice.items.length > 0) acts.question = { kind: 'link', choice };
}

/** Asks who comes back to what is chosen; with nothing chosen it shows what is parked. */
export function askPark({ acts, choice, tableId }: HostDesk): void {
	acts.question = { kind: 'parking', choice, tableId };
}
