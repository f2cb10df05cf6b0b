import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from './item.ts';
import type { CommandOf } from '../commands.ts';
import { linkKey } from './items.ts';
import { LINKS_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';

function card(id: string): ItemRef {
	return { kind: 'card', id };
}

/** A bottleneck and a need that the room can see, and the command that links them. */
function twoRounds(): { day: Story; link: CommandOf<'LinkNeed'> } {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const bottleneck = card(day.card('anna', 'knelpunt'));
	const need = card(day.at('needs', 'sharing').card('bram', 'behoefte'));
	const rounds = { roundId: roundId('needs'), bottleneckRoundId: roundId('bottlenecks') };
	return { day, link: { type: 'LinkNeed', ...rounds, need, bottleneck } };
}

describe('linking a need to the bottleneck it solves', () => {
	test('[L1] the same pair is one link', () => {
		const { day, link } = twoRounds();
		day.act('facilitator', link);
		expect(day.attempt('facilitator', link)).toEqual(accept([]));
		expect(Object.keys(day.state.links)).toEqual([linkKey(link)]);
	});

	test('[L1] goes from a need to a bottleneck and not back', () => {
		const { day, link } = twoRounds();
		const { roundId: needs, need, bottleneckRoundId: bottlenecks, bottleneck } = link;
		const back = {
			...link,
			roundId: bottlenecks,
			need: bottleneck,
			bottleneckRoundId: needs,
			bottleneck: need
		};
		expect(day.attempt('facilitator', back)).toEqual(reject('not-a-need-and-a-bottleneck'));
		expect(day.attempt('facilitator', { ...link, bottleneckRoundId: 'nowhere' })).toEqual(
			reject('unknown-round')
		);
	});

	test('[L2] holds only what the room can see', () => {
		const { day, link } = twoRounds();
		const hidden = card(day.at('bottlenecks', 'writing').card('anna', 'nog niet gedeeld'));
		expect(day.attempt('facilitator', { ...link, bottleneck: hidden })).toEqual(reject('unknown-item'));
		expect(day.attempt('facilitator', { ...link, need: card('nowhere') })).toEqual(reject('unknown-item'));
	});

	test('[L3] is undone; undoing what is not there is no event', () => {
		const { day, link } = twoRounds();
		const unlink = { ...link, type: 'UnlinkNeed' } as const;
		expect(day.attempt('facilitator', unlink)).toEqual(accept([]));
		day.act('facilitator', link);
		day.act('facilitator', unlink);
		expect(day.state.links).toEqual({});
	});

	test('[L4] ends with the card it is on', () => {
		const { day, link } = twoRounds();
		day.act('facilitator', link);
		day.act('bram', { type: 'WithdrawCard', roundId: link.roundId, cardId: link.need.id });
		expect(day.state.links).toEqual({});
	});

	test('[L5] five thousand fill a worksession', () => {
		const { day, link } = twoRounds();
		const links = Array.from({ length: LINKS_MAX }, (_, n) => ({ ...link, need: card(`need-${n}`) }));
		day.state = { ...day.state, links: Object.fromEntries(links.slice(1).map((one) => [linkKey(one), one])) };
		expect(day.attempt('facilitator', link)).toMatchObject({ ok: true });
		day.state = { ...day.state, links: Object.fromEntries(links.map((one) => [linkKey(one), one])) };
		expect(day.attempt('facilitator', link)).toEqual(reject('links-full'));
	});
});
