ALTER TABLE "people" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_by" uuid;--> statement-breakpoint
CREATE INDEX "people_left" ON "people" USING btree ("deactivated_at") WHERE "people"."deactivated_at" is not null and "people"."erased_at" is null;