-- What a version to come may bring: a column for what is there, and a table of its own.
-- Each statement is committed at once, so that each must be able to run again; MySQL lacks IF NOT EXISTS here.
ALTER TABLE onboarding_claim ADD COLUMN IF NOT EXISTS node VARCHAR(100) NOT NULL DEFAULT 'unknown';
CREATE TABLE IF NOT EXISTS onboarding_note (
  belongs_to VARBINARY(512) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;
INSERT IGNORE INTO onboarding_schema (format) VALUES (2);
