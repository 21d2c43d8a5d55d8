ALTER TABLE "phones" ADD COLUMN "model_sealed" text;--> statement-breakpoint
ALTER TABLE "phones" ADD COLUMN "model_said_at" timestamp with time zone;