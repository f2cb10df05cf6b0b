import { encode } from 'uqr';
import { QR_OPTIONS, qrImage, type QrImage } from '#lib/protocol/qr-image.ts';

export function renderQr(text: string): QrImage {
	return qrImage(encode(text, QR_OPTIONS));
}
