const STORAGE_KEY = 'waaier_letter_keys';

/** Whether keys of one character act (WCAG 2.1.4: who speaks to the computer can switch them off). Kept in this browser. */
class LetterKeys {
	areOn: boolean = $state(true);

	/** Reads the choice; call in the browser. */
	load(): void {
		this.areOn = localStorage.getItem(STORAGE_KEY) !== 'off';
	}

	set(areOn: boolean): void {
		this.areOn = areOn;
		localStorage.setItem(STORAGE_KEY, areOn ? 'on' : 'off');
	}
}

export const letterKeys = new LetterKeys();
