CREATE TABLE `redaction` (
	`session_id` text NOT NULL,
	`card_id` text NOT NULL,
	`at` integer NOT NULL,
	`is_clean` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`session_id`, `card_id`),
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `fixed_record` ADD `redacted_at` integer;