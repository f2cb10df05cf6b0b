import type { RequestEvent } from '@sveltejs/kit';
import { isCalendarDate } from '#lib/domain/day/preparation.ts';
import { MUNICIPALITY_LIST_DATE } from '#lib/domain/municipality/municipalities.ts';
import { withCodings } from '#lib/domain/programme/codings.ts';
import type { CountedRecord } from '#lib/domain/programme/coded-record.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { THEMES, type Theme } from '#lib/domain/vocabulary.ts';
import { reachOf } from './access/rights.ts';
import type { App } from './app.ts';
import { signedIn } from './entrance.ts';
import type { Account, Store, WorksessionRow } from './store/store.ts';

/** What an address asks to compare, and the records that may be compared by who asks. */
export interface Compared {
	readonly account: Account;
	/** Its name. */
	readonly programme: string;
	/** Of closed worksessions of this theme that are theirs; trial sessions never. */
	readonly records: readonly CountedRecord[];
	/** Of the same, how many are not closed yet. */
	readonly openSessions: number;
	/** Null is every theme. */
	readonly theme: Theme | null;
	/** On which municipalities are counted, 'YYYY-MM-DD'. */
	readonly day: string;
}

/** Reads `thema` and `peildatum` of an address; what is not known counts as not asked. */
export async function compared(event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>): Promise<Compared> {
	const account = await signedIn(event);
	const { store, records, programmeDesk } = event.locals.app;
	const { searchParams } = event.url;
	const theme = THEMES.find((known) => known === searchParams.get('thema')) ?? null;
	const asked = searchParams.get('peildatum') ?? '';
	const programme = await store.programme();
	const rows = (await readableRows(store, account)).filter(
		({ summary }) => theme === null || summary.facts.theme === theme
	);
	const { codings } = await programmeDesk.programme();
	return {
		account,
		programme: programme?.name ?? '',
		records: (await records.of(rows)).map((record) => withCodings(record, codings)),
		openSessions: rows.filter(({ summary }) => summary.doors !== 'closed').length,
		theme,
		day: isCalendarDate(asked) ? asked : MUNICIPALITY_LIST_DATE
	};
}

/** Records as they were fixed, of closed worksessions that this account may read, or of some of them; trial sessions never. */
export async function readableRecords(
	{ store, records }: Pick<App, 'store' | 'records'>,
	account: Account,
	sessionIds?: readonly string[]
): Promise<readonly IntakeRecord[]> {
	if (sessionIds?.length === 0) return [];
	const rows = await readableRows(store, account);
	return records.of(sessionIds ? rows.filter(({ id }) => sessionIds.includes(id)) : rows);
}

async function readableRows(store: Store, account: Account): Promise<readonly WorksessionRow[]> {
	const isOwn = await reachOf(store, account);
	return (await store.worksessions()).filter(({ id, isTrial }) => isOwn(id) && !isTrial);
}
