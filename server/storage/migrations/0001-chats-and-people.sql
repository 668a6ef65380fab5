-- Times are milliseconds since 1970, booleans 0 or 1, ids UUIDv7, lists and flat objects JSON.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sites (
  site_id TEXT PRIMARY KEY,
  site_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  origins TEXT NOT NULL,
  accent TEXT,
  locale TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE commercials (
  commercial_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- In lower case.
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('commercial', 'admin')),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;

-- Which sites a commercial answers. An admin answers all of them and has no rows here.
CREATE TABLE memberships (
  site_id TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  commercial_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  PRIMARY KEY (site_id, commercial_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_of_commercial ON memberships (commercial_id);

-- At most one waits.
CREATE TABLE setup_tokens (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token_hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE visitors (
  visitor_id TEXT PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES sites,
  name TEXT,
  email TEXT,
  phone TEXT,
  attributes TEXT NOT NULL,
  is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
  locale TEXT,
  time_zone TEXT,
  page TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE visitor_sessions (
  session_id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  visitor_id TEXT NOT NULL REFERENCES visitors ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX visitor_sessions_of_visitor ON visitor_sessions (visitor_id);

CREATE TABLE console_sessions (
  session_id TEXT PRIMARY KEY,
  -- Of the cookie's current value; those before it are in replaced_tokens.
  token_hash TEXT NOT NULL UNIQUE,
  commercial_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX console_sessions_of_commercial ON console_sessions (commercial_id);

CREATE TABLE replaced_tokens (
  token_hash TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES console_sessions ON DELETE CASCADE,
  replaced_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_tokens_of_session ON replaced_tokens (session_id);

-- The counters live here and move inside the transaction that stores the message: order of numbers is order of commits.
CREATE TABLE chats (
  chat_id TEXT PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES sites,
  visitor_id TEXT NOT NULL REFERENCES visitors,
  status TEXT NOT NULL CHECK (status IN ('PENDING', 'IN_PROGRESS', 'CLOSED')),
  assignee_id TEXT REFERENCES commercials,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- As updated_at, had there never been a note.
  public_updated_at INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  last_public_seq INTEGER NOT NULL,
  -- The chat's clock: the last time given to a message, an edit, a deletion or a change of the chat.
  last_stamp INTEGER NOT NULL,
  last_change_at INTEGER,
  last_public_change_at INTEGER,
  first_response_at INTEGER,
  waiting_since INTEGER,
  closed_at INTEGER,
  -- How far the visitor, and whoever of the team is furthest, have read, in both numberings.
  visitor_read_seq INTEGER NOT NULL,
  visitor_read_public_seq INTEGER NOT NULL,
  team_read_seq INTEGER NOT NULL,
  team_read_public_seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX chats_open ON chats (visitor_id, site_id) WHERE status <> 'CLOSED';
CREATE INDEX chats_of_site ON chats (site_id, status, updated_at, chat_id);
CREATE INDEX chats_of_assignee ON chats (site_id, assignee_id, status, updated_at, chat_id);
CREATE INDEX chats_of_visitor ON chats (visitor_id, status, public_updated_at, chat_id);

CREATE TABLE messages (
  message_id TEXT PRIMARY KEY,
  chat_id TEXT NOT NULL REFERENCES chats,
  -- The commercials' numbering, and the visitor's, in which notes have no place.
  seq INTEGER NOT NULL,
  public_seq INTEGER,
  sender_id TEXT NOT NULL,
  sender_type TEXT NOT NULL CHECK (sender_type IN ('visitor', 'commercial', 'bot', 'system')),
  sender_name TEXT NOT NULL,
  content TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'image', 'file')),
  is_internal INTEGER NOT NULL CHECK (is_internal IN (0, 1)),
  is_first_response INTEGER NOT NULL CHECK (is_first_response IN (0, 1)),
  sent_at INTEGER NOT NULL,
  client_message_id TEXT,
  -- Of what was sent at first: an edited or deleted message still knows its repeats.
  draft_hash TEXT,
  edited_at INTEGER,
  deleted_at INTEGER,
  -- The later of the two.
  changed_at INTEGER,
  UNIQUE (chat_id, seq),
  UNIQUE (chat_id, sent_at),
  CHECK ((public_seq IS NULL) = (is_internal = 1)),
  CHECK ((client_message_id IS NULL) = (draft_hash IS NULL)),
  CHECK (deleted_at IS NULL OR content = '')
) STRICT;
CREATE UNIQUE INDEX messages_public ON messages (chat_id, public_seq) WHERE public_seq IS NOT NULL;
CREATE UNIQUE INDEX messages_once ON messages (sender_id, client_message_id, chat_id)
  WHERE client_message_id IS NOT NULL;
CREATE UNIQUE INDEX messages_first_response ON messages (chat_id) WHERE is_first_response = 1;
CREATE INDEX messages_changed ON messages (chat_id, changed_at) WHERE changed_at IS NOT NULL;
-- What counts as unread for a commercial, so that counting never walks over colleagues' answers.
CREATE INDEX messages_for_team ON messages (chat_id, seq)
  WHERE deleted_at IS NULL AND (sender_type = 'visitor' OR is_internal = 1);

CREATE TABLE reading_positions (
  chat_id TEXT NOT NULL REFERENCES chats ON DELETE CASCADE,
  commercial_id TEXT NOT NULL REFERENCES commercials,
  seq INTEGER NOT NULL,
  public_seq INTEGER NOT NULL,
  PRIMARY KEY (chat_id, commercial_id)
) STRICT, WITHOUT ROWID;
