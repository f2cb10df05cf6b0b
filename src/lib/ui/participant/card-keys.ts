/** What a key in the text of a card asks for. */
export type CardKey = 'post' | 'leave' | 'last';

type Pressed = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'repeat'
>;

/** While an input method composes a character, browsers report this key code for every key, Safari also for the Enter that ends it. */
const COMPOSING_KEY_CODE = 229;

/**
 * Enter posts, Escape leaves, the up arrow in an empty field goes to the last card. Null when the key belongs to the text: with
 * Shift it is a new line, and an Enter that confirms a composed character posts nothing.
 */
export function cardKey(pressed: Pressed, text: string): CardKey | null {
	if (pressed.isComposing || pressed.keyCode === COMPOSING_KEY_CODE) return null;
	if (pressed.shiftKey || pressed.altKey) return null;
	if (pressed.key === 'Enter') return pressed.repeat ? null : 'post';
	if (pressed.ctrlKey || pressed.metaKey) return null;
	if (pressed.key === 'Escape') return 'leave';
	return pressed.key === 'ArrowUp' && text === '' ? 'last' : null;
}
