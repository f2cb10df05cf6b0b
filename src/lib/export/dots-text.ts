import type { RecordDots } from '#lib/domain/record/record-dots.ts';
import { m } from '#lib/i18n/words.ts';

/** "14 stippen, 5 van 12 gemeenten"; without the second part where nobody came for a municipality, or nobody noted whose they were. */
export function dotsText({ dots, municipalities }: RecordDots, municipalityCount: number): string {
	const given = m.common_dots({ count: dots });
	if (municipalityCount === 0 || municipalities === null) return given;
	return `${given}, ${m.record_of_municipalities({ count: municipalities, total: municipalityCount })}`;
}
