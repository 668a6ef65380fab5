-- Addresses that are told what happens.
CREATE TABLE webhooks (
  webhook_id TEXT PRIMARY KEY,
  -- NULL: of every site.
  site_id TEXT REFERENCES sites ON DELETE CASCADE,
  url TEXT NOT NULL,
  events TEXT NOT NULL,
  secret TEXT NOT NULL,
  -- Signs too, until then.
  previous_secret TEXT,
  previous_until INTEGER,
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  stopped TEXT CHECK (stopped IN ('failing', 'gone')),
  failing_since INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

-- What is to be told and was told: of what, never what was said. That is read when it is sent, so that nothing leaves which was deleted
-- or erased meanwhile.
CREATE TABLE webhook_deliveries (
  -- The order in which things happened.
  delivery_seq INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_id TEXT NOT NULL UNIQUE,
  webhook_id TEXT NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  event TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- No references: that somebody was erased is told after they are.
  visitor_id TEXT,
  former_visitor_id TEXT,
  chat_id TEXT,
  message_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  -- Of the last try.
  attempted_at INTEGER,
  status INTEGER,
  problem TEXT,
  duration_ms INTEGER,
  answer TEXT
) STRICT;
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, delivery_seq);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at, delivery_seq) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_of_chat ON webhook_deliveries (webhook_id, chat_id, delivery_seq)
  WHERE state = 'pending' AND chat_id IS NOT NULL;
CREATE INDEX webhook_deliveries_of_visitor ON webhook_deliveries (visitor_id);
CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (at);

-- The outbox: whatever is put in here becomes a delivery for each webhook that wants it, in the commit of what happened.
CREATE VIEW happenings AS SELECT
  '' AS event, '' AS site_id, 0 AS at, '' AS visitor_id, '' AS former_visitor_id, '' AS chat_id, '' AS message_id
WHERE 0;
CREATE TRIGGER happenings_become_deliveries INSTEAD OF INSERT ON happenings BEGIN
  INSERT INTO webhook_deliveries (
    delivery_id, webhook_id, event, at, visitor_id, former_visitor_id, chat_id, message_id, state, due_at, attempts
  )
  SELECT
    'evt_' || lower(hex(randomblob(16))), webhook_id, NEW.event, NEW.at, NEW.visitor_id, NEW.former_visitor_id, NEW.chat_id,
    NEW.message_id, 'pending', 0, 0
  FROM webhooks AS w
  WHERE is_enabled = 1 AND (w.site_id IS NULL OR w.site_id = NEW.site_id)
    AND EXISTS (SELECT 1 FROM json_each(w.events) WHERE value = NEW.event);
END;

-- By the tables themselves, so that no way of writing to them can forget it. They go with their table: a migration that rebuilds one
-- makes them anew.
CREATE TRIGGER chats_begin AFTER INSERT ON chats WHEN EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id)
  VALUES ('chat.created', NEW.site_id, NEW.created_at, NEW.visitor_id, NEW.chat_id);
END;
CREATE TRIGGER chats_change_hands AFTER UPDATE OF assignee_id ON chats
WHEN NEW.assignee_id IS NOT OLD.assignee_id AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id)
  VALUES ('chat.assigned', NEW.site_id, NEW.last_stamp, NEW.visitor_id, NEW.chat_id);
END;
CREATE TRIGGER chats_close_and_reopen AFTER UPDATE OF status ON chats
WHEN (NEW.status = 'CLOSED') <> (OLD.status = 'CLOSED') AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id)
  VALUES (
    CASE NEW.status WHEN 'CLOSED' THEN 'chat.closed' ELSE 'chat.reopened' END,
    NEW.site_id, NEW.last_stamp, NEW.visitor_id, NEW.chat_id
  );
END;
CREATE TRIGGER ratings_are_given AFTER INSERT ON ratings WHEN EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id)
  SELECT 'chat.rated', site_id, NEW.rated_at, visitor_id, chat_id FROM chats WHERE chat_id = NEW.chat_id;
END;
CREATE TRIGGER ratings_change AFTER UPDATE OF score, comment ON ratings
WHEN (NEW.score <> OLD.score OR NEW.comment IS NOT OLD.comment) AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id)
  SELECT 'chat.rated', site_id, NEW.rated_at, visitor_id, chat_id FROM chats WHERE chat_id = NEW.chat_id;
END;
CREATE TRIGGER messages_are_written AFTER INSERT ON messages WHEN EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id, message_id)
  SELECT
    CASE NEW.is_internal WHEN 1 THEN 'note.created' ELSE 'message.created' END,
    site_id, NEW.sent_at, visitor_id, chat_id, NEW.message_id
  FROM chats WHERE chat_id = NEW.chat_id;
END;
CREATE TRIGGER messages_are_edited AFTER UPDATE OF edited_at ON messages
WHEN NEW.edited_at IS NOT OLD.edited_at AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id, message_id)
  SELECT
    CASE NEW.is_internal WHEN 1 THEN 'note.updated' ELSE 'message.updated' END,
    site_id, NEW.edited_at, visitor_id, chat_id, NEW.message_id
  FROM chats WHERE chat_id = NEW.chat_id;
END;
CREATE TRIGGER messages_are_deleted AFTER UPDATE OF deleted_at ON messages
WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id, chat_id, message_id)
  SELECT
    CASE NEW.is_internal WHEN 1 THEN 'note.deleted' ELSE 'message.deleted' END,
    site_id, NEW.deleted_at, visitor_id, chat_id, NEW.message_id
  FROM chats WHERE chat_id = NEW.chat_id;
END;
CREATE TRIGGER visitors_are_identified AFTER UPDATE OF external_id ON visitors
WHEN OLD.external_id IS NULL AND NEW.external_id IS NOT NULL AND EXISTS (SELECT 1 FROM webhooks) BEGIN
  INSERT INTO happenings (event, site_id, at, visitor_id)
  VALUES ('visitor.identified', NEW.site_id, NEW.seen_at, NEW.visitor_id);
END;
