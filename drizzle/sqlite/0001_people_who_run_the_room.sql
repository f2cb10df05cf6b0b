CREATE TABLE `device_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`participation_id` text NOT NULL,
	`session_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `participation_token` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`participation_id` text NOT NULL,
	`session_id` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `participation_token_participation` ON `participation_token` (`session_id`,`participation_id`);--> statement-breakpoint
CREATE TABLE `session_facilitator` (
	`session_id` text NOT NULL,
	`account_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`session_id`, `account_id`),
	FOREIGN KEY (`session_id`) REFERENCES `worksession`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_facilitator_account` ON `session_facilitator` (`account_id`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`group` text NOT NULL,
	`plan` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `participation_token` SELECT `token_hash`, `participation_id`, `session_id` FROM `person`;--> statement-breakpoint
DROP INDEX `person_token_hash`;--> statement-breakpoint
ALTER TABLE `person` DROP COLUMN `token_hash`;--> statement-breakpoint
ALTER TABLE `account` ADD `role` text DEFAULT 'guest' NOT NULL;--> statement-breakpoint
UPDATE `account` SET `role` = 'organiser';--> statement-breakpoint
ALTER TABLE `sign_in_link` ADD `account_id` text REFERENCES account(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `sign_in_link` ADD `invitee` text;--> statement-breakpoint
ALTER TABLE `worksession` ADD `take_over_generation` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `worksession` ADD `take_over_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `worksession_take_over_hash` ON `worksession` (`take_over_hash`);