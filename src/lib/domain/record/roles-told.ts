import type { ItemRef } from '../board/item.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import type { MunicipalityRole } from '../vocabulary.ts';
import type { RecordCard } from './record-cards.ts';
import { GROUP_CODES, ROLE_CODES } from './record-codes.ts';
import type { IntakeRecord } from './record.ts';

/**
 * Who said a card as what. In a worksession for one group everybody is that; in one for both groups a card speaks for its municipalities
 * as what they took part. The role of a person stands on no card: where a municipality came as both, that would tell who wrote it.
 */

/** Finds which municipalities of a card took part in a role, by the codes of that day; none where the card tells nothing of where it comes from. */
export function rolesTold({
	participation
}: IntakeRecord): (card: RecordCard, role: MunicipalityRole) => readonly MunicipalityCode[] {
	const roles = new Map(participation.municipalities.map(({ code, role }) => [code, role]));
	return ({ municipalities }, role) =>
		municipalities?.filter((code) => roles.get(code) === ROLE_CODES[role]) ?? [];
}

/** Whether a card or anything in a stack was said in a role. */
export function isSaidAs(role: MunicipalityRole, record: IntakeRecord, { kind, id }: ItemRef): boolean {
	const { group } = record.session;
	if (group !== GROUP_CODES.mixed) return group === GROUP_CODES[role];
	const saidBy = rolesTold(record);
	return record.cards.some(
		(card) => (kind === 'card' ? card.id : card.cluster) === id && saidBy(card, role).length > 0
	);
}
