ALTER TABLE "recovery_requests" ADD COLUMN "code_hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "recovery_requests" ADD COLUMN "wrong_codes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "recovery_requests" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "recovery_requests" ADD COLUMN "closed_why" text;