import type { RoundSettings, StageMinutes } from './commands.ts';
import type { EventOf } from './events.ts';
import type { AgendaItem, RoundPlan } from './worksession.ts';
import type { Group, RoundKind } from './vocabulary.ts';

/**
 * The standard day of four rounds, as data. Koplopers spend longer on the process, volgers on needs. The texts are content of the
 * programme, in Dutch whatever language the screens speak; a facilitator changes them per session.
 */
type Plan = Pick<EventOf<'WorksessionPrepared'>, 'agenda' | 'rounds'>;

type TemplateItem =
	| { readonly kind: 'break'; readonly title: string; readonly minutes: number }
	| { readonly kind: 'round'; readonly round: RoundKind; readonly minutes: StageMinutes };

interface RoundTexts {
	readonly question: string;
	readonly helpText: string;
	readonly note: string;
}

const TEXTS: Readonly<Record<RoundKind, RoundTexts>> = {
	process: {
		question: 'Hoe ging het, stap voor stap?',
		helpText: 'Schrijf één stap per kaart. Begin bij de vraag en eindig bij wat er nu gebeurt.',
		note: 'Zet de stappen samen op volgorde. Vijf of zes stappen is genoeg.'
	},
	strengths: {
		question: 'Wat werkte goed?',
		helpText: 'Denk aan mensen, afspraken, techniek en steun. Schrijf één ding per kaart.',
		note: 'Vraag door: was het toeval, of kan een ander dit ook?'
	},
	bottlenecks: {
		question: 'Waar liep het vast?',
		helpText:
			'Denk aan regels, mensen, techniek, tijd en geld. Schrijf één knelpunt per kaart. Korte zinnen zijn prima.',
		note: 'Vraag door bij elke stapel: is dit een regel, of een gewoonte? Wie kan dit oplossen?'
	},
	needs: {
		question: 'Wat heb je nodig?',
		helpText: 'Wat zou je maandag verder helpen? Schrijf één behoefte per kaart.',
		note: 'Koppel elke behoefte aan het knelpunt dat zij oplost.'
	}
};

function minutes(writing: number, sharing: number, arranging: number, voting: number | null): StageMinutes {
	return { writing, sharing, arranging, voting };
}

const FRONTRUNNER_DAY: readonly TemplateItem[] = [
	{ kind: 'break', title: 'Welkom', minutes: 20 },
	{ kind: 'round', round: 'process', minutes: minutes(20, 20, 25, null) },
	{ kind: 'break', title: 'Pauze', minutes: 15 },
	{ kind: 'round', round: 'strengths', minutes: minutes(10, 15, 20, 10) },
	{ kind: 'break', title: 'Lunch', minutes: 45 },
	{ kind: 'round', round: 'bottlenecks', minutes: minutes(8, 12, 20, 10) },
	{ kind: 'break', title: 'Pauze', minutes: 15 },
	{ kind: 'round', round: 'needs', minutes: minutes(10, 15, 25, 10) },
	{ kind: 'break', title: 'Afsluiting', minutes: 25 }
];

const FOLLOWER_DAY: readonly TemplateItem[] = [
	{ kind: 'break', title: 'Welkom', minutes: 20 },
	{ kind: 'round', round: 'process', minutes: minutes(15, 20, 20, null) },
	{ kind: 'break', title: 'Pauze', minutes: 15 },
	{ kind: 'round', round: 'strengths', minutes: minutes(8, 12, 15, 10) },
	{ kind: 'break', title: 'Lunch', minutes: 45 },
	{ kind: 'round', round: 'bottlenecks', minutes: minutes(9, 18, 22, 10) },
	{ kind: 'break', title: 'Pauze', minutes: 15 },
	{ kind: 'round', round: 'needs', minutes: minutes(10, 20, 30, 15) },
	{ kind: 'break', title: 'Afsluiting', minutes: 25 }
];

const DOTS_PER_PERSON = 5;
const DOTS_PER_ITEM_MAX = 3;

/** The agenda and rounds of a new worksession; `newId` gives the ids. A mixed day follows the followers' template. */
export function standardDay(group: Group, newId: () => string): Plan {
	const agenda: AgendaItem[] = [];
	const rounds: RoundPlan[] = [];
	for (const item of group === 'frontrunner' ? FRONTRUNNER_DAY : FOLLOWER_DAY) {
		const id = newId();
		if (item.kind === 'break') agenda.push({ kind: 'break', id, title: item.title, minutes: item.minutes });
		else {
			agenda.push({ kind: 'round', id });
			rounds.push({ id, kind: item.round, settings: settingsOf(item.round, item.minutes) });
		}
	}
	return { agenda, rounds };
}

function settingsOf(kind: RoundKind, stageMinutes: StageMinutes): RoundSettings {
	return {
		...TEXTS[kind],
		minutes: stageMinutes,
		dotsPerPerson: DOTS_PER_PERSON,
		dotsPerItemMax: DOTS_PER_ITEM_MAX
	};
}
