CREATE TABLE "incident_contacts" (
	"version" integer PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"who_sealed" text,
	"stated_by" uuid NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	"confirmed_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_events" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"done_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"state" text,
	"note_sealed" text,
	CONSTRAINT "incident_events_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reported_to" jsonb NOT NULL,
	"reported_on" date,
	"sheet_sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"handed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incidents_person_id_id_pk" PRIMARY KEY("person_id","id"),
	CONSTRAINT "incidents_ref" UNIQUE("ref")
);
--> statement-breakpoint
CREATE INDEX "incident_events_of" ON "incident_events" USING btree ("person_id","incident_id","at");--> statement-breakpoint
CREATE INDEX "incidents_handed" ON "incidents" USING btree ("handed_at") WHERE "incidents"."handed_at" is not null;