export function timestamp(at: number | null): string | null {
	return at === null ? null : moment(at);
}

/** RFC 3339 in UTC. A date from a number is arithmetic, not a clock. */
export function moment(at: number): string {
	return new Date(at).toISOString();
}
