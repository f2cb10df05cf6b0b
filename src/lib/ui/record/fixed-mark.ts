/** How a fixed record is known: by which number among its versions, the SHA-256 of its JSON and when (epoch ms). */
export interface FixedMark {
	readonly version: number;
	readonly sha256: string;
	readonly fixedAt: number;
	/** When a text was last taken away from it, or null. */
	readonly redactedAt: number | null;
}
