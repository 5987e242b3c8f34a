-- What is to be run now, and which node is at it. Rows live for seconds: an onboarding that waits
-- for somebody has none.
CREATE TABLE IF NOT EXISTS onboarding_execution (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(250) NOT NULL,
  task_data BLOB,
  execution_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(250),
  last_success TIMESTAMP(6) WITH TIME ZONE,
  last_failure TIMESTAMP(6) WITH TIME ZONE,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX IF NOT EXISTS onboarding_execution_due ON onboarding_execution (execution_time);

CREATE INDEX IF NOT EXISTS onboarding_execution_heartbeat ON onboarding_execution (last_heartbeat);
