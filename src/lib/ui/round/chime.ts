/** One note: when it starts after the first (s), its pitch (Hz), and how loud (0 to 1). */
interface Note {
	readonly after: number;
	readonly pitch: number;
	readonly gain: number;
}

/** The third down of a doorbell, soft enough to speak over. */
const OVER: readonly Note[] = [
	{ after: 0, pitch: 659.26, gain: 0.2 },
	{ after: 0.45, pitch: 523.25, gain: 0.2 }
];
const LAST_MINUTE: readonly Note[] = [{ after: 0, pitch: 523.25, gain: 0.07 }];
/** Without these a note begins and ends with a click. */
const RISE_S = 0.02;
const FADE_S = 1.6;
const SILENCE = 0.0001;

/** Plays the tone now: two notes at the end of the time, one quieter note before it. */
export function chime(audio: BaseAudioContext, kind: 'over' | 'last-minute'): void {
	for (const note of kind === 'over' ? OVER : LAST_MINUTE) play(audio, note);
}

function play(audio: BaseAudioContext, { after, pitch, gain }: Note): void {
	const start = audio.currentTime + after;
	const volume = audio.createGain();
	volume.gain.setValueAtTime(SILENCE, start);
	volume.gain.exponentialRampToValueAtTime(gain, start + RISE_S);
	volume.gain.exponentialRampToValueAtTime(SILENCE, start + FADE_S);
	const tone = audio.createOscillator();
	tone.frequency.value = pitch;
	tone.connect(volume).connect(audio.destination);
	tone.start(start);
	tone.stop(start + FADE_S);
}
