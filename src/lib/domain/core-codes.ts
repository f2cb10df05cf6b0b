import {
	CATEGORIES,
	FUNCTIONS,
	LEGAL_BASES,
	NATURES,
	NEED_TYPES,
	PROCESS_PHASES,
	PRODUCT_FORMS,
	THEMES
} from './vocabulary.ts';
import { GROUP_CODES, ROUND_CODES } from './record/record-codes.ts';

/**
 * The closed lists of the code book as data: since which version each code is there, until when it may be chosen and what says it since.
 * What a code is called and means are words, see `i18n/core-words.ts`.
 */

/** One issue of the closed lists. */
interface CoreVersion {
	readonly version: number;
	/** From when it holds, 'YYYY-MM-DD'. */
	readonly from: string;
}

/** Every issue, oldest first. A list never loses a code: whoever ends one says so in its line and adds an issue here. */
export const CORE_VERSIONS = [{ version: 1, from: '2026-11-23' }] as const satisfies readonly CoreVersion[];

/** The issue whose codes are chosen from today. */
export const CORE_VERSION: number = CORE_VERSIONS[CORE_VERSIONS.length - 1]?.version ?? 1;

/** When a code may be chosen. Dates are 'YYYY-MM-DD'. */
export interface CoreValidity<C extends string = string> {
	/** The issue that began to have it. */
	readonly version: number;
	/** The first day on which it is not chosen any more; null while it is. */
	readonly until: string | null;
	/** Which code of the list says it since; null for none. */
	readonly replacedBy: C | null;
}

export interface CoreCode<C extends string = string> extends CoreValidity<C> {
	readonly code: C;
	/** The day from which it is chosen. */
	readonly from: string;
}

export interface CoreList<C extends string = string> {
	/** What the list was made after. */
	readonly source: string;
	readonly codes: readonly CoreCode<C>[];
}

/** A code is there from the first issue on and has no end, but where `changed` says otherwise. */
export function coreList<C extends string>(
	source: string,
	codes: readonly C[],
	changed?: Readonly<Partial<Record<C, Partial<CoreValidity<C>>>>>,
	versions: readonly CoreVersion[] = CORE_VERSIONS
): CoreList<C> {
	return {
		source,
		codes: codes.map((code) => {
			const validity = { version: 1, until: null, replacedBy: null, ...changed?.[code] };
			const from = versions.find(({ version }) => version === validity.version)?.from ?? '';
			return { code, ...validity, from };
		})
	};
}

/** By the code under which a list stands in files and in what other programs read. */
export const CORE_LISTS = {
	soort: coreList('A&O fonds en VNG: negen succesfactoren; scans van datavolwassenheid', CATEGORIES),
	aard: coreList('Wat kan, wat mag, wat willen we (LED)', NATURES),
	'soort-behoefte': coreList('DDAS; CCV', NEED_TYPES),
	fase: coreList('OPSI; AP en VNG, handreiking vroegsignalering; CCV', PROCESS_PHASES),
	vorm: coreList('Het programma', PRODUCT_FORMS),
	functie: coreList('VIK; scans van datavolwassenheid', FUNCTIONS),
	grondslag: coreList('Algoritmeregister; wetten', LEGAL_BASES),
	thema: coreList('Het programma', THEMES),
	groep: coreList('Het programma', Object.values(GROUP_CODES)),
	ronde: coreList('Het programma', Object.values(ROUND_CODES))
} as const;
export type CoreListCode = keyof typeof CORE_LISTS;
/** The codes of one list. */
export type CodeOf<L extends CoreListCode> = (typeof CORE_LISTS)[L]['codes'][number]['code'];
/** In the order in which they are read. */
export const CORE_LIST_CODES = Object.keys(CORE_LISTS) as readonly CoreListCode[];
