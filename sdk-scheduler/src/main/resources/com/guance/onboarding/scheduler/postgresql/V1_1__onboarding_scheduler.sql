-- What is to be run now, and which node is at it. Rows live for seconds: an onboarding that waits
-- for somebody has none.
CREATE TABLE IF NOT EXISTS onboarding_execution (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data BYTEA,
  execution_time TIMESTAMP WITH TIME ZONE NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success TIMESTAMP WITH TIME ZONE,
  last_failure TIMESTAMP WITH TIME ZONE,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP WITH TIME ZONE,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX IF NOT EXISTS onboarding_execution_due ON onboarding_execution (execution_time);

CREATE INDEX IF NOT EXISTS onboarding_execution_heartbeat ON onboarding_execution (last_heartbeat);
