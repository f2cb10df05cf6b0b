/** Saves a QR code of `text` as an svg file. Drawn here in the browser: the link goes nowhere. */
export async function downloadQr(text: string, fileName: string): Promise<void> {
	const { renderSVG } = await import('uqr');
	const url = URL.createObjectURL(new Blob([renderSVG(text)], { type: 'image/svg+xml' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	link.click();
	URL.revokeObjectURL(url);
}
