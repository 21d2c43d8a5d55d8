CREATE TABLE "exceptions" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"reason_text_sealed" text,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"ends_on" date NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"review_note_sealed" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_why" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "exceptions_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "exceptions_waiting_once" ON "exceptions" USING btree ("person_id","item","scope_id") WHERE "exceptions"."outcome" is null and "exceptions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "exceptions_waiting" ON "exceptions" USING btree ("requested_at","id") WHERE "exceptions"."outcome" is null and "exceptions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "exceptions_approved" ON "exceptions" USING btree ("ends_on","id") WHERE "exceptions"."outcome" = 'approved';