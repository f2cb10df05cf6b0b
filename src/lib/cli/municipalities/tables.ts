import type { Municipality, MunicipalityCode } from '#lib/domain/municipality/municipalities.ts';
import { MUNICIPALITY_HISTORY_BEGIN } from '#lib/domain/municipality/municipality-dates.ts';
import { m } from '#lib/i18n/words.ts';
import { RegisterFault, type Register, type RegisterMunicipality } from './register.ts';

/** What the two committed files hold. */
export interface MunicipalityTables {
	/** The day on which the list was valid, 'YYYY-MM-DD'. */
	readonly date: string;
	/** The municipalities of that day, by code. */
	readonly list: readonly Municipality[];
	/** All others since 2018: those that ended, and those that have yet to begin. */
	readonly history: readonly Municipality[];
}

/** The register names provinces by code only. */
const PROVINCE_BY_CODE: ReadonlyMap<string, string> = new Map([
	['pv20', 'Groningen'],
	['pv21', 'Fryslân'],
	['pv22', 'Drenthe'],
	['pv23', 'Overijssel'],
	['pv24', 'Flevoland'],
	['pv25', 'Gelderland'],
	['pv26', 'Utrecht'],
	['pv27', 'Noord-Holland'],
	['pv28', 'Zuid-Holland'],
	['pv29', 'Zeeland'],
	['pv30', 'Noord-Brabant'],
	['pv31', 'Limburg']
]);

/** So many missing codes are named; the rest would only repeat that it is the wrong file. */
const MISSING_TOLD_MAX = 10;

function isSince2018({ end }: { readonly end?: string | undefined }): boolean {
	return end === undefined || end >= MUNICIPALITY_HISTORY_BEGIN;
}

function isValidOn(
	{ begin = '', end = '9999' }: { readonly begin?: string | undefined; readonly end?: string | undefined },
	day: string
): boolean {
	return begin <= day && day <= end;
}

/** A file that lacks a code we know is another list, or half of one: importing it would lose municipalities. */
function refuseMissing(register: Register, known: readonly Municipality[]): void {
	const inFile = new Set(register.municipalities.map(({ code }) => code));
	const missing = known.map(({ code }) => code).filter((code) => !inFile.has(code));
	if (missing.length === 0) return;
	const codes = missing.slice(0, MISSING_TOLD_MAX).join(', ');
	throw new RegisterFault(m.municipalities_incomplete({ count: missing.length, codes }));
}

/** Successors have to be valid on the day of the change, which comes after the end: so no chain of them goes round. */
function successors(
	{ code, end }: RegisterMunicipality,
	register: Register,
	byCode: ReadonlyMap<MunicipalityCode, RegisterMunicipality>
): readonly MunicipalityCode[] | undefined {
	if (end === undefined) return undefined;
	const into = new Set<MunicipalityCode>();
	for (const { day, ...change } of register.changes.filter(({ ended }) => ended.includes(code)))
		for (const next of change.into) {
			const successor = byCode.get(next);
			if (day <= end || !successor || !isValidOn(successor, day))
				throw new RegisterFault(m.municipalities_wrong_successor({ code, end, next, day }));
			into.add(next);
		}
	if (into.size === 0) throw new RegisterFault(m.municipalities_no_successor({ code, end }));
	return [...into].sort();
}

/**
 * What the register says about every code since 2018, in the shape of the committed files. A province stays as `known` has it
 * where the register tells none.
 * @throws RegisterFault when a known code is missing, or where an ended municipality went
 */
export function tablesOf(register: Register, known: readonly Municipality[]): MunicipalityTables {
	refuseMissing(register, known);
	const byCode = new Map(register.municipalities.map((municipality) => [municipality.code, municipality]));
	const provinces = new Map(known.map(({ code, province }) => [code, province]));
	const all = register.municipalities.filter(isSince2018).map((municipality): Municipality => {
		const { code, name, begin, end } = municipality;
		const province = PROVINCE_BY_CODE.get(municipality.province ?? '') ?? provinces.get(code);
		if (province === undefined) throw new RegisterFault(m.municipalities_no_province({ code }));
		const into = successors(municipality, register, byCode);
		const isBegunSince2018 = begin !== undefined && begin >= MUNICIPALITY_HISTORY_BEGIN;
		return {
			code,
			name,
			province,
			...(isBegunSince2018 && { begin }),
			...(end !== undefined && { end }),
			...(into && { into })
		};
	});
	const inOrder = all.sort((a, b) => (a.code < b.code ? -1 : 1));
	return {
		date: register.date,
		list: inOrder.filter((municipality) => isValidOn(municipality, register.date)),
		history: inOrder.filter((municipality) => !isValidOn(municipality, register.date))
	};
}
