-- What was answered before this was asked under the only versions there were; a default fills it and goes again.
ALTER TABLE "account_statements" ADD COLUMN "guidance_version" text DEFAULT '2.0' NOT NULL;--> statement-breakpoint
ALTER TABLE "account_statements" ALTER COLUMN "guidance_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "inventory_statements" ADD COLUMN "guidance_version" text DEFAULT '2.0' NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_statements" ALTER COLUMN "guidance_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "line_statements" ADD COLUMN "guidance_version" text DEFAULT '2.0' NOT NULL;--> statement-breakpoint
ALTER TABLE "line_statements" ALTER COLUMN "guidance_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "instead_of" text;--> statement-breakpoint
ALTER TABLE "organisation_statements" ADD COLUMN "guidance_version" text DEFAULT '2.0' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_statements" ALTER COLUMN "guidance_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "said_none" ADD COLUMN "guidance_version" text DEFAULT '2.0' NOT NULL;--> statement-breakpoint
ALTER TABLE "said_none" ALTER COLUMN "guidance_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "platform_statements" ADD COLUMN "guidance_version" text DEFAULT '2025-12-17' NOT NULL;--> statement-breakpoint
ALTER TABLE "platform_statements" ALTER COLUMN "guidance_version" DROP DEFAULT;