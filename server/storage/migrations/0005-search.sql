-- What an entry of the search is known by: an integer that, unlike SQLite's own row number, no VACUUM changes. Newer is larger.
ALTER TABLE messages ADD COLUMN search_entry INTEGER;
UPDATE messages SET search_entry = numbered.entry
FROM (SELECT message_id, ROW_NUMBER() OVER (ORDER BY sent_at, message_id) AS entry FROM messages) AS numbered
WHERE messages.message_id = numbered.message_id;
CREATE UNIQUE INDEX messages_searched ON messages (search_entry);

ALTER TABLE visitors ADD COLUMN search_entry INTEGER;
UPDATE visitors SET search_entry = numbered.entry
FROM (SELECT visitor_id, ROW_NUMBER() OVER (ORDER BY visitor_id) AS entry FROM visitors) AS numbered
WHERE visitors.visitor_id = numbered.visitor_id;
CREATE UNIQUE INDEX visitors_searched ON visitors (search_entry);

-- Words alone: what they stand in is in messages and visitors. `scope` holds where an entry belongs, so that a search never walks
-- over what its reader may not see. The words come cut already (domain/search-text.ts), which is why `ascii` is enough.
CREATE VIRTUAL TABLE message_search USING fts5 (scope, words, content = '', columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE visitor_search USING fts5 (scope, words, content = '', columnsize = 0, tokenize = 'ascii');
-- What is taken out is gone from the file, not only from the answers.
INSERT INTO message_search (message_search, rank) VALUES ('secure-delete', 1);
INSERT INTO visitor_search (visitor_search, rank) VALUES ('secure-delete', 1);

INSERT INTO message_search (rowid, scope, words)
SELECT m.search_entry, scope_words(c.site_id, c.chat_id), search_words(m.content)
FROM messages AS m JOIN chats AS c ON c.chat_id = m.chat_id
WHERE m.deleted_at IS NULL
ORDER BY m.search_entry;

-- Messages beyond this entry are not in the index yet: a search reads them one by one (storage/search-index.ts).
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  indexed_entry INTEGER NOT NULL
) STRICT;
INSERT INTO search_state SELECT 1, IFNULL(MAX(search_entry), 0) FROM messages;

INSERT INTO visitor_search (rowid, scope, words)
SELECT search_entry, scope_words(site_id, NULL), person_words(name, email, phone) FROM visitors
WHERE COALESCE(name, email, phone) IS NOT NULL
ORDER BY search_entry;
