CREATE TABLE `programme_redaction` (
	`text_key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`is_clean` integer DEFAULT false NOT NULL
);
