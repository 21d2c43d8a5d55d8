CREATE TABLE "organisation_verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	"verdict" text NOT NULL,
	"labels" text[] NOT NULL,
	"unknown_kind" text,
	"next_action" text,
	"confirmed_on" date,
	"guidance_version" text NOT NULL,
	"turns_on" date,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_verdicts_current" ON "organisation_verdicts" USING btree ("item","scope_kind","scope_id") WHERE "organisation_verdicts"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "organisation_verdicts_past" ON "organisation_verdicts" USING btree ("valid_from");--> statement-breakpoint
CREATE INDEX "organisation_verdicts_turning" ON "organisation_verdicts" USING btree ("turns_on") WHERE "organisation_verdicts"."valid_to" is null;