DROP INDEX "put_offs_current";--> statement-breakpoint
ALTER TABLE "put_offs" ADD COLUMN "piece" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "put_offs_current" ON "put_offs" USING btree ("person_id","action","scope_id","piece") WHERE "put_offs"."ended_at" is null;