import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { goToRegion } from './regions.ts';

const PAGE = `
	<nav data-region><button id="day">Dag</button><button id="day-2">Dag 2</button></nav>
	<main data-region tabindex="-1">
		<button id="search">Zoek</button>
		<div role="option" tabindex="0" id="card">Kaart</div>
		<section data-region><button id="tray">Zonder stap</button></section>
	</main>
	<section data-region hidden><button>Weg</button></section>
	<aside data-region id="people"><p>Niemand</p></aside>`;

beforeEach(() => {
	document.body.innerHTML = PAGE;
	window.addEventListener('keydown', goToRegion);
});
afterEach(() => {
	window.removeEventListener('keydown', goToRegion);
	document.body.innerHTML = '';
});

async function walk(keys: string, times: number): Promise<readonly (string | undefined)[]> {
	const stops: (string | undefined)[] = [];
	for (let stop = 0; stop < times; stop += 1) {
		await userEvent.keyboard(keys);
		stops.push(document.activeElement?.id);
	}
	return stops;
}

test('F6 goes through the parts that are shown, to a card before a button, and begins again after the last', async () => {
	expect(await walk('{F6}', 5)).toEqual(['day', 'card', 'tray', 'people', 'day']);
});

test('Shift+F6 goes the other way, from the end of the page when nothing has focus', async () => {
	expect(await walk('{Shift>}{F6}{/Shift}', 4)).toEqual(['people', 'tray', 'card', 'day']);
});

test('a part that is entered again has focus where it was', async () => {
	document.getElementById('day-2')?.focus();
	expect(await walk('{F6}', 4)).toEqual(['card', 'tray', 'people', 'day-2']);
});

test('a dialog keeps its own order', async () => {
	const dialog = document.createElement('dialog');
	dialog.innerHTML = '<button id="inside">Sluit</button>';
	document.body.append(dialog);
	dialog.showModal();
	expect(await walk('{F6}', 1)).toEqual(['inside']);
});
