import { encode } from 'uqr';

/** A QR code as one path in a square view box, so that a page needs no markup from a library. */
export interface QrImage {
	/** Modules per side, light border included. */
	readonly size: number;
	/** `d` of an SVG path that fills the dark modules. */
	readonly path: string;
}

const BORDER_MODULES = 2;

export function renderQr(text: string): QrImage {
	const { size, data } = encode(text, { border: BORDER_MODULES, ecc: 'M' });
	const path = data
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
