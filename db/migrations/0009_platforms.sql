CREATE TABLE "platform_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"texts_sealed" text,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "platform_entries_present" ON "platform_entries" USING btree ("created_at") WHERE "platform_entries"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "platform_entries_answers" ON "platform_entries" USING btree ("kind") WHERE "platform_entries"."kind" in ('sending', 'staff', 'interfaces', 'monitoring', 'teaching');--> statement-breakpoint
CREATE UNIQUE INDEX "platform_statements_current" ON "platform_statements" USING btree ("entry_id") WHERE "platform_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "platform_statements_history" ON "platform_statements" USING btree ("entry_id","valid_from");