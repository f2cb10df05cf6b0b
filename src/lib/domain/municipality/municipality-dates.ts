import type { Municipality, MunicipalityCode } from './municipalities.ts';
import { MUNICIPALITY_HISTORY } from './municipality-history.ts';
import { MUNICIPALITY_LIST, MUNICIPALITY_LIST_DATE } from './municipality-list.ts';

/** The first day of which all codes are known, 'YYYY-MM-DD'. A day before it is answered as this one. */
export const MUNICIPALITY_HISTORY_BEGIN = '2018-01-01';

const everyOne = [...MUNICIPALITY_LIST, ...MUNICIPALITY_HISTORY].sort((a, b) => (a.code < b.code ? -1 : 1));
const byCode: ReadonlyMap<MunicipalityCode, Municipality> = new Map(
	everyOne.map((municipality) => [municipality.code, municipality])
);

/** Days are compared as text, which is their order in time because all are written 'YYYY-MM-DD'. */
function knownDay(date: string | null): string {
	const day = date ?? MUNICIPALITY_LIST_DATE;
	return day < MUNICIPALITY_HISTORY_BEGIN ? MUNICIPALITY_HISTORY_BEGIN : day;
}

function isValidOn({ begin, end }: Municipality, day: string): boolean {
	return (begin === undefined || begin <= day) && (end === undefined || day <= end);
}

/** The official municipalities on a day 'YYYY-MM-DD', by code; null is a day not chosen yet, and gives today's list. */
export function municipalitiesOn(date: string | null): readonly Municipality[] {
	const day = knownDay(date);
	return everyOne.filter((municipality) => isValidOn(municipality, day));
}

/** Whether this was the code of an official municipality on a day 'YYYY-MM-DD'; null is a day not chosen yet. */
export function isMunicipalityCodeOn(code: string, date: string | null): boolean {
	const municipality = byCode.get(code);
	return municipality !== undefined && isValidOn(municipality, knownDay(date));
}

/**
 * The codes that held the area of this one on a later day 'YYYY-MM-DD', by code: itself while it was valid, several
 * where it was divided. None for an unknown code, and none for a day before it began: this looks forward only.
 */
export function successorsOf(code: MunicipalityCode, date: string): readonly MunicipalityCode[] {
	const municipality = byCode.get(code);
	if (municipality === undefined) return [];
	const day = knownDay(date);
	if (isValidOn(municipality, day)) return [code];
	const hasEnded = municipality.end !== undefined && municipality.end < day;
	const later = hasEnded ? (municipality.into ?? []).flatMap((next) => successorsOf(next, day)) : [];
	return [...new Set(later)].sort();
}

/** All codes into which this one went, also by way of a code that ended itself. */
function laterCodes({ into = [] }: Municipality): readonly MunicipalityCode[] {
	return into.flatMap((code) => {
		const next = byCode.get(code);
		return next ? [code, ...laterCodes(next)] : [code];
	});
}

function predecessorsByCode(): ReadonlyMap<MunicipalityCode, readonly Municipality[]> {
	const found = new Map<MunicipalityCode, Municipality[]>();
	for (const municipality of everyOne)
		for (const code of new Set(laterCodes(municipality)))
			found.set(code, [...(found.get(code) ?? []), municipality]);
	return found;
}

/** The municipalities that ended since 2018 or will, by the code of each that got a part of their area. */
export const PREDECESSORS = predecessorsByCode();
