import type { PersonalDataKind } from '#lib/domain/card/personal-data/personal-data.ts';
import { formatChoice, m } from '#lib/i18n/words.ts';

const NAMES: Readonly<Record<PersonalDataKind, () => string>> = {
	iban: m.room_personal_iban,
	email: m.room_personal_email,
	bsn: m.room_personal_bsn,
	phone: m.room_personal_phone,
	address: m.room_personal_address,
	'number-plate': m.room_personal_number_plate
};

/** "Staat hier een BSN of een adres?" */
export function personalDataQuestion(kinds: readonly PersonalDataKind[]): string {
	return m.room_personal_ask({ what: formatChoice(kinds.map((kind) => NAMES[kind]())) });
}
