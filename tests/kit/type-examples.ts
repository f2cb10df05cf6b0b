import ts from 'typescript';

/**
 * Examples of a type, made from its source: one of each member of a union, with every place filled in. A text says where it stands, so that
 * one finds it again. It keeps a test of "every field of every event" true when somebody adds a field.
 */
export interface TypeExample {
	readonly type: string;
	readonly value: Readonly<Record<string, unknown>>;
}

/** What stands in the place of every text; the path follows. */
const CANARY = 'kanarie:';

/** Of each member of a union of objects that have a `type`. `file` is a path from the project's folder. */
export function examplesOf(file: string, typeName: string): readonly TypeExample[] {
	const program = ts.createProgram([file], {
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.NodeNext,
		moduleResolution: ts.ModuleResolutionKind.NodeNext,
		allowImportingTsExtensions: true,
		strict: true,
		noEmit: true,
		types: []
	});
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(file);
	const symbol =
		source &&
		checker
			.getExportsOfModule(checker.getSymbolAtLocation(source) ?? fail(file))
			.find(({ name }) => name === typeName);
	const union = checker.getDeclaredTypeOfSymbol(symbol ?? fail(typeName));
	const members = union.isUnion() ? union.types : [union];
	return members.flatMap((member) => {
		const values = new Examples(checker).ofType(member, '');
		return values.map((value) => {
			const example = value as Readonly<Record<string, unknown>>;
			return { type: String(example['type']), value: example };
		});
	});
}

function fail(what: string): never {
	throw new Error(`There is no ${what}`);
}

class Examples {
	readonly #checker: ts.TypeChecker;

	constructor(checker: ts.TypeChecker) {
		this.#checker = checker;
	}

	/** As many as show every member of the unions in it. */
	ofType(type: ts.Type, path: string): readonly unknown[] {
		if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
		if (type.flags & ts.TypeFlags.BooleanLike) return [true];
		if (type.flags & ts.TypeFlags.String) return [`${CANARY}${path}`];
		if (type.flags & ts.TypeFlags.Number) return [1];
		if (type.isUnion()) return this.#ofUnion(type, path);
		const elements = this.#elementsOf(type);
		if (elements) return this.ofType(elements, `${path}[]`).map((value) => [value]);
		const values = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String);
		if (values)
			return this.ofType(values, `${path}{}`).map((value) => ({ [`${CANARY}${path}{key}`]: value }));
		return this.#ofObject(type, path);
	}

	/** Of a list of codes one is enough; null says nothing. */
	#ofUnion(type: ts.UnionType, path: string): readonly unknown[] {
		const told = type.types.filter(({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
		const isCode = told.every((member) => member.isStringLiteral() || member.isNumberLiteral());
		return (isCode ? told.slice(0, 1) : told).flatMap((member) => this.ofType(member, path));
	}

	#elementsOf(type: ts.Type): ts.Type | undefined {
		if (!this.#checker.isArrayType(type)) return undefined;
		return this.#checker.getTypeArguments(type as ts.TypeReference)[0];
	}

	#ofObject(type: ts.Type, path: string): readonly unknown[] {
		const fields = this.#checker.getPropertiesOfType(type).map((field) => {
			const place = path === '' ? field.name : `${path}.${field.name}`;
			return [field.name, this.ofType(this.#checker.getTypeOfSymbol(field), place)] as const;
		});
		const count = Math.max(1, ...fields.map(([, values]) => values.length));
		return Array.from({ length: count }, (_, nth) =>
			Object.fromEntries(fields.map(([name, values]) => [name, values[nth % values.length]]))
		);
	}
}

/** Where the texts stand that are still in it. */
export function canariesIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return value.startsWith(CANARY) ? [value.slice(CANARY.length)] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => [...canariesIn(key), ...canariesIn(part)]);
}
