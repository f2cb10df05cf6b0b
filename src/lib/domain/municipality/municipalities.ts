import { INVENTED_MUNICIPALITIES } from './invented-municipalities.ts';
import { MUNICIPALITY_HISTORY } from './municipality-history.ts';
import { MUNICIPALITY_LIST, MUNICIPALITY_LIST_DATE } from './municipality-list.ts';

export { INVENTED_MUNICIPALITIES, MUNICIPALITY_LIST_DATE };
export { isMunicipalityCodeOn, municipalitiesOn, successorsOf } from './municipality-dates.ts';
export { searchMunicipalities, type MunicipalityMatch } from './municipality-search.ts';

/** An official code such as 'GM0363', or that of an invented municipality, such as 'XX0001'. */
export type MunicipalityCode = string;

export interface Municipality {
	readonly code: MunicipalityCode;
	/** As people write it: "Den Haag", not "'s-Gravenhage". */
	readonly name: string;
	readonly province: string;
	/** First day on which the code was valid, 'YYYY-MM-DD'; absent where that was before 2018. */
	readonly begin?: string;
	/** Last day on which the code was valid, 'YYYY-MM-DD'; absent where no end is known. */
	readonly end?: string;
	/** The codes into which it went on the day after its end, several where it was divided. */
	readonly into?: readonly MunicipalityCode[];
}

/** The official municipalities on `MUNICIPALITY_LIST_DATE`, in the order of their codes. */
export const MUNICIPALITIES = MUNICIPALITY_LIST;

function indexByCode(list: readonly Municipality[]): ReadonlyMap<MunicipalityCode, Municipality> {
	return new Map(list.map((municipality) => [municipality.code, municipality]));
}

const officialByCode = indexByCode(MUNICIPALITIES);
const formerByCode = indexByCode(MUNICIPALITY_HISTORY);
const inventedByCode = indexByCode(INVENTED_MUNICIPALITIES);

/** Whether this is the code of an official municipality of today's list, written exactly so. */
export function isMunicipalityCode(code: string): boolean {
	return officialByCode.has(code);
}

/** Whether this is the code of an invented municipality, fit for trial sessions only. */
export function isInventedMunicipality(code: string): boolean {
	return inventedByCode.has(code);
}

/** The municipality with an official, former or invented code, or undefined for any other text. */
export function municipalityOf(code: MunicipalityCode): Municipality | undefined {
	return officialByCode.get(code) ?? inventedByCode.get(code) ?? formerByCode.get(code);
}

/** The name that goes with an official, former or invented code, or undefined for any other text. */
export function municipalityName(code: MunicipalityCode): string | undefined {
	return municipalityOf(code)?.name;
}
