/** As a primary key does. @throws when the key is in use */
export function addNew<T>(to: Map<string, T>, key: string, value: T): void {
	if (to.has(key)) throw new Error('This id or token is in use already');
	to.set(key, value);
}
