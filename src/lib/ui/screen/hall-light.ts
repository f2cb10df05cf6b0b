const KEY = 'waaier_screen_light';

/** Whether this device chose the light hall screen, for a bright room. Where nothing can be kept, it is dark. */
export function isLightKept(): boolean {
	try {
		return localStorage.getItem(KEY) === '1';
	} catch {
		return false;
	}
}

/** Keeps the choice on this device, where the browser allows it. */
export function keepLight(isLight: boolean): void {
	try {
		localStorage.setItem(KEY, isLight ? '1' : '0');
	} catch {
		// A browser that keeps nothing asks again after a reload; the screen itself is already right.
	}
}
