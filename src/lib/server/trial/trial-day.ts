import type { Command } from '#lib/domain/commands.ts';
import type { Facts } from '#lib/domain/day/facts.ts';
import { INVENTED_MUNICIPALITIES } from '#lib/domain/municipality/invented-municipalities.ts';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import { planOf, type TemplatePlan } from '#lib/domain/day/template.ts';
import type { AuthorVisibility } from '#lib/domain/vocabulary.ts';
import type { Worksession } from '#lib/domain/worksession.ts';

/** What a trial starts with: a day, and what a facilitator would have laid ready. */
export interface TrialDay {
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	/** Null is the programme's own day. */
	readonly plan: TemplatePlan | null;
	/** How many examples to invent. */
	readonly exampleCount: number;
	readonly tables: readonly TrialTable[];
	/** Titles of the process that the whole room shares. */
	readonly steps: readonly string[];
}

interface TrialTable {
	readonly name: string;
	/** Place of its example, or -1 for none. */
	readonly example: number;
}

/** Invented, like the municipalities. */
const PLACE = 'Waaierland';

/** The day of the programme, for whoever looks at Waaier for the first time. `date` is YYYY-MM-DD. */
export function standardDay(date: string): TrialDay {
	return {
		facts: {
			title: 'Proefsessie ondermijning',
			theme: 'ondermijning',
			group: 'follower',
			date,
			startsAt: '09:30',
			place: PLACE
		},
		authorVisibility: 'municipality',
		plan: null,
		exampleCount: 1,
		tables: [],
		steps: []
	};
}

/**
 * The day that somebody prepared: its rounds, tables, process and who may see what. Its examples are replaced, because real
 * municipalities stand in them.
 */
export function dayLike(state: Worksession, date: string): TrialDay {
	const { theme, group, startsAt, title } = state.facts;
	return {
		facts: { title: trialTitle(title), theme, group, date, startsAt, place: PLACE },
		authorVisibility: state.authorVisibility,
		plan: planOf(state),
		exampleCount: state.examples.length,
		tables: state.tables.map(({ name, exampleId }) => ({
			name,
			example: state.examples.findIndex(({ id }) => id === exampleId)
		})),
		steps: state.steps.filter(({ tableId }) => tableId === null).map((step) => step.title)
	};
}

function trialTitle(title: string): string {
	return [...`Proef: ${title}`].slice(0, TITLE_LENGTH_MAX).join('').trim();
}

/** The next thing to lay ready; null when everything lies there. `state` is the trial as it is. */
export function nextToLayReady(state: Worksession, day: TrialDay): Command | null {
	const { examples, tables, steps } = state;
	if (examples.length < day.exampleCount)
		return { type: 'AddExample', example: inventedExample(examples.length) };
	const table = day.tables[tables.length];
	if (table)
		return {
			type: 'AddTable',
			table: { name: table.name, exampleId: examples[table.example]?.id ?? null }
		};
	const title = day.steps[steps.length];
	return title === undefined ? null : { type: 'AddStep', title, tableId: null, roundId: null, cardIds: [] };
}

function inventedExample(index: number) {
	const { name, summary } = EXAMPLES[index % EXAMPLES.length] ?? FIRST_EXAMPLE;
	const turn = Math.floor(index / EXAMPLES.length);
	const municipality = INVENTED_MUNICIPALITIES[index % INVENTED_MUNICIPALITIES.length];
	return {
		name: turn === 0 ? name : `${name} (${turn + 1})`,
		summary,
		municipalities: municipality ? [municipality.code] : []
	};
}

const FIRST_EXAMPLE = {
	name: 'Eén signaal, één tafel',
	summary:
		'Meldingen van balie, wijkteam en toezicht komen op één plek. Een analist legt ze naast de registers, ' +
		'een jurist kijkt mee wat mag, en pas dan komt een adres op tafel.'
};

const EXAMPLES = [
	FIRST_EXAMPLE,
	{
		name: 'Vroeg bellen',
		summary:
			'Betaalachterstanden van woningcorporatie, energie en water komen elke maand bij elkaar. ' +
			'Een vrijwilliger belt binnen een week, nog voor er een brief komt.'
	},
	{
		name: 'Adres in beeld',
		summary:
			'Eén kaart met per adres wat de gemeente al weet. Toezichthouders zien hem onderweg en melden ' +
			'dezelfde dag terug wat ze vonden.'
	},
	{
		name: 'Rondje bedrijventerrein',
		summary:
			'Leegstand, vergunningen en meldingen van ondernemers naast elkaar. Twee keer per jaar loopt de ' +
			'gemeente samen met de ondernemers het terrein rond.'
	}
] as const;
