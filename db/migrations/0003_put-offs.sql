CREATE TABLE "put_offs" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"action" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"reason" text,
	"put_off_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "put_offs_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "put_offs_current" ON "put_offs" USING btree ("person_id","action","scope_id") WHERE "put_offs"."ended_at" is null;