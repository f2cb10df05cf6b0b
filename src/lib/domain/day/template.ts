import type { RoundPlan, RoundSettings, StageMinutes } from './round.ts';
import type { EventOf } from '../events.ts';
import { own } from '../keyed.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { Worksession } from '../worksession.ts';
import { WORKING_STAGES, type Group, type RoundKind } from '../vocabulary.ts';

/**
 * The days that a worksession can start from: the programme's two, and what facilitators saved themselves. The texts are content of
 * the programme, in Dutch whatever language the screens speak; a facilitator changes them per session.
 */

type Plan = Pick<EventOf<'WorksessionPrepared'>, 'agenda' | 'rounds'>;

type PlanItem =
	| { readonly kind: 'break'; readonly title: string; readonly minutes: number }
	| { readonly kind: 'round'; readonly round: RoundKind; readonly settings: RoundSettings };

/** A day without its ids: what a template keeps. */
export interface TemplatePlan {
	readonly items: readonly PlanItem[];
}

/** A day in short. */
export interface Outline {
	/** Of its rounds, in their order. */
	readonly kinds: readonly RoundKind[];
	/** Of all rounds and breaks together. */
	readonly minutes: number;
}

type RoundDefaults = Pick<RoundSettings, 'question' | 'helpText' | 'note' | 'isAtTables'> & {
	readonly minutes: StageMinutes;
};

function minutes(
	writing: number | null,
	sharing: number | null,
	arranging: number | null,
	voting: number | null
): StageMinutes {
	return { writing, sharing, arranging, voting };
}

/** One row per kind of round. The kinds around the four questions leave out the stages that they do not need. */
const ROUNDS: Readonly<Record<RoundKind, RoundDefaults>> = {
	introduction: {
		question: 'Wie ben je, en waarvoor kom je?',
		helpText: 'Eén kaart is genoeg. Schrijf wat je hoopt mee naar huis te nemen.',
		note: 'Lees een paar kaarten voor. Wat komt vaak terug?',
		isAtTables: false,
		minutes: minutes(5, 10, null, null)
	},
	process: {
		question: 'Hoe ging het, stap voor stap?',
		helpText: 'Schrijf één stap per kaart. Begin bij de vraag en eindig bij wat er nu gebeurt.',
		note: 'Zet de stappen samen op volgorde. Vijf of zes stappen is genoeg.',
		isAtTables: true,
		minutes: minutes(15, 20, 20, null)
	},
	strengths: {
		question: 'Wat werkte goed?',
		helpText: 'Denk aan mensen, afspraken, techniek en steun. Schrijf één ding per kaart.',
		note: 'Vraag door: was het toeval, of kan een ander dit ook?',
		isAtTables: true,
		minutes: minutes(8, 12, 15, 10)
	},
	bottlenecks: {
		question: 'Waar liep het vast?',
		helpText:
			'Denk aan regels, mensen, techniek, tijd en geld. Schrijf één knelpunt per kaart. Korte zinnen zijn prima.',
		note: 'Vraag door bij elke stapel: is dit een regel, of een gewoonte? Wie kan dit oplossen?',
		isAtTables: true,
		minutes: minutes(9, 18, 22, 10)
	},
	needs: {
		question: 'Wat heb je nodig?',
		helpText: 'Wat zou je maandag verder helpen? Schrijf één behoefte per kaart.',
		note: 'Koppel elke behoefte aan het knelpunt dat zij oplost.',
		isAtTables: true,
		minutes: minutes(10, 20, 30, 15)
	},
	ideas: {
		question: 'Wat kunnen we samen maken?',
		helpText: 'Denk aan een instrument, een werkwijze of een datadeal. Schrijf één idee per kaart.',
		note: 'Vraag bij elk idee: wat moet een gemeente zelf doen?',
		isAtTables: true,
		minutes: minutes(10, 15, 15, 10)
	},
	rating: {
		question: 'Wat levert dit op, en wat kost het?',
		helpText:
			'Je geeft elk idee een cijfer voor waarde en een voor moeite. Schrijf op een kaart wat je er nog over kwijt wilt.',
		note: 'Laat de zaal beoordelen. Bespreek waar jullie het oneens over zijn, en vraag het daarna nog eens.',
		isAtTables: false,
		minutes: minutes(10, 15, null, 10)
	},
	checkout: {
		question: 'Wat neem je mee van vandaag?',
		helpText: 'Eén kaart is genoeg: wat ga je morgen anders doen?',
		note: 'Laat iedereen één zin zeggen.',
		isAtTables: false,
		minutes: minutes(5, 10, null, null)
	}
};

