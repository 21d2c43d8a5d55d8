CREATE TABLE "provided_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item" text NOT NULL,
	"says_sealed" text NOT NULL,
	"since_on" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE UNIQUE INDEX "provided_items_current" ON "provided_items" USING btree ("item") WHERE "provided_items"."ended_at" is null;