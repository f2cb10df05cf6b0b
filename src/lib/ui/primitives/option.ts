import type { IconName } from './icon-names.ts';

/** One of the answers of a radio group. */
export interface Option {
	value: string;
	label: string;
	/** A line under the label (not shown by Pick). */
	detail?: string;
	icon?: IconName;
	/** Why this answer cannot be chosen now. */
	unavailable?: string;
}

/** What every radio group takes: a question, a name for the form, the answers and the chosen value. */
export interface OptionGroup {
	legend: string;
	legendHidden?: boolean;
	name: string;
	options: readonly Option[];
	value?: string;
	/** Called with the chosen value, after `value` has changed. */
	onchoose?: (value: string) => void;
}
