import process from 'node:process';
import { recordSheets } from '#lib/export/workbook.ts';
import { xlsx } from '#lib/export/spreadsheet/xlsx.ts';
import { aCard, aRecord } from './record.ts';

/** A process of its own, so that nobody else's memory counts: forty worksessions of five hundred cards in Excel, and what that cost in MB. */

const SESSIONS = 40;
const CARDS_EACH = 500;
const BYTES_PER_MB = 1_000_000;

const records = Array.from({ length: SESSIONS }, (_, day) => {
	const { session, ...record } = aRecord();
	const cards = Array.from({ length: CARDS_EACH }, (__, index) =>
		aCard({
			id: `c${day}-${index}`,
			text: `Kaart ${index} van dag ${day}: het liep vast op de afspraken met de keten.`
		})
	);
	return { ...record, session: { ...session, id: `w${day}` }, cards };
});

globalThis.gc?.();
const before = process.memoryUsage.rss();
let most = before;
for await (const _ of xlsx({ title: 'Groot', language: 'nl', sheets: recordSheets(records) }))
	most = Math.max(most, process.memoryUsage.rss());
const cards = records.reduce((sum, record) => sum + record.cards.length, 0);
process.stdout.write(JSON.stringify({ cards, growthMb: Math.round((most - before) / BYTES_PER_MB) }));
