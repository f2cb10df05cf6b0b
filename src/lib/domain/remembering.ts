/**
 * A pure function that remembers its last answer per object. Views keep their reference by it while what they are made of stays the
 * same, so that a patch costs what changed and a room of 1,500 cards is not looked through for each post.
 *
 * `dependsOn` lists what else the answer follows from; the answer is made again when one of those is another. The object itself is
 * never changed, so it needs no place in the list. Nothing is kept alive beyond the object.
 */
export function remembering<K extends object, A extends readonly unknown[], V>(
	make: (object: K, ...rest: A) => V,
	dependsOn?: (object: K, ...rest: A) => readonly unknown[]
): (object: K, ...rest: A) => V {
	return dependsOn ? rememberingOn(make, dependsOn) : rememberingEach(make);
}

function rememberingOn<K extends object, A extends readonly unknown[], V>(
	make: (object: K, ...rest: A) => V,
	dependsOn: (object: K, ...rest: A) => readonly unknown[]
): (object: K, ...rest: A) => V {
	const known = new WeakMap<K, { readonly on: readonly unknown[]; readonly answer: V }>();
	return (object, ...rest) => {
		const on = dependsOn(object, ...rest);
		const last = known.get(object);
		if (last?.on.every((value, index) => Object.is(value, on[index]))) return last.answer;
		const answer = make(object, ...rest);
		known.set(object, { on, answer });
		return answer;
	};
}

/** The same of what follows from the object alone: asked of each card at each change, so that the least work counts. */
function rememberingEach<K extends object, A extends readonly unknown[], V>(
	make: (object: K, ...rest: A) => V
): (object: K, ...rest: A) => V {
	const known = new WeakMap<K, { readonly answer: V }>();
	return (object, ...rest) => {
		const last = known.get(object);
		if (last) return last.answer;
		const answer = make(object, ...rest);
		known.set(object, { answer });
		return answer;
	};
}
