/** Dutch words, months and units that look like the letters of a postcode or a number plate: "2024 in 3", "10-op-10", "1-mrt-24". */
const SHORT_WORDS: ReadonlySet<string> = new Set(
	[
		'aan af al als bij bv ca dan de den der die dit door een eind en er eu ex gb ha het hij hun ik in is ja je',
		'kb keer kg km lid los m2 maal max mb min na nl nog nr nu nv of om ook op over per pas plus te tb ten tm',
		'tot uit uur van vb via vm vs we wel wk wo ww zag ze zo',
		'apr aug dec feb jan jul jun mei mrt nov okt sep'
	].flatMap((line) => line.split(' '))
);

/** Whether these letters are an ordinary word, as people write it: all in capitals they are none. */
export function isShortWord(letters: string): boolean {
	return letters !== letters.toUpperCase() && SHORT_WORDS.has(letters.toLowerCase());
}
