import { codeOn } from '../compare/compared-cards.ts';
import { bareText, foldText } from '../compare/fold-text.ts';
import {
	MUNICIPALITIES,
	MUNICIPALITY_LIST_DATE,
	municipalityOf,
	type MunicipalityCode
} from '../municipality/municipalities.ts';
import type { WorksessionSummary } from './summary.ts';
import type { Doors, Group, Theme } from '../vocabulary.ts';

/** Which municipality took part where, over the worksessions of a programme, under the codes of today's list. */

export interface SessionThere {
	readonly id: string;
	readonly title: string;
	readonly date: string | null;
	readonly theme: Theme;
	readonly group: Group;
	readonly doors: Doors;
	/** The name it had that day; null where it has the same today. */
	readonly under: string | null;
}

export interface TookPart {
	readonly code: MunicipalityCode;
	readonly name: string;
	readonly province: string;
	/** In the order in which they were given. */
	readonly sessions: readonly SessionThere[];
}

export interface ProvinceTookPart {
	readonly province: string;
	/** How many municipalities it has on today's list. */
	readonly total: number;
	readonly municipalities: readonly TookPart[];
}

interface Row {
	readonly id: string;
	readonly summary: Pick<WorksessionSummary, 'facts' | 'doors' | 'municipalities'>;
}

/** Every municipality that took part, by name, each once. */
export function whoTookPart(rows: readonly Row[]): readonly TookPart[] {
	const sessions = new Map<MunicipalityCode, SessionThere[]>();
	for (const { id, summary } of rows)
		for (const then of summary.municipalities) {
			const code = codeOn(then, MUNICIPALITY_LIST_DATE);
			const { title, date, theme, group } = summary.facts;
			const under = code === then ? null : (municipalityOf(then)?.name ?? then);
			const there = { id, title, date, theme, group, doors: summary.doors, under };
			sessions.set(code, [...(sessions.get(code) ?? []), there]);
		}
	return [...sessions]
		.map(([code, of]) => {
			const municipality = municipalityOf(code);
			return { code, name: municipality?.name ?? code, province: municipality?.province ?? '', sessions: of };
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Those of which the name or the province holds what was typed; all without a question. */
export function tookPartNamed(all: readonly TookPart[], question: string): readonly TookPart[] {
	const { bare } = foldText(question);
	return all.filter(({ name, province }) => [name, province].some((text) => bareText(text).includes(bare)));
}

/** Per province in order of its name; those of which nobody took part are not in it. */
export function perProvince(all: readonly TookPart[]): readonly ProvinceTookPart[] {
	return [...Map.groupBy(all, ({ province }) => province)]
		.map(([province, municipalities]) => ({ province, total: totals.get(province) ?? 0, municipalities }))
		.sort((a, b) => a.province.localeCompare(b.province, 'nl'));
}

const totals: ReadonlyMap<string, number> = new Map(
	[...Map.groupBy(MUNICIPALITIES, ({ province }) => province)].map(([province, of]) => [province, of.length])
);

/** Provinces of which no municipality took part, by name. */
export function absentProvinces(all: readonly TookPart[]): readonly string[] {
	const present = new Set(all.map(({ province }) => province));
	return [...totals.keys()]
		.filter((province) => !present.has(province))
		.sort((a, b) => a.localeCompare(b, 'nl'));
}
