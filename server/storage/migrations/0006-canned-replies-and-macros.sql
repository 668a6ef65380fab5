-- site_id NULL: for every site. Shared: everybody's who answers the site; otherwise its owner's alone.
CREATE TABLE canned_replies (
  reply_id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  site_id TEXT REFERENCES sites ON DELETE CASCADE,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  shortcut TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX canned_replies_of_owner ON canned_replies (owner_id) WHERE is_shared = 0;
CREATE INDEX canned_replies_shared ON canned_replies (site_id) WHERE is_shared = 1;

CREATE TABLE macros (
  macro_id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  site_id TEXT REFERENCES sites ON DELETE CASCADE,
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  name TEXT NOT NULL,
  actions TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX macros_of_owner ON macros (owner_id) WHERE is_shared = 0;
CREATE INDEX macros_shared ON macros (site_id) WHERE is_shared = 1;
