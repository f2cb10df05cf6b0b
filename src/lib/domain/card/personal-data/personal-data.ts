import { addressIn } from './address.ts';
import { bsnIn } from './bsn.ts';
import { emailIn } from './email.ts';
import { ibanIn } from './iban.ts';
import { numberPlateIn } from './number-plate.ts';
import { phoneIn } from './phone.ts';
import type { Span } from './spans.ts';

/**
 * What of a text looks like data of a person. A hint for the writer while they type; it forbids nothing, and a name or a story about
 * somebody it cannot see.
 */

/** By kind, the surest first: what one of them found is not found again by the next. */
const FINDERS = {
	iban: ibanIn,
	email: emailIn,
	bsn: bsnIn,
	phone: phoneIn,
	address: addressIn,
	'number-plate': numberPlateIn
} as const satisfies Record<string, (text: string) => readonly Span[]>;

export type PersonalDataKind = keyof typeof FINDERS;

const KINDS = Object.keys(FINDERS) as readonly PersonalDataKind[];

/** A piece of a text in UTF-16 units, as `setSelectionRange` takes them. */
export interface PersonalData extends Span {
	readonly kind: PersonalDataKind;
}

/** What looks like data of a person, from left to right and without overlap. Takes time in proportion to the text, whatever stands in it. */
export function personalDataIn(text: string): readonly PersonalData[] {
	return KINDS.reduce<readonly PersonalData[]>(
		(found, kind) =>
			withThoseApart(
				found,
				FINDERS[kind](text).map((span) => ({ kind, ...span }))
			),
		[]
	);
}

/** Both lists are in order; of `more` only what lies clear of all that was found. */
function withThoseApart(
	found: readonly PersonalData[],
	more: readonly PersonalData[]
): readonly PersonalData[] {
	const all: PersonalData[] = [];
	let next = 0;
	for (const candidate of more) {
		for (let known = found[next]; known && known.end <= candidate.start; known = found[next]) {
			all.push(known);
			next += 1;
		}
		const isClear =
			(all.at(-1)?.end ?? 0) <= candidate.start && (found[next]?.start ?? Infinity) >= candidate.end;
		if (isClear) all.push(candidate);
	}
	return [...all, ...found.slice(next)];
}
