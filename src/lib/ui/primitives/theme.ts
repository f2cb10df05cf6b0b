export type ThemeChoice = 'light' | 'dark' | 'system';

/** Read by the page's first script too, before anything is painted (src/app.html). */
const THEME_COOKIE = 'waaier_theme';

const YEAR_SECONDS = 31_536_000;

/** The choice in a cookie string such as `document.cookie`; what is unknown means: follow the system. */
export function themeChoice(cookies: string): ThemeChoice {
	const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(`${THEME_COOKIE}=`));
	const value = found?.split('=')[1]?.trim();
	return value === 'light' || value === 'dark' ? value : 'system';
}

/** The cookie that keeps a choice; following the system needs none, so it is then removed. */
export function themeCookie(choice: ThemeChoice): string {
	const lifetime = choice === 'system' ? 0 : YEAR_SECONDS;
	return `${THEME_COOKIE}=${choice}; Path=/; Max-Age=${lifetime}; SameSite=Lax`;
}

/** What is shown for a choice. */
export function themeShown(choice: ThemeChoice, systemIsDark: boolean): 'light' | 'dark' {
	if (choice === 'system') return systemIsDark ? 'dark' : 'light';
	return choice;
}
