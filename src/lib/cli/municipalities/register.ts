import * as v from 'valibot';
import { m } from '#lib/i18n/words.ts';
import {
	CHANGE_TYPES,
	ChangeSchema,
	FORMER_VERSION_TYPE,
	HeadSchema,
	LIST_TYPE,
	ListSchema,
	MUNICIPALITY_TYPE,
	MunicipalitySchema
} from './register-schema.ts';

/** So much of a wrong value is told. */
const SHOWN_LENGTH_MAX = 80;

export type RegisterMunicipality = v.InferOutput<typeof MunicipalitySchema>;
type RegisterChange = v.InferOutput<typeof ChangeSchema>;

/** The official register of municipalities, as one file of it tells. */
export interface Register {
	/** The day on which the register was looked at (zichtdatum), 'YYYY-MM-DD'. */
	readonly date: string;
	readonly municipalities: readonly RegisterMunicipality[];
	readonly changes: readonly RegisterChange[];
	/** How many records of other types the file holds, by the last of their types. */
	readonly skipped: ReadonlyMap<string, number>;
}

/** A reason in words why a file is not imported; nothing of it is used then. */
export class RegisterFault extends Error {}

/** A text from a file, fit for a terminal: short, without signs that steer it. */
function shown(text: string): string {
	return text.slice(0, SHOWN_LENGTH_MAX).replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

function recordsIn(json: string): readonly unknown[] {
	let input: unknown;
	try {
		input = JSON.parse(json);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new RegisterFault(m.municipalities_not_json({ detail: error.message }));
	}
	if (!Array.isArray(input)) throw new RegisterFault(m.municipalities_not_list());
	return input;
}

interface Place {
	/** Counted from 1. */
	readonly record: number;
	readonly id: string;
}

function faultOf(issue: v.BaseIssue<unknown>, { record, id }: Place): RegisterFault {
	const [field, ...inside] = issue.path ?? [];
	const name = typeof field?.key === 'string' ? field.key.replace(/^.*[/#]/, '') : '–';
	const value = inside.at(-1)?.value ?? field?.value;
	if (field && value === undefined)
		return new RegisterFault(m.municipalities_missing({ record, id, field: name }));
	const told = shown(typeof value === 'string' ? `"${value}"` : issue.received);
	return new RegisterFault(m.municipalities_wrong({ record, id, field: name, value: told }));
}

function read<TOutput>(schema: v.GenericSchema<unknown, TOutput>, input: unknown, place: Place): TOutput {
	const result = v.safeParse(schema, input, { abortEarly: true });
	if (!result.success) throw faultOf(result.issues[0], place);
	return result.output;
}

function isOneOf(types: readonly string[], wanted: readonly string[]): boolean {
	return types.some((type) => wanted.includes(type));
}

function countSkipped(skipped: Map<string, number>, types: readonly string[]): void {
	const key = shown(types.at(-1) ?? '');
	skipped.set(key, (skipped.get(key) ?? 0) + 1);
}

/**
 * Reads the file "Register gemeenten compleet" of TOOI. Records of unknown types are counted and skipped.
 * @throws RegisterFault when it is not that file, or a record of a known type is not as expected: nothing is taken from it then
 */
export function parseRegister(json: string): Register {
	const dates: string[] = [];
	const municipalities = new Map<string, RegisterMunicipality>();
	const changes: RegisterChange[] = [];
	const skipped = new Map<string, number>();
	for (const [index, input] of recordsIn(json).entries()) {
		const head = read(HeadSchema, input, { record: index + 1, id: '?' });
		const place = { record: index + 1, id: shown(head['@id']) };
		const types = head['@type'];
		if (isOneOf(types, [FORMER_VERSION_TYPE])) countSkipped(skipped, types);
		else if (isOneOf(types, [LIST_TYPE])) dates.push(read(ListSchema, input, place));
		else if (isOneOf(types, CHANGE_TYPES)) changes.push(read(ChangeSchema, input, place));
		else if (isOneOf(types, [MUNICIPALITY_TYPE])) {
			const municipality = read(MunicipalitySchema, input, place);
			if (municipalities.has(municipality.code)) throw new RegisterFault(m.municipalities_twice(place));
			municipalities.set(municipality.code, municipality);
		} else countSkipped(skipped, types);
	}
	const [date] = dates;
	if (date === undefined || dates.length > 1) throw new RegisterFault(m.municipalities_not_register());
	return { date, municipalities: [...municipalities.values()], changes, skipped };
}
