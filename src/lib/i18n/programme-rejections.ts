import type { ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import { m } from './words.ts';

/** A sentence for every reason why an act over closed worksessions was refused; does not compile while one has none. */
const SENTENCES: Readonly<Record<ProgrammeRejection, () => string>> = {
	'unknown-command': m.errors_programme_unknown_command,
	'unknown-session': m.errors_programme_unknown_session,
	'unknown-item': m.errors_programme_unknown_item,
	'code-not-asked': m.errors_programme_code_not_asked,
	'unknown-term': m.errors_programme_unknown_term,
	'term-ended': m.errors_programme_term_ended,
	'term-empty': m.errors_programme_term_empty,
	'term-too-long': m.errors_programme_term_too_long,
	'term-taken': m.errors_programme_term_taken,
	'terms-full': m.errors_programme_terms_full,
	'not-a-pair': m.errors_programme_not_a_pair,
	'unknown-idea': m.errors_programme_unknown_idea,
	'idea-counts-elsewhere': m.errors_programme_idea_counts_elsewhere,
	'reason-empty': m.errors_programme_reason_empty,
	'reason-too-long': m.errors_programme_reason_too_long,
	'unknown-dossier': m.errors_programme_unknown_dossier,
	'dossiers-full': m.errors_programme_dossiers_full,
	'dossier-name-empty': m.errors_programme_dossier_name_empty,
	'dossier-text-too-long': m.errors_programme_dossier_text_too_long,
	'dossier-too-many': m.errors_programme_dossier_too_many,
	'dossier-municipality-missing': m.errors_programme_dossier_municipality_missing,
	'dossier-municipality-unknown': m.errors_programme_dossier_municipality_unknown,
	'dossier-link-wrong': m.errors_programme_dossier_link_wrong,
	'dossier-part-changed': m.errors_programme_dossier_part_changed,
	'key-name-empty': m.errors_programme_key_name_empty,
	'key-name-too-long': m.errors_programme_key_name_too_long,
	'keys-full': m.errors_programme_keys_full,
	'unknown-key': m.errors_programme_unknown_key
};

export function programmeRejectionText(rejection: ProgrammeRejection): string {
	return SENTENCES[rejection]();
}
