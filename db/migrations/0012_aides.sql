CREATE TABLE "delegations" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"aide_id" uuid,
	"address_sealed" text NOT NULL,
	"scope" text[] NOT NULL,
	"ends_on" date NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"granted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_why" text,
	CONSTRAINT "delegations_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "inventory_statements" ADD COLUMN "on_behalf_of" uuid;--> statement-breakpoint
CREATE INDEX "delegations_aide" ON "delegations" USING btree ("aide_id","offered_at");