import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalDataIn } from './personal-data.ts';

/** "bsn 123456782": what was found, as it stands in the text. */
function found(text: string): readonly string[] {
	return personalDataIn(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

const digits = (count: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
		.map((list) => list.join(''));

function elevenSum(eight: string): number {
	return [...eight].reduce((sum, digit, index) => sum + (9 - index) * Number(digit), 0);
}

/** Eight digits to which exactly one ninth makes a citizen service number; with remainder 10 there is none. */
const bsn = digits(8)
	.filter((eight) => elevenSum(eight) % 11 < 10 && Number(eight) > 0)
	.map((eight) => `${eight}${elevenSum(eight) % 11}`);

function ibanOf(account: string, bank: string): string {
	const letters = [...`${bank}${account}NL00`].map((character) => Number.parseInt(character, 36)).join('');
	const check = 98n - (BigInt(letters) % 97n);
	return `NL${String(check).padStart(2, '0')}${bank}${account}`;
}

const iban = fc.tuple(digits(10), fc.constantFrom('ABNA', 'INGB', 'RABO', 'BNGH')).map((of) => ibanOf(...of));

describe('Q1 a citizen service number', () => {
	test('is found in one piece and in groups, in the middle of a sentence', () => {
		fc.assert(
			fc.property(
				bsn,
				fc.constantFrom([9], [3, 3, 3], [4, 2, 3]),
				fc.constantFrom('.', ' '),
				(number, sizes, between) => {
					let rest = number;
					const groups = sizes.map((size) => {
						const group = rest.slice(0, size);
						rest = rest.slice(size);
						return group;
					});
					const written = groups.join(between);
					expect(found(`De man met ${written}, die belde.`)).toEqual([`bsn ${written}`]);
				}
			)
		);
	});

	test('is none when the eleven-test fails', () => {
		fc.assert(
			fc.property(bsn, fc.integer({ min: 1, max: 9 }), (number, more) => {
				const wrong = `${number.slice(0, 8)}${(Number(number[8]) + more) % 10}`;
				expect(found(`Dossier ${wrong} ligt stil`)).toEqual([]);
			})
		);
	});

	test('is none inside a longer number or a code, nor in zeros', () => {
		for (const text of [
			'1234567823',
			'K123456782',
			'123456782a',
			'12,123456782',
			'000000000',
			'zaak/123456782'
		])
			expect(found(text)).toEqual([]);
	});
});

describe('Q1 an account number', () => {
	test('is found in one piece, in groups of four and in small letters', () => {
		fc.assert(
			fc.property(iban, (number) => {
				const grouped = number.replace(/(.{4})(?=.)/g, '$1 ');
				for (const written of [number, grouped, number.toLowerCase()])
					expect(found(`Het geld ging naar ${written} van de stichting`)).toEqual([`iban ${written}`]);
			})
		);
	});

	test('of another country has its own length', () => {
		expect(found('BE68 5390 0754 7034 en DE89370400440532013000')).toEqual([
			'iban BE68 5390 0754 7034',
			'iban DE89370400440532013000'
		]);
	});

	test('is none with a wrong check, too short, or in a country that has none', () => {
		for (const text of [
			'NL92ABNA0417164300',
			'NL91ABNA041716430',
			'XX91ABNA0417164300',
			'NL91ABNA04171643001'
		])
			expect(personalDataIn(text).map(({ kind }) => kind)).not.toContain('iban');
	});
});

test.each(['jan.de-wit@rietmond.nl', 'j+wmo@zorg.lindewaard.nl', 'José@gemeente.example'])(
	'Q1 an e-mail address is found without the point behind it: %s',
	(address) => {
		expect(found(`Mail ${address}.`)).toEqual([`email ${address}`]);
	}
);

test.each(['meer info @ balie', '@rietmond', 'jan@rietmond', 'a@b.c'])('Q1 no e-mail address: %s', (text) => {
	expect(found(text)).toEqual([]);
});

test.each([
	'0612345678',
	'06-12345678',
	'06 12 34 56 78',
	'06 - 123 456 78',
	'+31612345678',
	'+31 (0)6 1234 5678',
	'0031 6 12345678',
	'020-1234567',
	'(030) 123 45 67',
	'0512-123456',
	'0512 12 34 56',
	'088-123 45 67',
	'+32 475 12 34 56',
	'0049 30 1234567'
])('Q1 a telephone number is found: %s', (number) => {
	expect(found(`Bel ${number} voor 12 uur`)).toEqual([`phone ${number}`]);
});

test.each([
	'0800-1234567',
	'0900-1234567',
	'06-10-2024 12:00',
	'01-02-2024 12:30',
	'14 030',
	'112',
	'06 12345'
])('Q1 no telephone number of a person: %s', (text) => {
	expect(found(text)).toEqual([]);
});

test.each([
	'1234 AB 12',
	'1234AB, nr. 12',
	'1234ab 12',
	'1234 ab 12-3',
	'Dorpsstraat 12, 1234 AB',
	'Dorpsstraat 12a\n1234 AB',
	'1234 AB Zwolle, Van den Berghstraat 12'
])('Q1 a postcode with a house number is found: %s', (address) => {
	expect(found(`${address} staat leeg`)).toEqual([`address ${address}`]);
});

test.each([
	'In 1234 AB zijn 15 meldingen',
	'1234 AB',
	'Sinds 2024 in 3 wijken',
	'2018 EU 679',
	'PC4 1234, 12 panden'
])('Q1 no address of one house: %s', (text) => {
	expect(found(text)).toEqual([]);
});

test.each([
	...['AB-12-34', '12-34-AB', '12-AB-34', 'AB-12-CD', 'AB-CD-12', '12-AB-CD', '12-ABC-3', '1-ABC-23'],
	...['AB-123-C', 'A-123-BC', 'ABC-12-D', 'A-12-BCD', '1-AB-234', '123-AB-4', 'gx-12-kl', '12XKL3', 'GX123L']
])('Q1 a number plate of every series is found: %s', (plate) => {
	expect(found(`Busje ${plate}, elke nacht`)).toEqual([`number-plate ${plate}`]);
});

test.each([
	'1-mrt-24',
	'10-op-10',
	'24-en-25',
	'GM0363',
	'ISO27001',
	'NEN-7510',
	'12-34-56',
	'X-12-34-AB',
	'COVID19'
])('Q1 no number plate: %s', (text) => {
	expect(found(text)).toEqual([]);
});

describe('Q2 what every card may hold is never taken for data of a person', () => {
	const year = fc.integer({ min: 1950, max: 2049 });
	const small = fc.integer({ min: 1, max: 999 });
	const amount = fc
		.integer({ min: 1, max: 999_999_999 })
		.map((value) => new Intl.NumberFormat('nl-NL').format(value));

	test('years and dates', () => {
		fc.assert(
			fc.property(
				year,
				year,
				fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }),
				(from, to, date) => {
					const iso = date.toISOString().slice(0, 10);
					const [years = '', month = '', day = ''] = iso.split('-');
					for (const text of [`${from}-${to}`, `${from} ${to} 1`, `in ${from} en ${to}`, `${from}/${to}`])
						expect(found(text)).toEqual([]);
					for (const text of [iso, `${day}-${month}-${years}`, `${day}.${month}.${years} 10:30`])
						expect(found(text)).toEqual([]);
				}
			)
		);
	});

	test('amounts', () => {
		fc.assert(
			fc.property(amount, digits(2), (value, cents) => {
				for (const text of [
					`€ ${value}`,
					`€${value},${cents}`,
					`${value} euro`,
					`EUR ${value}`,
					`€ ${value},-`
				])
					expect(found(`Dat kost ${text} per jaar`)).toEqual([]);
			})
		);
	});

	test('articles of law', () => {
		fc.assert(
			fc.property(small, small, year, (article, member, at) => {
				for (const text of [
					`artikel ${article} lid ${member} AVG`,
					`art. ${article}:${member} Awb`,
					`art. ${article} Wpg`,
					`Stb. ${at}, ${member}`,
					`Verordening (EU) ${at}/${member}`,
					`ECLI:NL:RVS:${at}:${article}`,
					`art. ${article}, ${member} en ${member} BW`
				])
					expect(found(text)).toEqual([]);
			})
		);
	});
});

describe('what is found', () => {
	test('stands in the order of the text and does not overlap', () => {
		const text = 'NL91 ABNA 0417 1643 00, 06-12345678, a@b.nl, 1234 AB 12, GX-12-KL, 123456782';
		expect(personalDataIn(text).map(({ kind }) => kind)).toEqual([
			...['iban', 'phone', 'email', 'address', 'number-plate', 'bsn']
		]);
		const piece = fc.constantFrom(...text, '06-12345678', '123456782', 'NL91', '@b.nl', '1234 AB');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				const whole = pieces.join('');
				let end = 0;
				for (const span of personalDataIn(whole)) {
					expect(span.start).toBeGreaterThanOrEqual(end);
					expect(span.end).toBeGreaterThan(span.start);
					end = span.end;
				}
				expect(end).toBeLessThanOrEqual(whole.length);
			})
		);
	});

	/** A search that tries every pair of places needs minutes for these; one that goes through them once a fraction of a second. */
	test.each([
		'1',
		'12 ',
		'a@',
		'@a.',
		'06-',
		'NL91',
		'A-',
		'1234 AB ',
		'12-AB-34 ',
		'123456782 ',
		'Ab ',
		'1.'
	])('Q4 is found in time in proportion to the text, also in one that repeats "%s"', (piece) => {
		const text = piece.repeat(60_000);
		const before = performance.now();
		personalDataIn(text);
		expect(performance.now() - before).toBeLessThan(3000);
	});
});
