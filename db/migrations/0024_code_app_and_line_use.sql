-- Two questions that were not asked before: what was said until now leaves them open.
UPDATE "account_statements" SET "facts" = "facts" || '{"codeApp":"unanswered"}'::jsonb WHERE "facts"->>'codeApp' IS NULL;--> statement-breakpoint
UPDATE "line_statements" SET "facts" = "facts" || '{"usedFor":"unanswered"}'::jsonb WHERE "facts"->>'usedFor' IS NULL;
