import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, diff, type Patch } from './patch.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Trees as views are: records by id, lists, plain values. Ids are the server's own, so no key is `__proto__`. */
const { tree } = fc.letrec((tie) => ({
	leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
	list: fc.array(tie('leaf'), { maxLength: 4 }),
	record: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'r', 's', 'd', 'card:1'), tie('tree'), {
		maxKeys: 4,
		noNullPrototype: true
	}),
	tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('record'))
}));

describe('a patch', () => {
	test('[V3] turns any tree into any other, also after crossing the wire', () => {
		fc.assert(
			fc.property(tree, tree, (before, after) => {
				const patch = diff(before, after);
				const reached = patch ? apply(before, throughJson(patch) as Patch) : before;
				expect(reached).toEqual(after);
			}),
			{ numRuns: 2000 }
		);
	});

	test('[V3] of a tree and its copy is nothing', () => {
		fc.assert(
			fc.property(tree, (value) => {
				expect(diff(value, structuredClone(value))).toBeNull();
			})
		);
	});

	test('[V3] leaves what it starts from as it was', () => {
		fc.assert(
			fc.property(tree, tree, (before, after) => {
				const copy = structuredClone(before);
				const patch = diff(before, after);
				if (patch) apply(before, patch);
				expect(before).toEqual(copy);
			})
		);
	});

	test('[V3] to the same tree differs with where it starts', () => {
		const after = { a: 1, b: 2 };
		expect(diff({ a: 1 }, after)).toEqual({ s: { b: 2 } });
		expect(diff({ b: 2 }, after)).toEqual({ s: { a: 1 } });
		expect(diff({ a: 1, b: 2, c: 3 }, after)).toEqual({ d: ['c'] });
	});

	test('says only what changed: keys set, keys gone, keys changed inside', () => {
		const before = { same: { a: 1 }, inner: { x: 1, y: 2 }, gone: 1, plain: 1 };
		const after = { same: before.same, inner: { x: 1, y: 3 }, plain: 2, new: [1] };
		expect(diff(before, after)).toEqual({
			s: { plain: 2, new: [1] },
			d: ['gone'],
			c: { inner: { s: { y: 3 } } }
		});
	});

	test('replaces a list whole, and sends nothing for a list that was built again', () => {
		expect(diff({ list: [1, 2] }, { list: [1, 2] })).toBeNull();
		expect(diff({ list: [1, 2] }, { list: [2, 1] })).toEqual({ s: { list: [2, 1] } });
		expect(diff({ list: [{ a: [1] }] }, { list: [{ a: [1] }] })).toBeNull();
	});

	test('tells null from nothing and from an empty record', () => {
		expect(diff({ own: null }, { own: {} })).toEqual({ s: { own: {} } });
		expect(diff({ own: {} }, { own: null })).toEqual({ s: { own: null } });
		expect(diff({ own: null }, {})).toEqual({ d: ['own'] });
		expect(diff(null, { a: 1 })).toEqual({ r: { a: 1 } });
		expect(apply({ a: 1 }, { r: null })).toBeNull();
	});

	test('keeps the reference of what it does not touch', () => {
		const before = { untouched: { a: 1 }, touched: { inner: { b: 1 }, other: { c: 1 } } };
		const after = apply(before, { c: { touched: { c: { inner: { s: { b: 2 } } } } } }) as typeof before;
		expect(after.untouched).toBe(before.untouched);
		expect(after.touched.other).toBe(before.touched.other);
		expect(after.touched.inner).toEqual({ b: 2 });
	});
});
