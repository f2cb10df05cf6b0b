/** What the control inside a field has to take over. */
export interface FieldControl {
	id: string;
	/** Ids of hint and error, for `aria-describedby`. */
	describedby: string | undefined;
	invalid: 'true' | undefined;
}
