CREATE TABLE "service_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"form_kind" text NOT NULL,
	"read_on" text NOT NULL,
	"file_hash" text NOT NULL,
	"facts" jsonb NOT NULL,
	"unread" jsonb NOT NULL,
	"left_out" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"concerns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"judged_to" uuid,
	"judged_at" timestamp with time zone
);
