-- What each of the team has chosen for themself, as JSON; what they never chose is not in it.
CREATE TABLE personal_settings (
  commercial_id TEXT PRIMARY KEY REFERENCES commercials ON DELETE CASCADE,
  settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
