ALTER TABLE chats ADD COLUMN snoozed_until INTEGER;
-- The list that a chat stands in: its status, or apart while it is put off.
ALTER TABLE chats ADD COLUMN lane TEXT NOT NULL
  AS (CASE WHEN snoozed_until IS NULL THEN status ELSE 'SNOOZED_' || status END) VIRTUAL;
-- A JSON list, as in chat_tags: a chat is shown far more often than it is tagged.
ALTER TABLE chats ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

DROP INDEX chats_of_site;
DROP INDEX chats_of_assignee;
CREATE INDEX chats_of_site ON chats (site_id, lane, updated_at, chat_id);
CREATE INDEX chats_of_assignee ON chats (site_id, assignee_id, lane, updated_at, chat_id);
CREATE INDEX chats_waiting ON chats (site_id, lane, waiting_since, chat_id) WHERE waiting_since IS NOT NULL;
CREATE INDEX chats_snoozed ON chats (snoozed_until) WHERE snoozed_until IS NOT NULL;

-- lane and updated_at follow the chat's own, so that an index holds a tag's chats in the order of the list.
CREATE TABLE chat_tags (
  chat_id TEXT NOT NULL REFERENCES chats ON DELETE CASCADE,
  tag TEXT NOT NULL,
  site_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX chats_of_tag ON chat_tags (site_id, tag, lane, updated_at, chat_id);

-- On how many chats of a site each tag is.
CREATE TABLE tags (
  site_id TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  tag TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site_id, tag)
) STRICT, WITHOUT ROWID;
