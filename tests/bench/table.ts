/** One figure beside its reference and its target. */
export interface Row {
	/** Number of the target. */
	readonly id: string;
	readonly what: string;
	readonly reference: string;
	readonly ours: string;
	readonly ratio: number | null;
	readonly target: string;
	/** Null when it was not measured. */
	readonly isMet: boolean | null;
	readonly note: string;
}

const HEAD = ['', 'what', 'reference', 'waaier', 'ratio', 'target', '', 'note'];

/** The rows as a table of text, with what they were measured on below. */
export function table(rows: readonly Row[], conditions: Readonly<Record<string, string | number>>): string {
	const lines = [HEAD, ...rows.map(cells)];
	const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => [...(line[column] ?? '')].length)));
	const text = lines.map((line) => line.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  '));
	const about = Object.entries(conditions).map(([name, value]) => `${name} ${value}`);
	return `${text.map((line) => line.trimEnd()).join('\n')}\n\n${about.join(', ')}\n`;
}

function cells({ id, what, reference, ours, ratio, target, isMet, note }: Row): readonly string[] {
	const verdict = isMet === null ? '' : isMet ? 'met' : 'NOT MET';
	return [id, what, reference, ours, ratio === null ? '' : `${ratio.toFixed(2)} ×`, target, verdict, note];
}

function padded(cell: string, width: number): string {
	return cell + ' '.repeat(width - [...cell].length);
}
