-- What an admin has said about a site, and nothing else: everything unsaid has its initial value (`domain/site-settings.ts`).
ALTER TABLE sites ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
UPDATE sites SET settings = json_object('appearance', json_object('accent', accent)) WHERE accent IS NOT NULL;
ALTER TABLE sites DROP COLUMN accent;

-- For the median of the first answers.
CREATE INDEX chats_answered ON chats (site_id, first_response_at) WHERE first_response_at IS NOT NULL;
