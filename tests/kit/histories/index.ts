export { ownViewOf } from './people-there.ts';
export { play, type Played, type Step } from './play.ts';
export { Seen } from './seen.ts';
export { worlds, type World } from './worlds.ts';
