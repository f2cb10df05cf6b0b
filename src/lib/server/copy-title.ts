import { TITLE_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';
import { m } from '#lib/i18n/words.ts';

/** The name of a copy, which says that it is one; a long name gives way to that. */
export function copyTitle(title: string): string {
	const room = TITLE_LENGTH_MAX - lengthOf(m.home_copy_title({ title: '' }));
	const fitting = [...title].slice(0, room).join('').trimEnd();
	return m.home_copy_title({ title: fitting });
}
