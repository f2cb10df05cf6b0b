/** Does the work at once; what it throws becomes a rejection, as it would be with a database elsewhere. */
export function promised<T>(work: () => T): Promise<T> {
	return new Promise((resolve) => {
		resolve(work());
	});
}
