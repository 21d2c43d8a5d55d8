-- Rulings on resolvers and the VPN grow old, and the verdicts that rest on them with them: whoever is there is judged anew.
INSERT INTO "judging_runs" ("id", "reason", "started_at")
SELECT gen_random_uuid(), 'rules', now() WHERE EXISTS (SELECT 1 FROM "organisation");
