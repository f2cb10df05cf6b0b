import { QR_OPTIONS, qrImage, type QrImage } from '#lib/protocol/qr-image.ts';

/** Draws in the browser what the server may not read. The library comes when it is asked for: few people ever need it. */
export async function renderQr(text: string): Promise<QrImage> {
	const { encode } = await import('uqr');
	return qrImage(encode(text, QR_OPTIONS));
}
