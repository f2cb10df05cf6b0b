import { KeptSwitch } from './kept-switch.svelte.ts';

/** Whether it is said aloud that cards come in. */
export const newCardsSaid = new KeptSwitch('waaier_new_cards_said');
