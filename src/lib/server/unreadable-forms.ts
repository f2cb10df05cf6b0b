import { error } from '@sveltejs/kit';

/**
 * Makes a form that cannot be read a refusal (400) of whoever sent it, on every page that asks for one. Without it the parser's own
 * TypeError is a fault of ours: an id, a line in the log, and a 500. A form that is too large keeps its 413.
 */
export function refuseUnreadableForms(request: Request): void {
	const read = request.formData.bind(request);
	request.formData = async () => {
		try {
			return await read();
		} catch (cause) {
			if (cause instanceof TypeError) error(400);
			throw cause;
		}
	};
}
