-- Tables of the onboarding store for MySQL 8 and MariaDB 10.6 and newer. Times are milliseconds since 1970 in UTC.
-- For another prefix replace "onboarding" at the beginning of every table's and index's name.
-- Keys are bytes, because collations take some different texts for equal.

CREATE TABLE IF NOT EXISTS onboarding_schema (
  format INTEGER NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

-- One row for each onboarding: what its facts add up to.
CREATE TABLE IF NOT EXISTS onboarding (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  id VARBINARY(512) NOT NULL,
  version BIGINT NOT NULL,
  stage VARCHAR(128) NOT NULL,
  outcome VARCHAR(128) NOT NULL,
  due_at BIGINT,
  changed_at BIGINT NOT NULL,
  ended_at BIGINT,
  body LONGTEXT NOT NULL,
  UNIQUE KEY onboarding_id (id),
  KEY onboarding_due (due_at, seq),
  KEY onboarding_ended (outcome, ended_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- What has become true: append-only.
CREATE TABLE IF NOT EXISTS onboarding_fact (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  belongs_to VARBINARY(512) NOT NULL,
  fact_key VARBINARY(1100) NOT NULL,
  body LONGTEXT NOT NULL,
  UNIQUE KEY onboarding_fact_key (belongs_to, fact_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- The names under which onboardings are found.
CREATE TABLE IF NOT EXISTS onboarding_key (
  lookup_key VARBINARY(1100) NOT NULL,
  belongs_to VARBINARY(512) NOT NULL,
  PRIMARY KEY (lookup_key, belongs_to),
  KEY onboarding_key_owner (belongs_to)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- Who is at work on what, until when. "met" counts those who found a row in their way.
CREATE TABLE IF NOT EXISTS onboarding_claim (
  claim_key VARBINARY(1100) NOT NULL PRIMARY KEY,
  owner VARBINARY(128) NOT NULL,
  ends_at BIGINT NOT NULL,
  met BIGINT NOT NULL DEFAULT 0,
  KEY onboarding_claim_end (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- What may happen once, and the answer that was given.
CREATE TABLE IF NOT EXISTS onboarding_nonce (
  nonce_key VARBINARY(1100) NOT NULL PRIMARY KEY,
  ends_at BIGINT NOT NULL,
  remembered LONGTEXT NOT NULL,
  met BIGINT NOT NULL DEFAULT 0,
  KEY onboarding_nonce_end (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- Events that no listener has taken yet.
CREATE TABLE IF NOT EXISTS onboarding_outbox (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id VARBINARY(1650) NOT NULL,
  belongs_to VARBINARY(512) NOT NULL,
  event LONGTEXT NOT NULL,
  UNIQUE KEY onboarding_outbox_event (event_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- Secrets, sealed.
CREATE TABLE IF NOT EXISTS onboarding_secret (
  name VARBINARY(1100) NOT NULL PRIMARY KEY,
  sealed LONGTEXT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 ROW_FORMAT = DYNAMIC;

-- Last: only a complete set of tables has a format.
INSERT IGNORE INTO onboarding_schema (format) VALUES (1);
