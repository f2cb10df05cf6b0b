import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import type { Sheet } from './sheet.ts';
import { actionsSheet } from './sheets/actions.ts';
import { cardsSheet } from './sheets/cards.ts';
import { decisionsSheet } from './sheets/decisions.ts';
import { ideasSheet } from './sheets/ideas.ts';
import { clustersSheet, needsSheet } from './sheets/items.ts';
import { parkedSheet } from './sheets/parked.ts';
import { participationsSheet } from './sheets/participations.ts';
import { ratingsSheet } from './sheets/ratings.ts';
import { rotiSheet } from './sheets/roti.ts';
import { roundsSheet } from './sheets/rounds.ts';
import { sessionsSheet } from './sheets/sessions.ts';
import { stepsSheet } from './sheets/steps.ts';
import { validationSheet } from './sheets/validation.ts';
import { votesSheet } from './sheets/votes.ts';

/** Sheets that go into one file. */
export interface Workbook {
	readonly title: string;
	/** As in `lang` of a page. */
	readonly language: string;
	readonly sheets: readonly Sheet[];
}

const SHEETS = [
	sessionsSheet,
	participationsSheet,
	roundsSheet,
	cardsSheet,
	clustersSheet,
	stepsSheet,
	needsSheet,
	ideasSheet,
	votesSheet,
	ratingsSheet,
	decisionsSheet,
	actionsSheet,
	parkedSheet,
	rotiSheet,
	validationSheet
];

/** Everything that records hold as rows; a sheet without rows is there too, so that files of worksessions look alike. */
export function recordSheets(records: readonly CodedRecord[]): readonly Sheet[] {
	return SHEETS.map((sheetOfRecords) => sheetOfRecords(records));
}
