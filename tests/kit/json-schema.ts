/** A JSON Schema (2020-12), as far as our published ones go. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Check = (value: unknown, rule: never, schema: JsonSchema, path: string) => readonly string[];

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
	array: Array.isArray,
	boolean: (value) => typeof value === 'boolean',
	integer: Number.isInteger,
	null: (value) => value === null,
	number: (value) => typeof value === 'number',
	object: isObject,
	string: (value) => typeof value === 'string'
};

/** RFC 3339. */
const FORMATS: Readonly<Record<string, RegExp>> = {
	date: /^\d{4}-\d\d-\d\d$/,
	'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
};

const NOTHING: Check = () => [];

const CHECKS: Readonly<Record<string, Check>> = {
	$schema: NOTHING,
	$id: NOTHING,
	title: NOTHING,
	description: NOTHING,
	default: NOTHING,
	type: (value, type: string, _schema, path) => must(TYPES[type]?.(value) === true, path, `is no ${type}`),
	const: (value, only: unknown, _schema, path) => must(value === only, path, `is not ${String(only)}`),
	enum: (value, choices: readonly unknown[], _schema, path) =>
		must(choices.includes(value), path, `is none of ${choices.join(', ')}`),
	minLength: (value, min: number, _schema, path) =>
		must(typeof value !== 'string' || value.length >= min, path, `is shorter than ${min}`),
	maxLength: (value, max: number, _schema, path) =>
		must(typeof value !== 'string' || [...value].length <= max, path, `is longer than ${max}`),
	maxItems: (value, max: number, _schema, path) =>
		must(!Array.isArray(value) || value.length <= max, path, `has more than ${max} items`),
	maximum: (value, max: number, _schema, path) =>
		must(typeof value !== 'number' || value <= max, path, `is more than ${max}`),
	minimum: (value, min: number, _schema, path) =>
		must(typeof value !== 'number' || value >= min, path, `is less than ${min}`),
	pattern: (value, pattern: string, _schema, path) =>
		must(
			typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
			path,
			`does not match ${pattern}`
		),
	format: (value, format: string, _schema, path) =>
		must(FORMATS[format]?.test(String(value)) === true, path, `is no ${format}`),
	anyOf: (value, schemas: readonly JsonSchema[], _schema, path) =>
		must(
			schemas.some((schema) => schemaFaults(value, schema, path).length === 0),
			path,
			'fits none of the choices'
		),
	items: (value, schema: JsonSchema, _parent, path) =>
		Array.isArray(value) ? value.flatMap((item, n) => schemaFaults(item, schema, `${path}[${n}]`)) : [],
	required: (value, names: readonly string[], _schema, path) =>
		isObject(value) ? names.flatMap((name) => must(Object.hasOwn(value, name), path, `has no ${name}`)) : [],
	properties: (value, properties: Readonly<Record<string, JsonSchema>>, _schema, path) =>
		isObject(value)
			? Object.entries(properties).flatMap(([name, schema]) =>
					Object.hasOwn(value, name) ? schemaFaults(value[name], schema, `${path}.${name}`) : []
				)
			: [],
	propertyNames: (value, schema: JsonSchema, _parent, path) =>
		isObject(value)
			? Object.keys(value).flatMap((name) => schemaFaults(name, schema, `${path}.${name}`))
			: [],
	additionalProperties: (value, rule: boolean | JsonSchema, { properties }, path) => {
		if (rule === true || !isObject(value)) return [];
		const others = Object.keys(value).filter(
			(name) => !isObject(properties) || !Object.hasOwn(properties, name)
		);
		return others.flatMap((name) =>
			rule === false ? [`${path} must not have ${name}`] : schemaFaults(value[name], rule, `${path}.${name}`)
		);
	}
};

/**
 * What is wrong with a value by a schema; empty when nothing is. It reads the schema that we publish and no code of ours.
 * @throws Error for a keyword it does not know, so that nothing passes unread
 */
export function schemaFaults(value: unknown, schema: JsonSchema, path = '$'): readonly string[] {
	return Object.entries(schema).flatMap(([keyword, rule]) => {
		const check = CHECKS[keyword];
		if (!check) throw new Error(`This checker does not know "${keyword}"`);
		return check(value, rule as never, schema, path);
	});
}

function must(isSo: boolean, path: string, fault: string): readonly string[] {
	return isSo ? [] : [`${path} ${fault}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
