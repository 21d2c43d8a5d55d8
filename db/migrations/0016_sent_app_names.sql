CREATE TABLE "sent_app_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name_sealed" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messaging_apps" ADD COLUMN "sent_name_id" uuid;--> statement-breakpoint
ALTER TABLE "messaging_apps" ADD COLUMN "sent_at" timestamp with time zone;