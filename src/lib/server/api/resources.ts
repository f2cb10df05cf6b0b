import * as v from 'valibot';
import { compare, type Comparison } from '#lib/domain/compare/comparison.ts';
import { COMPARED_KINDS } from '#lib/domain/compare/compared-cards.ts';
import { MUNICIPALITY_LIST_DATE } from '#lib/domain/municipality/municipalities.ts';
import { isCalendarDate } from '#lib/domain/day/preparation.ts';
import { presentDossier, presentDossiers, type Dossier } from '#lib/domain/programme/dossiers.ts';
import type { Programme } from '#lib/domain/programme/programme.ts';
import { withCodings } from '#lib/domain/programme/codings.ts';
import { GROUP_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { THEMES } from '#lib/domain/vocabulary.ts';
import { codeBookBody } from './code-book-body.ts';
import {
	CardsBody,
	CodeBooksBody,
	ComparisonsBody,
	DossierBody,
	DossiersBody,
	RecordBody,
	SessionsBody
} from './bodies.ts';
import type { FixedRecords } from '../fixed-records.ts';
import type { ProgrammeDesk } from '../programme-desk.ts';
import type { Store } from '../store/store.ts';

/** From what answers are made. */
export interface ApiSources {
	readonly store: Pick<Store, 'worksessions'>;
	readonly records: Pick<FixedRecords, 'of'>;
	readonly programmeDesk: Pick<ProgrammeDesk, 'programme'>;
}

/** What other programs can read, once. */
interface Known {
	/** Closed worksessions that are no trial, as they were fixed. */
	readonly records: readonly IntakeRecord[];
	readonly programme: Programme;
}

/** One address that can be asked. Its description is made from the same lines that answer it. */
export interface Resource {
	/** Below `/v1`, with `{id}` for an id. */
	readonly path: string;
	readonly summary: string;
	/** What may be asked along; anything else is refused. */
	readonly query: v.GenericSchema<unknown, Readonly<Record<string, unknown>>>;
	/** The shape of what is answered, as it is described. */
	readonly body: v.GenericSchema;
	/** The body; null when there is no such thing. */
	readonly answer: (known: Known, asked: Asked) => unknown;
}

interface Asked {
	readonly id: string;
	readonly query: Readonly<Record<string, unknown>>;
	/** Of the address itself, without what was asked along. */
	readonly self: string;
}

const PAGE_SIZE = 20;
const PAGE_SIZE_MAX = 100;

const number = (max: number) =>
	v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number), v.number(), v.maxValue(max));
const paging = {
	pagina: v.optional(number(1_000_000), '1'),
	aantal: v.optional(number(PAGE_SIZE_MAX), `${PAGE_SIZE}`)
};
const nothing = v.strictObject({});
const groups = Object.values(GROUP_CODES);

export async function knownTo({ store, records, programmeDesk }: ApiSources): Promise<Known> {
	const [rows, programme] = await Promise.all([store.worksessions(), programmeDesk.programme()]);
	return { records: await records.of(rows), programme };
}

