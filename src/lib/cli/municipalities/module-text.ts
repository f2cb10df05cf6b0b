import { format, resolveConfig } from 'prettier';
import type { Municipality } from '#lib/domain/municipality/municipalities.ts';

/** Where the two committed files of municipalities lie. */
export const MUNICIPALITY_FOLDER = new URL('../../domain/municipality/', import.meta.url);
export const LIST_FILE = 'municipality-list.ts';
export const HISTORY_FILE = 'municipality-history.ts';

const TYPE_IMPORT = "import type { Municipality } from './municipalities.ts';";

/** As JSON, so that no name from a file can become anything else than a text in the code that is written. */
function rows(municipalities: readonly Municipality[]): string {
	return municipalities
		.map(({ code, name, province, begin, end, into }) =>
			JSON.stringify({ code, name, province, begin, end, into })
		)
		.join(',\n');
}

function comment(lines: readonly string[]): string {
	return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'].join('\n');
}

async function formatted(text: string): Promise<string> {
	return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}

/** The committed file of the codes that were valid on `date` ('YYYY-MM-DD'). `source` is told above it, line by line. */
export async function listText(
	date: string,
	list: readonly Municipality[],
	source: readonly string[]
): Promise<string> {
	const text = `${comment(source)}
${TYPE_IMPORT}

/** The day on which the list of codes was valid (peildatum), 'YYYY-MM-DD'. */
export const MUNICIPALITY_LIST_DATE = ${JSON.stringify(date)};

export const MUNICIPALITY_LIST: readonly Municipality[] = [${rows(list)}];
`;
	return formatted(text);
}

/** The committed file of all other codes since 2018. `source` is told above it, line by line. */
export async function historyText(
	history: readonly Municipality[],
	source: readonly string[]
): Promise<string> {
	const text = `${comment(source)}
${TYPE_IMPORT}

export const MUNICIPALITY_HISTORY: readonly Municipality[] = [${rows(history)}];
`;
	return formatted(text);
}
