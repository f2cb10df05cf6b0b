import { INVENTED_MUNICIPALITIES } from './invented-municipalities.ts';
import { MUNICIPALITIES_2026 } from './municipalities-2026.ts';

export { INVENTED_MUNICIPALITIES };
export { searchMunicipalities, type MunicipalityMatch } from './municipality-search.ts';

/** An official code such as 'GM0363', or that of an invented municipality, such as 'XX0001'. */
export type MunicipalityCode = string;

export interface Municipality {
	readonly code: MunicipalityCode;
	/** As people write it: "Den Haag", not "'s-Gravenhage". */
	readonly name: string;
	readonly province: string;
	/** First day on which the code was valid, 'YYYY-MM-DD'; absent where it is not recorded. */
	readonly begin?: string;
	/** Last day on which the code was valid, 'YYYY-MM-DD'; absent while it is in use. */
	readonly end?: string;
}

/** The day on which the list of codes was valid (peildatum), 'YYYY-MM-DD'. */
export const MUNICIPALITY_LIST_DATE = '2026-01-01';

/** The official municipalities, in the order of their codes. */
export const MUNICIPALITIES = MUNICIPALITIES_2026;

function indexByCode(list: readonly Municipality[]): ReadonlyMap<MunicipalityCode, Municipality> {
	return new Map(list.map((municipality) => [municipality.code, municipality]));
}

const officialByCode = indexByCode(MUNICIPALITIES);
const inventedByCode = indexByCode(INVENTED_MUNICIPALITIES);

/** Whether this is the code of an official municipality, written exactly so. */
export function isMunicipalityCode(code: string): boolean {
	return officialByCode.has(code);
}

/** Whether this is the code of an invented municipality, fit for trial sessions only. */
export function isInventedMunicipality(code: string): boolean {
	return inventedByCode.has(code);
}

/** The name that goes with an official or invented code, or undefined for any other text. */
export function municipalityName(code: MunicipalityCode): string | undefined {
	return (officialByCode.get(code) ?? inventedByCode.get(code))?.name;
}
