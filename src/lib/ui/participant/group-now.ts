import { stageName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import type { Place } from './room-place.ts';

/** What the group does now, for who is somewhere else. */
export function groupNow(place: Place): string {
	switch (place.kind) {
		case 'closed':
			return m.room_group_closed();
		case 'break':
			return m.room_group_break({ title: place.item.title });
		case 'rating':
			return m.room_group_rating();
		case 'wrap-up':
			return m.room_group_wrap();
		case 'lobby':
			return m.room_group_lobby();
		case 'round':
			return m.room_group_round({
				number: place.number,
				stage: stageName(place.round.stage).toLocaleLowerCase()
			});
	}
}
