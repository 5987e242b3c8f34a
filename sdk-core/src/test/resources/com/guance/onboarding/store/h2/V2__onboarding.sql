-- What a version to come may bring: a column for what is there, and a table of its own.
ALTER TABLE onboarding_claim ADD COLUMN IF NOT EXISTS node VARCHAR(100) DEFAULT 'unknown' NOT NULL;
CREATE TABLE IF NOT EXISTS onboarding_note (
  belongs_to VARCHAR(250) NOT NULL PRIMARY KEY
);
MERGE INTO onboarding_schema (format) KEY (format) VALUES (2);
