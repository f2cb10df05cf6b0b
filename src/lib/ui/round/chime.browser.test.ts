import { expect, test } from 'vitest';
import { chime } from './chime.ts';

const SAMPLES_PER_S = 44_100;
const LENGTH_S = 2.5;
/** Where a sample can be heard in a quiet room. */
const AUDIBLE = 0.01;

async function samplesOf(kind: 'over' | 'last-minute'): Promise<Float32Array> {
	const audio = new OfflineAudioContext(1, SAMPLES_PER_S * LENGTH_S, SAMPLES_PER_S);
	chime(audio, kind);
	return (await audio.startRendering()).getChannelData(0);
}

function peak(samples: Float32Array): number {
	return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

test('the end of the time sounds soft, and the last minute softer', async () => {
	const over = peak(await samplesOf('over'));
	const lastMinute = peak(await samplesOf('last-minute'));
	expect(lastMinute).toBeGreaterThan(AUDIBLE);
	expect(over).toBeGreaterThan(2 * lastMinute);
	expect(over).toBeLessThan(0.4);
});

test('the tone begins and ends in silence, so that nothing clicks', async () => {
	const samples = await samplesOf('over');
	expect(peak(samples.slice(0, 20))).toBeLessThan(AUDIBLE);
	expect(peak(samples.slice(SAMPLES_PER_S * 2))).toBeLessThan(AUDIBLE);
});
