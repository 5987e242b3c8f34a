-- What a version to come may bring: a column for what is there, and a table of its own.
ALTER TABLE onboarding_claim ADD COLUMN IF NOT EXISTS node TEXT NOT NULL DEFAULT 'unknown';
CREATE TABLE IF NOT EXISTS onboarding_note (
  belongs_to TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
INSERT INTO onboarding_schema (format) VALUES (2) ON CONFLICT (format) DO NOTHING;
