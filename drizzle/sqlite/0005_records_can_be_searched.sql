CREATE TABLE `search_text` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`round` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_text_position` ON `search_text` (`session_id`,`position`);--> statement-breakpoint
CREATE TABLE `searched_record` (
	`session_id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(`words`, content='search_text', content_rowid='id', tokenize='unicode61 remove_diacritics 0');--> statement-breakpoint
INSERT INTO `search_index` (`search_index`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
CREATE TRIGGER `search_text_added` AFTER INSERT ON `search_text` BEGIN
	INSERT INTO `search_index` (`rowid`, `words`) VALUES (new.`id`, new.`words`);
END;--> statement-breakpoint
CREATE TRIGGER `search_text_gone` AFTER DELETE ON `search_text` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `words`) VALUES ('delete', old.`id`, old.`words`);
END;
