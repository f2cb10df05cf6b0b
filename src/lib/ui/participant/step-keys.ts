import type { ProcessStep } from '#lib/domain/board/step.ts';
import { stepNumber } from '../board/board-tables.ts';
import { singleKey } from '../primitives/single-key.ts';

/** What is held while a digit chooses a step inside a text, where the digit alone is text. */
export interface StepChord {
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	/** As they are called on the keyboard. */
	readonly names: readonly string[];
}

/**
 * The combination that no browser, screen reader or keyboard has taken, by `navigator.platform`: Alt on Windows, where Ctrl + digit is a tab
 * and both together type €; Ctrl on a Mac, where Alt types € and both together are VoiceOver's; both elsewhere, where each alone is a tab.
 */
export function stepChord(platform: string): StepChord {
	if (/^Win/i.test(platform)) return { altKey: true, ctrlKey: false, names: ['Alt'] };
	if (/^(?:Mac|iP)/i.test(platform)) return { altKey: false, ctrlKey: true, names: ['Ctrl'] };
	return { altKey: true, ctrlKey: true, names: ['Ctrl', 'Alt'] };
}

/** The step that a key chooses, null for none of them; undefined when it is no such key. Outside a text a digit alone does. */
export function stepByKey(
	event: KeyboardEvent,
	chord: StepChord,
	steps: readonly ProcessStep[]
): ProcessStep | null | undefined {
	const digit = /^\d$/.exec(singleKey(event) ?? '')?.[0] ?? digitInChord(event, chord);
	if (digit === '0') return steps.length > 0 ? null : undefined;
	return steps.find((step) => String(stepNumber(steps, step)) === digit);
}

/** By its place: with a modifier held, the key may stand for another character. */
function digitInChord(event: KeyboardEvent, { altKey, ctrlKey }: StepChord): string | undefined {
	const isHeld =
		!event.defaultPrevented &&
		event.altKey === altKey &&
		event.ctrlKey === ctrlKey &&
		!event.metaKey &&
		!event.shiftKey &&
		!event.repeat;
	return isHeld ? /(?<=^Digit)\d$/.exec(event.code)?.[0] : undefined;
}
