-- What is to be run now, and which node is at it. Rows live for seconds: an onboarding that waits
-- for somebody has none.
CREATE TABLE IF NOT EXISTS onboarding_execution (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(250) NOT NULL,
  task_data BLOB,
  execution_time TIMESTAMP(6) NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(250),
  last_success TIMESTAMP(6) NULL,
  last_failure TIMESTAMP(6) NULL,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(6) NULL,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  INDEX onboarding_execution_due (execution_time),
  INDEX onboarding_execution_heartbeat (last_heartbeat)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
