import { KeptSwitch } from './kept-switch.svelte.ts';

/** Whether keys of one character act (WCAG 2.1.4: who speaks to the computer can switch them off). */
export const letterKeys = new KeptSwitch('waaier_letter_keys');
