-- Since when the assignee has had it: who has just got a chat has their own time to answer.
ALTER TABLE chats ADD COLUMN assigned_at INTEGER;
-- From whom it went back to the queue unanswered: the next one is somebody else.
ALTER TABLE chats ADD COLUMN returned_from TEXT;

-- Whose turn it was, in order: the smallest goes next.
CREATE TABLE routing_turns (
  site_id TEXT NOT NULL REFERENCES sites ON DELETE CASCADE,
  commercial_id TEXT NOT NULL REFERENCES commercials ON DELETE CASCADE,
  turn INTEGER NOT NULL,
  PRIMARY KEY (site_id, commercial_id)
) STRICT, WITHOUT ROWID;
