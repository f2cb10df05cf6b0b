CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event` (
	`session_id` text NOT NULL,
	`version` integer NOT NULL,
	`command_id` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `version`),
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_command` ON `event` (`session_id`,`command_id`,`version`);--> statement-breakpoint
CREATE TABLE `fixed_record` (
	`session_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`json` text NOT NULL,
	`sha256` text NOT NULL,
	`fixed_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `person` (
	`participation_id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_token_hash` ON `person` (`token_hash`);--> statement-breakpoint
CREATE INDEX `person_session` ON `person` (`session_id`);--> statement-breakpoint
CREATE TABLE `programme` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshot` (
	`session_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `worksession` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`screen_token_hash` text NOT NULL,
	`is_trial` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	`summary` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `worksession_code` ON `worksession` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `worksession_screen_token_hash` ON `worksession` (`screen_token_hash`);