export const RESOURCES: readonly Resource[] = [
	{
		path: '/sessies',
		body: SessionsBody,
		summary: 'Gesloten werksessies, de laatste eerst. Proefsessies horen er nooit bij.',
		query: v.strictObject({
			...paging,
			thema: v.optional(v.picklist(THEMES)),
			groep: v.optional(v.picklist(groups))
		}),
		answer: ({ records }, { query, self }) =>
			pageOf(
				'sessies',
				records
					.filter(({ session }) => query['thema'] === undefined || session.theme === query['thema'])
					.filter(({ session }) => query['groep'] === undefined || session.group === query['groep'])
					.map(sessionLine),
				query,
				self
			)
	},
	{
		path: '/sessies/{id}',
		body: RecordBody,
		summary: 'Het intakeverslag van een werksessie, zoals het is vastgelegd.',
		query: nothing,
		answer: ({ records }, { id }) => recordOf(records, id)
	},
	{
		path: '/sessies/{id}/kaarten',
		body: CardsBody,
		summary: 'De kaarten van een werksessie, zonder namen; met gemeenten waar de sessie die vertelt.',
		query: v.strictObject(paging),
		answer: ({ records }, { id, query, self }) => {
			const record = recordOf(records, id);
			return record && pageOf('kaarten', record.cards, query, self);
		}
	},
	{
		path: '/vergelijkingen',
		body: ComparisonsBody,
		summary:
			'Per vraag, soort, thema en groep: hoeveel gemeenten het noemden, van hoeveel, met kaarten en stippen.',
		query: v.strictObject({
			peildatum: v.optional(v.pipe(v.string(), v.check(isCalendarDate)), MUNICIPALITY_LIST_DATE)
		}),
		answer: ({ records, programme }, { query, self }) => {
			const day = String(query['peildatum']);
			const counted = records.map((record) => withCodings(record, programme.codings));
			return {
				peildatum: day,
				vergelijkingen: cellsOf(compare(counted, day)),
				_links: { self: { href: self } }
			};
		}
	},
	{
		path: '/codeboeken',
		body: CodeBooksBody,
		summary: 'Het codeboek: de vaste codes met hun geldigheid, en de eigen termen die nu gelden.',
		query: nothing,
		answer: ({ programme }, { self }) => codeBookBody(programme.codeBook, self)
	},
	{
		path: '/praktijkvoorbeelden',
		body: DossiersBody,
		summary: 'Dossiers van praktijkvoorbeelden, op naam.',
		query: v.strictObject(paging),
		answer: ({ programme }, { query, self }) =>
			pageOf('praktijkvoorbeelden', presentDossiers(programme.dossiers).map(dossierBody), query, self)
	},
	{
		path: '/praktijkvoorbeelden/{id}',
		body: DossierBody,
		summary: 'Het dossier van een praktijkvoorbeeld.',
		query: nothing,
		answer: ({ programme }, { id }) => {
			const dossier = presentDossier(programme.dossiers, id);
			return dossier ? dossierBody(dossier) : null;
		}
	}
];

function recordOf(records: readonly IntakeRecord[], id: string): IntakeRecord | null {
	return records.find(({ session }) => session.id === id) ?? null;
}

function sessionLine({ session, participation, cards }: IntakeRecord) {
	const { codeBookVersion, id, title, theme, group, date, place, status } = session;
	return {
		id,
		titel: title,
		thema: theme,
		groep: group,
		datum: date,
		plaats: place,
		status,
		codeboekVersie: codeBookVersion,
		aantalGemeenten: participation.municipalities.length,
		aantalKaarten: cards.length,
		_links: { self: { href: `/v1/sessies/${id}` } }
	};
}

function dossierBody({ id, facts, version, changedAt }: Dossier) {
	return {
		id,
		versie: version,
		gewijzigdOp: new Date(changedAt).toISOString(),
		dossier: facts,
		_links: { self: { href: `/v1/praktijkvoorbeelden/${id}` } }
	};
}

/** Every number with what it is of: never a share. */
function cellsOf({ columns, rows }: Comparison) {
	return COMPARED_KINDS.flatMap((kind) =>
		rows[kind].flatMap(({ category, cells }) =>
			columns.map(({ theme, group, municipalities }, index) => {
				const cell = cells[index];
				return {
					vraag: ROUND_CODES[kind],
					soort: category,
					thema: theme,
					groep: GROUP_CODES[group],
					gemeenten: cell?.municipalities ?? [],
					vanGemeenten: municipalities.length,
					kaarten: cell?.cards ?? 0,
					stippen: cell?.dots ?? 0
				};
			})
		)
	);
}

/** One page of many, with the ways to the others. */
function pageOf(
	name: string,
	all: readonly unknown[],
	query: Readonly<Record<string, unknown>>,
	self: string
): unknown {
	const [page, size] = [Number(query['pagina']), Number(query['aantal'])];
	const others = Object.entries(query).filter(([key, value]) => key !== 'pagina' && value !== undefined);
	const href = (nth: number) => ({
		href: `${self}?${new URLSearchParams([...others.map(([key, value]) => [key, String(value)]), ['pagina', String(nth)]]).toString()}`
	});
	const last = Math.max(1, Math.ceil(all.length / size));
	return {
		[name]: all.slice((page - 1) * size, page * size),
		totaal: all.length,
		pagina: page,
		aantal: size,
		_links: {
			self: href(page),
			...(page > 1 && { prev: href(page - 1) }),
			...(page < last && { next: href(page + 1) })
		}
	};
}
