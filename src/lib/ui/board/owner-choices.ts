import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { originText, ownerText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import type { Option } from '../primitives/option.ts';

interface Known {
	readonly shared: Pick<SharedView, 'facilitator'>;
	readonly own: Pick<OwnView, 'participationId' | 'name' | 'municipalities' | 'organisation'> | null;
}

/** Whom the reader may name as an owner: everybody who takes part for a facilitator, else only themselves. */
export function ownerChoices({ shared, own }: Known): readonly Pick<Option, 'value' | 'label'>[] {
	const people = Object.values(shared.facilitator?.participations ?? {});
	const known = own ? [{ ...own, id: own.participationId }] : people;
	return [
		{ value: '', label: m.regie_action_somebody_else() },
		...known
			.map((person) => ({ value: person.id, label: `${person.name} · ${originText(person)}` }))
			.sort((a, b) => a.label.localeCompare(b.label))
	];
}

/** Who an owner is, as far as the reader may know. */
export function ownerName(
	{ facilitator }: Pick<SharedView, 'facilitator'>,
	owner: Parameters<typeof ownerText>[0] & { readonly ownerId: string | null }
): string {
	const name = owner.ownerId === null ? undefined : facilitator?.participations[owner.ownerId]?.name;
	return ownerText(owner, name);
}
