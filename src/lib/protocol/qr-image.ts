/**
 * A QR code as one path in a square view box, so that a page needs no markup from a library. The server draws those that everyone in a
 * room may see; the browser those whose address the server may not know.
 */
export interface QrImage {
	/** Modules per side, light border included. */
	readonly size: number;
	/** `d` of an SVG path that fills the dark modules. */
	readonly path: string;
}

/** How both ask for their modules: a border of two, and readable when 15 % of it is not. */
export const QR_OPTIONS = { border: 2, ecc: 'M' } as const;

/** @param data rows of modules, true where dark */
export function qrImage({
	size,
	data
}: {
	readonly size: number;
	readonly data: readonly boolean[][];
}): QrImage {
	const path = data
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
