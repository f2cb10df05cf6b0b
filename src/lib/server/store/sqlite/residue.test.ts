import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { hasResidue } from './residue.ts';

const SECRET = 'Mevrouw Kanarie woont "hier" 🌊';

/** A table of texts; half of the rows are then deleted, which leaves their bytes where `secure_delete` is off. */
function aDatabase(secureDelete: 'ON' | 'OFF', texts: readonly string[]): Database.Database {
	const db = new Database(':memory:');
	db.pragma(`secure_delete = ${secureDelete}`);
	db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, data TEXT)');
	const insert = db.prepare('INSERT INTO t (data) VALUES (?)');
	for (const text of texts) insert.run(JSON.stringify(text));
	return db;
}

const others = Array.from({ length: 500 }, (_, n) => `kaart ${n} ${'woorden '.repeat(n % 9)}`);

test('a text beside the rows is seen, also a part of it, and is gone from a file that is written anew', () => {
	const db = aDatabase('OFF', [...others, SECRET, ...others]);
	db.prepare('DELETE FROM t WHERE data = ?').run(JSON.stringify(SECRET));
	expect(hasResidue(db.serialize(), [SECRET])).toBe(true);
	expect(hasResidue(db.serialize(), ['niets', `${SECRET.slice(0, 12)} woonde daar`])).toBe(true);
	expect(hasResidue(db.serialize(), ['Meneer Pimpelmees'])).toBe(false);
	db.exec('VACUUM');
	expect(hasResidue(db.serialize(), [SECRET])).toBe(false);
	db.close();
});

test('a text that stands in a row is none, and a deleted one is none where what is freed is zeroed', () => {
	const db = aDatabase('ON', [...others, SECRET, 'Jan', ...others]);
	expect(hasResidue(db.serialize(), [SECRET, 'Jan', ''])).toBe(false);
	db.prepare('DELETE FROM t WHERE data = ?').run(JSON.stringify(SECRET));
	expect(hasResidue(db.serialize(), [SECRET])).toBe(false);
	db.close();
});
