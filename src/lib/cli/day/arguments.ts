import { parseArgs } from 'node:util';
import { PARTICIPATIONS_MAX } from '#lib/domain/limits.ts';
import { THEMES, type Theme } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

export interface DayArguments {
	readonly cardsFile: string;
	readonly participants: number;
	readonly outFile: string;
	/** Only cards of this theme; null is all cards of the file. */
	readonly theme: Theme | null;
	/** A server that runs already, with a one-time link of it; null starts one. */
	readonly server: { readonly url: string; readonly link: string } | null;
}

export type ParsedArguments =
	| { readonly kind: 'play'; readonly day: DayArguments }
	| { readonly kind: 'help' }
	| { readonly kind: 'wrong'; readonly sentence: string };

/** Reads the command line. `environment` may hold WAAIER_LINK, so that a secret need not stand in the list of processes. */
export function parseDayArguments(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>
): ParsedArguments {
	let values;
	try {
		({ values } = parseArgs({
			args: [...args],
			options: {
				cards: { type: 'string' },
				participants: { type: 'string' },
				out: { type: 'string' },
				theme: { type: 'string' },
				url: { type: 'string' },
				link: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		}));
	} catch (error) {
		return wrong(m.day_wrong_option({ detail: error instanceof Error ? error.message : String(error) }));
	}
	if (values.help) return { kind: 'help' };
	if (!values.cards) return wrong(m.day_wrong_missing({ option: '--cards' }));
	if (!values.participants) return wrong(m.day_wrong_missing({ option: '--participants' }));
	if (!values.out) return wrong(m.day_wrong_missing({ option: '--out' }));
	const participants = Number(values.participants);
	if (!Number.isInteger(participants) || participants < 1 || participants > PARTICIPATIONS_MAX)
		return wrong(m.day_wrong_participants({ max: PARTICIPATIONS_MAX }));
	const theme = THEMES.find((known) => known === values.theme) ?? null;
	if (values.theme !== undefined && !theme) return wrong(m.day_wrong_theme({ themes: THEMES.join(', ') }));
	const server = serverOf(values.url, values.link ?? environment.WAAIER_LINK);
	if (typeof server === 'string') return wrong(server);
	return { kind: 'play', day: { cardsFile: values.cards, participants, outFile: values.out, theme, server } };
}

/** The server to play on, or what is wrong with how it was given. The address may be the one-time link itself. */
function serverOf(url: string | undefined, link: string | undefined): DayArguments['server'] | string {
	if (url === undefined) return null;
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return m.day_wrong_url({ url });
	const secretLink = link ?? url;
	if (!URL.canParse(secretLink) || new URL(secretLink).hash.length < 2) return m.day_wrong_link();
	return { url: new URL(url).origin, link: secretLink };
}

function wrong(sentence: string): ParsedArguments {
	return { kind: 'wrong', sentence };
}
