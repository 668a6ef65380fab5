-- Somebody of the team wants to come back to a chat: for them it is unread, however far they have read.
ALTER TABLE reading_positions ADD COLUMN is_marked INTEGER NOT NULL DEFAULT 0 CHECK (is_marked IN (0, 1));
