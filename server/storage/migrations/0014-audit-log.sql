CREATE TABLE audit_log (
  -- Never used twice, so that a gap shows.
  audit_id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- No references: what was done stays when whoever did it is gone.
  actor_type TEXT CHECK (actor_type IN ('visitor', 'commercial')),
  actor_id TEXT,
  subject_id TEXT,
  address_prefix TEXT
) STRICT;
CREATE TRIGGER audit_log_stays_as_it_was BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
