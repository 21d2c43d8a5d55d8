CREATE TABLE "role_requests" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"wait_kind" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closed_why" text,
	CONSTRAINT "role_requests_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "role_requests_open" ON "role_requests" USING btree ("person_id") WHERE "role_requests"."closed_at" is null;