/** The ways through the site for who is signed in. */

export type MenuEntry = 'sessions' | 'compare' | 'examples';

/** Where in the menu a page stands: at an entry itself, below it, or not in it. */
export type MenuPlace = MenuEntry | `below-${MenuEntry}` | 'elsewhere';

/** What the menu has to know of who is signed in. */
export interface MenuAccount {
	readonly name: string;
	readonly managesAccounts: boolean;
	readonly readsExamples: boolean;
}
