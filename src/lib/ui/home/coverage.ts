import { GROUPS, THEMES, type Group, type Theme } from '#lib/domain/vocabulary.ts';

/** What one worksession adds to the coverage of the programme. */
export interface CoverageEntry {
	readonly theme: Theme;
	readonly group: Group;
	/** Codes of the municipalities that took part. */
	readonly municipalities: readonly string[];
	readonly isLive: boolean;
}

interface CoverageCell {
	readonly theme: Theme;
	readonly group: Group;
	/** Distinct codes over all worksessions of this cell. */
	readonly municipalities: readonly string[];
	readonly isLive: boolean;
}

export interface Coverage {
	readonly groups: readonly Group[];
	readonly rows: readonly { readonly theme: Theme; readonly cells: readonly CoverageCell[] }[];
}

/** Theme × group with the distinct municipalities in each cell. The mixed group shows only where it was held. */
export function coverageOf(entries: readonly CoverageEntry[]): Coverage {
	const groups = GROUPS.filter(
		(group) => group !== 'mixed' || entries.some((entry) => entry.group === 'mixed')
	);
	const rows = THEMES.map((theme) => ({
		theme,
		cells: groups.map((group) => cellOf(entries, theme, group))
	}));
	return { groups, rows };
}

function cellOf(entries: readonly CoverageEntry[], theme: Theme, group: Group): CoverageCell {
	const own = entries.filter((entry) => entry.theme === theme && entry.group === group);
	return {
		theme,
		group,
		municipalities: [...new Set(own.flatMap((entry) => entry.municipalities))].sort(),
		isLive: own.some((entry) => entry.isLive)
	};
}
