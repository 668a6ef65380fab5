-- What was uploaded. The bytes are in the file store under storage_key; a row without them lasts a moment, bytes without a row never.
CREATE TABLE files (
  file_id TEXT PRIMARY KEY,
  storage_key TEXT NOT NULL UNIQUE,
  chat_id TEXT REFERENCES chats ON DELETE SET NULL,
  site_id TEXT NOT NULL REFERENCES sites,
  uploader_id TEXT NOT NULL,
  uploader_side TEXT NOT NULL CHECK (uploader_side IN ('visitor', 'commercial')),
  file_name TEXT NOT NULL,
  file_size INTEGER NOT NULL,
  mime_type TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  uploaded_at INTEGER NOT NULL,
  -- The one message that carries it. Attached and without a message: the message is gone, and the file is to follow.
  attached_at INTEGER,
  message_id TEXT UNIQUE REFERENCES messages ON DELETE SET NULL
) STRICT;
CREATE INDEX files_of_chat ON files (chat_id);
CREATE INDEX files_of_uploader ON files (uploader_id, file_size);
CREATE INDEX files_of_site ON files (site_id, file_size);
CREATE INDEX files_lost ON files (file_id) WHERE message_id IS NULL AND (attached_at IS NOT NULL OR chat_id IS NULL);
CREATE INDEX files_loose ON files (uploaded_at) WHERE attached_at IS NULL;

-- The same facts as the file's row, as JSON: reading a page of messages reads no other table.
ALTER TABLE messages ADD COLUMN attachment TEXT;
