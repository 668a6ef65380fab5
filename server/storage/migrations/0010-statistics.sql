-- When the visitor first wrote, and who of the team answered first: what the figures are made of, beside what a chat holds anyway.
ALTER TABLE chats ADD COLUMN asked_at INTEGER;
ALTER TABLE chats ADD COLUMN first_response_by TEXT;
UPDATE chats SET
  asked_at = (SELECT MIN(sent_at) FROM messages AS m WHERE m.chat_id = chats.chat_id AND m.sender_type = 'visitor'),
  first_response_by = (SELECT sender_id FROM messages AS m WHERE m.chat_id = chats.chat_id AND m.is_first_response = 1);
-- Holds every column that the figures read, so that a month of a busy site is one walk along it.
CREATE INDEX chats_opened ON chats (
  site_id, created_at, chat_id, asked_at, first_response_at, first_response_by, closed_at, status, last_public_seq
);
