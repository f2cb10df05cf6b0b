/** How loud a button is. `next` is the one yellow, slanted step of a screen: at most one. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger' | 'next';

/** The classes of a button or of a link that looks like one. */
export function buttonClasses(
	look: ButtonLook,
	options: { small?: boolean; iconOnly?: boolean; on?: boolean }
) {
	return [
		'btn',
		look !== 'plain' && `btn--${look}`,
		options.small && 'btn--small',
		options.iconOnly && 'btn--icon',
		options.on && 'btn--on'
	];
}
