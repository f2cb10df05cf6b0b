/** "koplopers" → "Koplopers": for a name of the programme that stands alone. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
