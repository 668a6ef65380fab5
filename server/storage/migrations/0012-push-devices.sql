-- Browsers that are told things while no page of theirs is open. One belongs to the session in which it was added, and ends with it.
CREATE TABLE push_devices (
  device_id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES console_sessions ON DELETE CASCADE,
  endpoint TEXT NOT NULL UNIQUE,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_devices_of_session ON push_devices (session_id);
