import type { Municipality } from '#lib/domain/municipality/municipalities.ts';
import { m } from '#lib/i18n/words.ts';

function daysOf({ begin = '…', end = '…' }: Municipality): string {
	return `${begin} – ${end}`;
}

function changesOf(before: Municipality, after: Municipality): string[] {
	const { code, name } = after;
	const told = [
		[before.name, after.name],
		[before.province, after.province],
		[daysOf(before), daysOf(after)],
		[before.into?.join(' ') ?? '–', after.into?.join(' ') ?? '–']
	] as const;
	const changed = told.filter(([was, is]) => was !== is);
	return changed.map(([was, is]) => m.municipalities_changed({ code, name, was, is }));
}

/** What an import changes, a sentence for each code and field. Nothing is ever taken away. */
export function differences(
	before: readonly Municipality[],
	after: readonly Municipality[]
): readonly string[] {
	const known = new Map(before.map((municipality) => [municipality.code, municipality]));
	return after.flatMap((municipality) => {
		const { code, name } = municipality;
		const was = known.get(code);
		return was
			? changesOf(was, municipality)
			: m.municipalities_added({ code, name, days: daysOf(municipality) });
	});
}
