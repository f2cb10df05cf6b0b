import type { BoardEvent } from './board/board-events.ts';
import type { CardEvent } from './card/card-events.ts';
import type { ChooseEvent } from './choose/choose-events.ts';
import type { DayEvent } from './day/day-events.ts';
import type { PeopleEvent } from './people/people-events.ts';
import type { RecordEvent } from './record/record-events.ts';

/** What happened, in the past tense. The log of these is the truth; no name of a person stands in it. */
export type WorksessionEvent = DayEvent | PeopleEvent | CardEvent | BoardEvent | ChooseEvent | RecordEvent;

export type EventType = WorksessionEvent['type'];
export type EventOf<T extends EventType> = Extract<WorksessionEvent, { type: T }>;
