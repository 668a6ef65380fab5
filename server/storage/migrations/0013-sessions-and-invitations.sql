-- What tells somebody their sessions apart.
ALTER TABLE console_sessions ADD COLUMN browser TEXT;
ALTER TABLE console_sessions ADD COLUMN system TEXT;
-- The network, never the address.
ALTER TABLE console_sessions ADD COLUMN address_prefix TEXT;
ALTER TABLE console_sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE console_sessions SET seen_at = created_at;

-- Gone once accepted or taken back.
CREATE TABLE invitations (
  invitation_id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('commercial', 'admin')),
  -- A list of ids; an admin's is empty.
  site_ids TEXT NOT NULL,
  -- In lower case.
  email TEXT,
  invited_by TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_of_inviter ON invitations (invited_by);