const DOT_BUDGET = 5;
const DOTS_PER_ITEM_MAX = 3;

/** Koplopers spend longer on the process, volgers on needs. */
const FRONTRUNNER_MINUTES: Readonly<Partial<Record<RoundKind, StageMinutes>>> = {
	process: minutes(20, 20, 25, null),
	strengths: minutes(10, 15, 20, 10),
	bottlenecks: minutes(8, 12, 20, 10),
	needs: minutes(10, 15, 25, 10)
};

/** What a round of this kind asks and takes unless somebody says otherwise. A mixed day follows the followers. */
export function standardSettings(kind: RoundKind, group: Group): RoundSettings {
	const { minutes: forFollowers, ...texts } = ROUNDS[kind];
	const forFrontrunners = group === 'frontrunner' ? FRONTRUNNER_MINUTES[kind] : undefined;
	return {
		...texts,
		minutes: forFrontrunners ?? forFollowers,
		dotBudget: DOT_BUDGET,
		budgetPer: 'person',
		dotsPerItemMax: DOTS_PER_ITEM_MAX
	};
}

/** The programme's own day of four rounds. */
export function standardPlan(group: Group): TemplatePlan {
	const pause = (title: string, length: number): PlanItem => ({ kind: 'break', title, minutes: length });
	const round = (kind: RoundKind): PlanItem => ({
		kind: 'round',
		round: kind,
		settings: standardSettings(kind, group)
	});
	return {
		items: [
			pause('Welkom', 20),
			round('process'),
			pause('Pauze', 15),
			round('strengths'),
			pause('Lunch', 45),
			round('bottlenecks'),
			pause('Pauze', 15),
			round('needs'),
			pause('Afsluiting', 25)
		]
	};
}

/** The agenda and rounds of a new worksession; `newId` gives the ids. */
export function dayFrom({ items }: TemplatePlan, newId: () => string): Plan {
	const agenda: AgendaItem[] = [];
	const rounds: RoundPlan[] = [];
	for (const item of items) {
		const id = newId();
		if (item.kind === 'break') agenda.push({ kind: 'break', id, title: item.title, minutes: item.minutes });
		else {
			agenda.push({ kind: 'round', id });
			rounds.push({ id, kind: item.round, settings: item.settings });
		}
	}
	return { agenda, rounds };
}

/** The day of a worksession as a template keeps it: no cards, no people, no examples. */
export function planOf({ agenda, rounds }: Pick<Worksession, 'agenda' | 'rounds'>): TemplatePlan {
	return {
		items: agenda.flatMap((item): readonly PlanItem[] => {
			if (item.kind === 'break') return [{ kind: 'break', title: item.title, minutes: item.minutes }];
			const round = own(rounds, item.id);
			return round ? [{ kind: 'round', round: round.kind, settings: round.settings }] : [];
		})
	};
}

/** What somebody reads of a day before choosing it. */
export function outlineOf({ items }: TemplatePlan): Outline {
	const lengths = items.flatMap((item) =>
		item.kind === 'break' ? [item.minutes] : WORKING_STAGES.map((stage) => item.settings.minutes[stage] ?? 0)
	);
	return {
		kinds: items.flatMap((item) => (item.kind === 'round' ? [item.round] : [])),
		minutes: lengths.reduce((sum, length) => sum + length, 0)
	};
}

/** What a copy of a worksession starts with: its day, its shared process, its examples and tables, under new ids. */
export function copyOf(
	state: Worksession,
	newId: () => string
): Omit<EventOf<'WorksessionPrepared'>, 'type' | 'isTrial' | 'facts' | 'authorVisibility'> {
	const examples = state.examples.map((example) => ({ ...example, id: newId() }));
	const exampleIds = new Map(state.examples.map(({ id }, index) => [id, examples[index]?.id ?? null]));
	const tables = state.tables.map(({ name, exampleId }) => ({
		id: newId(),
		name,
		exampleId: exampleId === null ? null : (exampleIds.get(exampleId) ?? null),
		hostId: null
	}));
	const shared = state.steps.filter((step) => step.tableId === null);
	return {
		...dayFrom(planOf(state), newId),
		steps: shared.map(({ title, details }) => ({ id: newId(), title, tableId: null, details })),
		examples,
		tables
	};
}
