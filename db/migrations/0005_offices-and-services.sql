DROP INDEX "accounts_service";--> statement-breakpoint
CREATE INDEX "line_statements_carrier" ON "line_statements" USING btree (("facts"->>'carrierId'),"person_id") WHERE "line_statements"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "people_office" ON "people" USING btree ("role","id") WHERE "people"."role" <> 'staff';--> statement-breakpoint
CREATE INDEX "accounts_service" ON "accounts" USING btree ("service_id","person_id");