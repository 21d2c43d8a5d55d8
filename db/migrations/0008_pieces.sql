CREATE TABLE "judging_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid,
	"judged_to" uuid,
	"judged" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "messaging_apps" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" text,
	"own_name_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "messaging_apps_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisation_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"facts" jsonb NOT NULL,
	"texts_sealed" text,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "phones" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label_sealed" text,
	"hardware_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "phones_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "piece_statements" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"piece" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"source" text NOT NULL,
	"facts" jsonb NOT NULL,
	"guidance_version" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"on_behalf_of" uuid,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "piece_statements_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "said_none" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"of" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"answered_by" uuid NOT NULL,
	"on_behalf_of" uuid,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "said_none_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "turns_on" date;--> statement-breakpoint
CREATE INDEX "judging_runs_open" ON "judging_runs" USING btree ("started_at") WHERE "judging_runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "messaging_apps_service" ON "messaging_apps" USING btree ("service_id","person_id") WHERE "messaging_apps"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_statements_current" ON "organisation_statements" USING btree ("topic","key") WHERE "organisation_statements"."valid_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "piece_statements_current" ON "piece_statements" USING btree ("person_id","scope_id","piece","source") WHERE "piece_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "piece_statements_history" ON "piece_statements" USING btree ("person_id","scope_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "said_none_current" ON "said_none" USING btree ("person_id","of") WHERE "said_none"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "verdicts_turning" ON "verdicts" USING btree ("turns_on","person_id") WHERE "verdicts"."valid_to" is null and "verdicts"."turns_on" is not null;