import { expect, test } from 'vitest';
import { differences } from './verify.ts';

const rounds = [
	{ id: 'p', order: 1, type: 'proces', prompt: '', isClosed: true, cards: 0, municipalities: 0, votes: [] },
	{
		id: 'b',
		order: 2,
		type: 'knelpunten',
		prompt: '',
		isClosed: true,
		cards: 0,
		municipalities: 0,
		votes: []
	}
] as const;

function recordOf(...cards: readonly (readonly [round: string, text: string])[]) {
	const made = cards.map(([round, text], index) => ({
		id: `c${index}`,
		round,
		text,
		municipalities: [],
		organisation: '',
		table: null,
		origin: 'live' as const,
		writtenBy: null,
		readBack: null,
		step: null,
		cluster: null,
		isLate: false,
		redaction: null,
		dots: null
	}));
	return { rounds, cards: made };
}

const file = [
	{ round: 'process', text: 'Eén' },
	{ round: 'bottlenecks', text: 'Eén' },
	{ round: 'bottlenecks', text: ' Twee\n' }
] as const;

test('a record with every card once has no difference, in whatever order', () => {
	expect(differences(file, recordOf(['b', ' Twee\n'], ['p', 'Eén'], ['b', 'Eén']))).toEqual([]);
});

test('the same text twice in the file stands twice in the record', () => {
	const twice = [...file, file[0]];
	const [difference] = differences(twice, recordOf(['b', ' Twee\n'], ['p', 'Eén'], ['b', 'Eén']));
	expect(difference).toEqual({ round: 'proces', text: 'Eén', inFile: 2, inRecord: 1 });
});

test('a missing, a changed and a doubled card are each told', () => {
	const record = recordOf(['p', 'Eén'], ['b', 'Twee'], ['p', 'Eén']);
	expect(differences(file, record).map(({ text, inFile, inRecord }) => [text, inFile, inRecord])).toEqual([
		['Eén', 1, 2],
		['Eén', 1, 0],
		[' Twee\n', 1, 0],
		['Twee', 0, 1]
	]);
});
