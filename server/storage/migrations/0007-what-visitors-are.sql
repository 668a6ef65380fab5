-- The customer's own id with the site, and what the site's server vouched for with it (name, email, attributes, as JSON).
ALTER TABLE visitors ADD COLUMN external_id TEXT;
ALTER TABLE visitors ADD COLUMN vouched TEXT;
-- Now it is whether there is an external id.
ALTER TABLE visitors DROP COLUMN is_verified;
ALTER TABLE visitors ADD COLUMN topic TEXT;
ALTER TABLE visitors ADD COLUMN consent_version TEXT;
ALTER TABLE visitors ADD COLUMN consent_at INTEGER;
ALTER TABLE visitors ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visitors ADD COLUMN blocked_at INTEGER;
-- The row of an erased visitor stays, empty, under the chats whose numbers still count.
ALTER TABLE visitors ADD COLUMN erased_at INTEGER;
UPDATE visitors SET seen_at = created_at;
CREATE UNIQUE INDEX visitors_external ON visitors (site_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX visitors_seen ON visitors (site_id, seen_at, visitor_id) WHERE erased_at IS NULL;

-- Pages seen and events tracked, the newest hundred of each visitor.
CREATE TABLE visitor_trail (
  visitor_id TEXT NOT NULL REFERENCES visitors ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- The entry as it is told, as JSON.
  entry TEXT NOT NULL,
  PRIMARY KEY (visitor_id, seq)
) STRICT, WITHOUT ROWID;

-- With which a site's server vouches for its customers: a shared secret (HS256) or a public key in PEM (ES256).
CREATE TABLE identity_keys (
  site_id TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  kid TEXT NOT NULL,
  algorithm TEXT NOT NULL CHECK (algorithm IN ('HS256', 'ES256')),
  key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, kid)
) STRICT, WITHOUT ROWID;

CREATE TABLE ratings (
  chat_id TEXT PRIMARY KEY REFERENCES chats ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment TEXT,
  rated_at INTEGER NOT NULL
) STRICT;
