CREATE TABLE `programme_event` (
	`version` integer PRIMARY KEY NOT NULL,
	`command_id` text NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_event_command` ON `programme_event` (`command_id`,`version`);