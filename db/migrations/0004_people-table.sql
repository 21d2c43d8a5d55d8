ALTER TABLE "service_corrections" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "service_corrections" ADD COLUMN "judged_to" uuid;--> statement-breakpoint
ALTER TABLE "service_corrections" ADD COLUMN "judged_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "person_standings_level" ON "person_standings" USING btree ("level","rank","person_id");--> statement-breakpoint
CREATE INDEX "person_standings_left" ON "person_standings" USING btree ("rank","person_id") WHERE "person_standings"."state" = 'deactivated';