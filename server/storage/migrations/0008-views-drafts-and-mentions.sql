-- A filter of the list of chats, kept under a name: its owner's, or everybody's.
CREATE TABLE views (
  view_id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX views_of_owner ON views (owner_id);
CREATE INDEX views_shared ON views (is_shared) WHERE is_shared = 1;

CREATE TABLE chat_drafts (
  chat_id TEXT NOT NULL REFERENCES chats ON DELETE CASCADE,
  commercial_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  content TEXT NOT NULL,
  is_internal INTEGER NOT NULL CHECK (is_internal IN (0, 1)),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, commercial_id)
) STRICT, WITHOUT ROWID;

-- Whom a note mentions: a JSON list of commercials.
ALTER TABLE messages ADD COLUMN mentions TEXT;
-- The same from the other side. Message ids grow with time, so the key holds a person's mentions in order.
CREATE TABLE mentions (
  commercial_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  message_id TEXT NOT NULL REFERENCES messages ON DELETE CASCADE,
  chat_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  seen_at INTEGER,
  PRIMARY KEY (commercial_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_unseen ON mentions (commercial_id, chat_id, seq) WHERE seen_at IS NULL;
CREATE INDEX mentions_of_message ON mentions (message_id);
