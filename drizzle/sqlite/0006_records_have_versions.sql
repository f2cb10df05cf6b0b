CREATE TABLE `earlier_record` (
	`session_id` text NOT NULL,
	`version` integer NOT NULL,
	`json` text NOT NULL,
	`sha256` text NOT NULL,
	`fixed_at` integer NOT NULL,
	`redacted_at` integer,
	PRIMARY KEY(`session_id`, `version`),
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
