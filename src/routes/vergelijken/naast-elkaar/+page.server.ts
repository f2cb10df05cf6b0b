import { COMPARED_KINDS } from '#lib/domain/compare/compared-cards.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { sideBySide } from '#lib/domain/compare/side-by-side.ts';
import { CATEGORIES } from '#lib/domain/vocabulary.ts';
import { compared } from '#lib/server/compared.ts';
import { shown } from '#lib/server/entrance.ts';
import { NO_CATEGORY, sideChoice, type AskedSides } from '#lib/ui/compare/compare-words.ts';
import type { PageServerLoad } from './$types';

/** So many stand beside each other while nobody chose. */
const SESSIONS_AT_FIRST = 4;

export const load: PageServerLoad = async (event) => {
	const { account, programme, records, day } = await compared(event);
	const asked = askedSides(event.url, records);
	const chosen = records.filter(({ session }) => asked.sessions.includes(session.id));
	const category = CATEGORIES.find((known) => known === asked.about) ?? (asked.about === '' ? 'every' : null);
	return {
		account: shown(account),
		programme,
		day,
		asked,
		choices: records.map(sideChoice),
		sides: sideBySide(chosen, { kind: asked.kind, category, day })
	};
};

/** What is not known counts as not asked. */
function askedSides({ searchParams }: URL, records: readonly IntakeRecord[]): AskedSides {
	const known = new Set(records.map(({ session }) => session.id));
	const sessions = searchParams.getAll('sessie').filter((id) => known.has(id));
	const about = searchParams.get('soort') ?? '';
	return {
		sessions: searchParams.has('ronde') ? sessions : [...known].slice(0, SESSIONS_AT_FIRST),
		kind: COMPARED_KINDS.find((kind) => kind === searchParams.get('ronde')) ?? 'bottlenecks',
		about: CATEGORIES.find((category) => category === about) ?? (about === NO_CATEGORY ? NO_CATEGORY : '')
	};
}
