import { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import { attendanceOf } from '#lib/domain/visibility/attendance.ts';
import type { Story, Who } from './worksession.ts';

/** What this participant has on the screen at this moment of a story, without a connection. */
export function roomOf(story: Story, who: Who): WorksessionClient {
	return new WorksessionClient(
		{ sessionId: story.state.id, audience: 'participant' },
		{
			version: 1,
			shared: story.shared('participant'),
			ownSeq: 0,
			own: story.own(who),
			presence: { online: 1, writing: 0, people: null, facilitators: null },
			attendance: attendanceOf(story.state),
			serverNow: story.now
		}
	);
}
