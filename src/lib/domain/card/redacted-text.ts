import type { StepDetails } from '../board/step.ts';
import type { ReadBackAnswer } from './card.ts';
import type { ActionFacts } from '../choose/action.ts';
import type { DecisionFacts } from '../choose/decision.ts';
import type { IdeaFacts } from '../choose/idea.ts';
import type { ExampleFacts } from '../day/example.ts';
import type { Facts } from '../day/facts.ts';
import type { RoundSettings } from '../day/round.ts';
import type { TableFacts } from '../people/table.ts';
import { DEAL_TEXTS, mapDealTexts } from '../choose/data-deal.ts';
import { DETAIL_TEXTS } from '../board/step-details.ts';

/** What stands in the place of a text that was taken away, the same in every language. */
export const REDACTED_TEXT = '[…]';

/** What was never filled in stays so. */
export function taken(text: string): string {
	return text === '' ? '' : REDACTED_TEXT;
}

const TAKEN_ORGANISATION = /^\[…\] \d+$/u;

/** What stands in the place of an organisation: each that was taken away has a number of its own. */
export function takenOrganisation(number: number): string {
	return `${REDACTED_TEXT} ${number}`;
}

export function isTakenOrganisation(organisation: string): boolean {
	return TAKEN_ORGANISATION.test(organisation);
}

export interface StepText {
	readonly title: string;
	readonly details: StepDetails;
}
type IdeaText = Omit<IdeaFacts, 'needs' | 'examples'>;
type DecisionText = Pick<DecisionFacts, 'text' | 'reason' | 'dissents'>;
type ActionText = Pick<ActionFacts, 'text' | 'ownerName'>;

/** The details of a step without a word of anybody; what was chosen from a list stays. */
export function takenDetails<T extends StepDetails>(details: T): T {
	const texts = DETAIL_TEXTS.map((text) => [text, taken(details[text])] as const);
	return { ...details, ...Object.fromEntries(texts) };
}

/** A product idea without a word of anybody; its form, its needs and its date stay. */
export function takenIdea<T extends IdeaText>(idea: T): T {
	const { title, summary, ownPart, nationalPart, deal } = idea;
	return {
		...idea,
		title: taken(title),
		summary: taken(summary),
		ownPart: taken(ownPart),
		nationalPart: taken(nationalPart),
		deal: deal && mapDealTexts(deal, taken)
	};
}

/** A decision without a word of anybody. */
export function takenDecision<T extends DecisionText>(decision: T): T {
	const { text, reason, dissents } = decision;
	return { ...decision, text: taken(text), reason: taken(reason), dissents: dissents.map(taken) };
}

/** An action, or what is parked, without a word of anybody, also of whose it is; whoever takes part stays its owner. */
export function takenAction<T extends ActionText>(action: T): T {
	return { ...takenOwner(action), text: taken(action.text) };
}

/** Whose something is without a word of anybody; whoever takes part stays its owner. */
export function takenOwner<T extends Pick<ActionText, 'ownerName'>>(owner: T): T {
	return { ...owner, ownerName: taken(owner.ownerName) };
}

/** What a writer says of their card, without the words that should stand there. */
export function takenReadBack(answer: ReadBackAnswer): ReadBackAnswer {
	return { ...answer, text: taken(answer.text) };
}

/** A reason that was given for something. */
export function takenReason<T extends { readonly reason: string }>(given: T): T {
	return { ...given, reason: taken(given.reason) };
}

/** What stands at the head of a day: its theme, date and the like stay. */
export function takenFacts(facts: Facts): Facts {
	return { ...facts, title: taken(facts.title), place: taken(facts.place) };
}

/** How a round goes, without what it asks and what is told of that. */
export function takenSettings(settings: RoundSettings): RoundSettings {
	const { question, helpText, note } = settings;
	return { ...settings, question: taken(question), helpText: taken(helpText), note: taken(note) };
}

/** A practice example; its municipalities stay. */
export function takenExample<T extends ExampleFacts>(example: T): T {
	return { ...example, name: taken(example.name), summary: taken(example.summary) };
}

export function takenTable<T extends TableFacts>(table: T): T {
	return { ...table, name: taken(table.name) };
}

/** Every text of a step, an idea, a decision or an action. */
export function textsOfStep({ title, details }: StepText): readonly string[] {
	return [title, ...DETAIL_TEXTS.map((text) => details[text])];
}

export function textsOfIdea({ title, summary, ownPart, nationalPart, deal }: IdeaText): readonly string[] {
	return [title, summary, ownPart, nationalPart, ...(deal ? DEAL_TEXTS.map((text) => deal[text]) : [])];
}

export function textsOfDecision({ text, reason, dissents }: DecisionText): readonly string[] {
	return [text, reason, ...dissents];
}

export function textsOfAction({ text, ownerName }: ActionText): readonly string[] {
	return [text, ownerName];
}
