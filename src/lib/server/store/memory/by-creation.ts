interface Created {
	readonly id: string;
	readonly createdAt: number;
}

/** Oldest first; of two made at the same moment the smaller id. */
export function byCreation(one: Created, other: Created): number {
	return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
