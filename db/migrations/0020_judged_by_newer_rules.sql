-- The rules have changed since verdicts were stored: whoever is in a database that is brought up to here is judged anew.
INSERT INTO "judging_runs" ("id", "reason", "started_at")
SELECT gen_random_uuid(), 'rules', now() WHERE EXISTS (SELECT 1 FROM "organisation");
