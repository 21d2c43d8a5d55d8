CREATE TABLE "attempts" (
	"bucket" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempts_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"ceremony" text NOT NULL,
	"person_id" uuid,
	"ticket_id" uuid,
	"session_id" text,
	"purpose" text,
	"carried_sealed" text,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fresh_assertions" (
	"person_id" uuid NOT NULL,
	"session_id" text NOT NULL,
	"purpose" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fresh_assertions_person_id_session_id_purpose_pk" PRIMARY KEY("person_id","session_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"algorithm" integer NOT NULL,
	"counter" bigint NOT NULL,
	"backup_eligible" boolean NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text[] NOT NULL,
	"aaguid" text NOT NULL,
	"name_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_person_id_code_hash_pk" PRIMARY KEY("person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_requests" (
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"verified_how" text NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"ends_at" timestamp with time zone NOT NULL,
	"ticket_id" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "recovery_requests_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"person_id" uuid NOT NULL,
	"id" text NOT NULL,
	"credential_id" text NOT NULL,
	"device" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_why" text,
	CONSTRAINT "sessions_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"action" text NOT NULL,
	"body_hash" text NOT NULL,
	"outcome_sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text NOT NULL,
	"person_id" uuid,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "tickets_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "account_statements" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source" text NOT NULL,
	"facts" jsonb NOT NULL,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"on_behalf_of" uuid,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "account_statements_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"service_id" text,
	"own_name_sealed" text,
	"label_sealed" text,
	"note_sealed" text,
	"visibility" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "inventory_statements" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"none" text[] NOT NULL,
	"no_lines" boolean NOT NULL,
	"leak_review_done_on" date,
	"stated_complete_on" date,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "inventory_statements_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"person_id" uuid,
	"detail" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_takings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"rows" integer,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_statements" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"source" text NOT NULL,
	"facts" jsonb NOT NULL,
	"confirmed_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"on_behalf_of" uuid,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "line_statements_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label_sealed" text,
	"last_digits_sealed" text,
	"own_carrier_sealed" text,
	"note_sealed" text,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lines_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"checked_on" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "units_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"role" text NOT NULL,
	"tier" text NOT NULL,
	"unit_id" uuid,
	"name_sealed" text NOT NULL,
	"email_sealed" text,
	"email_index" text,
	"name_keys" text[] DEFAULT '{}'::text[] NOT NULL,
	"handle" "bytea" NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"invited_by" uuid,
	"joined_at" timestamp with time zone,
	"deactivated_at" timestamp with time zone,
	"deactivated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_ref_unique" UNIQUE("ref"),
	CONSTRAINT "people_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "person_keys" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_openings" (
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"note_sealed" text,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_openings_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "staged_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"made_by" uuid NOT NULL,
	"rows_sealed" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_standings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid,
	"tier" text NOT NULL,
	"state" text NOT NULL,
	"started" boolean NOT NULL,
	"rank" smallint NOT NULL,
	"level" smallint,
	"at_best" smallint,
	"ways_in" integer NOT NULL,
	"accounts" integer NOT NULL,
	"lines" integer NOT NULL,
	"opens_by_number" integer NOT NULL,
	"sms_anywhere" boolean NOT NULL,
	"pin_missing" boolean NOT NULL,
	"exposed_by_number" boolean NOT NULL,
	"unknowns" integer NOT NULL,
	"next_action" text,
	"oldest_confirmed_on" date,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"raw" jsonb NOT NULL,
	"released" jsonb NOT NULL,
	"guidance_version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"level" smallint,
	"at_best" smallint,
	"ways_in" integer NOT NULL,
	"standing" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "standings_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"labels" text[] NOT NULL,
	"unknown_kind" text,
	"next_action" text,
	"confirmed_on" date,
	"entered_on" date,
	"guidance_version" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "verdicts_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "challenges_end" ON "challenges" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "passkeys_person" ON "passkeys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "submissions_at" ON "submissions" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tickets_person" ON "tickets" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_statements_current" ON "account_statements" USING btree ("person_id","account_id","source") WHERE "account_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "account_statements_history" ON "account_statements" USING btree ("person_id","account_id","valid_from");--> statement-breakpoint
CREATE INDEX "accounts_service" ON "accounts" USING btree ("service_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inventory_statements_current" ON "inventory_statements" USING btree ("person_id") WHERE "inventory_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "audit_entries_person" ON "audit_entries" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("action","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "line_statements_current" ON "line_statements" USING btree ("person_id","line_id","source") WHERE "line_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "line_statements_history" ON "line_statements" USING btree ("person_id","line_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "people_name_keys" ON "people" USING gin ("name_keys");--> statement-breakpoint
CREATE INDEX "people_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "record_openings_by" ON "record_openings" USING btree ("opened_by","ends_at");--> statement-breakpoint
CREATE INDEX "person_standings_rank" ON "person_standings" USING btree ("rank","person_id");--> statement-breakpoint
CREATE INDEX "person_standings_unit" ON "person_standings" USING btree ("unit_id","rank","person_id");--> statement-breakpoint
CREATE INDEX "person_standings_tier" ON "person_standings" USING btree ("tier","rank","person_id");--> statement-breakpoint
CREATE INDEX "person_standings_sms" ON "person_standings" USING btree ("rank","person_id") WHERE "person_standings"."sms_anywhere";--> statement-breakpoint
CREATE INDEX "person_standings_pin" ON "person_standings" USING btree ("rank","person_id") WHERE "person_standings"."pin_missing";--> statement-breakpoint
CREATE INDEX "person_standings_idle" ON "person_standings" USING btree ("rank","person_id") WHERE not "person_standings"."started";--> statement-breakpoint
CREATE INDEX "person_standings_old" ON "person_standings" USING btree ("oldest_confirmed_on","person_id");--> statement-breakpoint
CREATE INDEX "snapshots_as_of" ON "snapshots" USING btree ("as_of");--> statement-breakpoint
CREATE UNIQUE INDEX "standings_current" ON "standings" USING btree ("person_id","scope_id") WHERE "standings"."valid_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_current" ON "verdicts" USING btree ("person_id","item","scope_id") WHERE "verdicts"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "verdicts_past" ON "verdicts" USING btree ("person_id","valid_from");