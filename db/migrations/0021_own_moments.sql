ALTER TABLE "inventory_statements" ADD COLUMN "leak_review_done_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "piece_statements" ADD COLUMN "holder_said_on" date;--> statement-breakpoint
-- The moment of a leak review as far as it is known: when that day's review was first written down.
UPDATE "inventory_statements" said SET "leak_review_done_at" = (
  SELECT min(first."entered_at") FROM "inventory_statements" first
  WHERE first."person_id" = said."person_id" AND first."leak_review_done_on" = said."leak_review_done_on"
) WHERE said."leak_review_done_on" IS NOT NULL;--> statement-breakpoint
-- What only its holder is asked was last said when they last answered that piece themselves.
UPDATE "piece_statements" said SET "holder_said_on" = (
  SELECT max(own."confirmed_on") FROM "piece_statements" own
  WHERE own."person_id" = said."person_id" AND own."scope_id" = said."scope_id" AND own."piece" = said."piece"
    AND own."source" = said."source" AND own."on_behalf_of" IS NULL AND own."valid_from" <= said."valid_from"
) WHERE said."piece" = 'app_use';--> statement-breakpoint
INSERT INTO "judging_runs" ("id", "reason", "started_at")
SELECT gen_random_uuid(), 'rules', now() WHERE EXISTS (SELECT 1 FROM "organisation");
