-- Every statement may be run again. Rows of a workspace refer to rows of the same workspace only: the keys say so.

CREATE TABLE IF NOT EXISTS workspaces (
  id text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE IF NOT EXISTS users (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspaces,
  name text NOT NULL,
  avatar_url text,
  role text NOT NULL,
  restrictions jsonb NOT NULL DEFAULT '[]',
  UNIQUE (workspace_id, id)
);

CREATE TABLE IF NOT EXISTS contacts (
  workspace_id text NOT NULL REFERENCES workspaces,
  id text NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  display_name text,
  avatar_url text,
  first_name text,
  last_name text,
  country text,
  language text,
  email text,
  phone text,
  assignee_id text,
  status text,
  channels jsonb NOT NULL DEFAULT '[]',
  custom jsonb NOT NULL DEFAULT '{}',
  -- Folded by the application: Postgres has no function that folds like core/fold.ts.
  sort_name text NOT NULL DEFAULT '',
  search_text text NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, assignee_id) REFERENCES users (workspace_id, id)
);

-- Where the value of a field comes from, with the user, or the name of what else it was:
-- {"phone": {"source": "person", "userId": "u_1", "at": "2026-11-20T12:00:00.000Z"}, "email": {"source": "channel", "by": "WhatsApp"}}.
ALTER TABLE contacts ADD COLUMN IF NOT EXISTS provenance jsonb NOT NULL DEFAULT '{}';

-- Before that, who edited a field last, and when: {"phone": {"by": "u_1", "at": …}}.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = 'contacts' AND column_name = 'last_edits') THEN
    UPDATE contacts SET provenance = (
      SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('source', 'person', 'userId', value -> 'by', 'at', value -> 'at')), '{}')
      FROM jsonb_each(last_edits));
    ALTER TABLE contacts DROP COLUMN last_edits;
  END IF;
END
$$;

ALTER TABLE contacts ADD COLUMN IF NOT EXISTS is_blocked boolean NOT NULL DEFAULT false;

-- All email addresses and phone numbers, where there are several: [{"value": "ana@example.com", "label": "work", "isPrimary": true}].
ALTER TABLE contacts ADD COLUMN IF NOT EXISTS emails jsonb NOT NULL DEFAULT '[]';
ALTER TABLE contacts ADD COLUMN IF NOT EXISTS phones jsonb NOT NULL DEFAULT '[]';

CREATE UNIQUE INDEX IF NOT EXISTS contacts_email ON contacts (workspace_id, lower(email));
-- What makes two phone numbers the same: their digits, of whatever script, with the plus and the extension, and without a zero
-- in brackets, which is dialled at home only (but in Italy). A text without digits is no number.
CREATE OR REPLACE FUNCTION phone_key(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN key ~ '[0-9]' THEN key END FROM (
    SELECT regexp_replace(
      regexp_replace(
        regexp_replace(
          translate(lower(phone),
            '０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯୦୧୨୩୪୫୬୭୮୯௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙༠༡༢༣༤༥༦༧༨༩၀၁၂၃၄၅၆၇၈၉០១២៣៤៥៦៧៨៩＋',
            '01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789+'),
          '[^0-9()]*([,;#]|ext|x|int|dw|durchwahl|nst|poste|anexo|ramal|доб|вн|内線|內線|内线|分机)[^0-9()]*([0-9]{1,7})[^0-9]*$', 'x\2'),
        '^([^0-9]*\+(?!39)[^(]*)\([^0-9)]*0[^0-9)]*\)', '\1'),
      '[^0-9+x]', '', 'g') AS key
  ) AS keys
$$;

-- The index before it knew fewer spellings.
DROP INDEX IF EXISTS contacts_phone;
CREATE UNIQUE INDEX IF NOT EXISTS contacts_phone_key ON contacts (workspace_id, phone_key(phone));
CREATE INDEX IF NOT EXISTS contacts_by_name ON contacts (workspace_id, (sort_name = ''), sort_name COLLATE "C");

-- What was deleted, so that a late reader is told "gone". Nothing about the person is kept.
CREATE TABLE IF NOT EXISTS deleted_contacts (
  workspace_id text NOT NULL REFERENCES workspaces,
  id text NOT NULL,
  deleted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);

-- The contact that this one was merged into; where that is gone too, nothing.
ALTER TABLE deleted_contacts ADD COLUMN IF NOT EXISTS merged_into text;
CREATE INDEX IF NOT EXISTS deleted_contacts_by_target ON deleted_contacts (workspace_id, merged_into);

CREATE TABLE IF NOT EXISTS field_definitions (
  workspace_id text NOT NULL REFERENCES workspaces,
  key text NOT NULL,
  position integer NOT NULL,
  -- A FieldDefinition without key and access.
  definition jsonb NOT NULL,
  -- Access by role where it is not "edit": {"viewer": "mask"}.
  access jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, key)
);

CREATE TABLE IF NOT EXISTS tags (
  workspace_id text NOT NULL REFERENCES workspaces,
  id text NOT NULL,
  name text NOT NULL,
  folded_name text NOT NULL,
  emoji text,
  color text,
  description text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, folded_name)
);

CREATE TABLE IF NOT EXISTS contact_tags (
  workspace_id text NOT NULL,
  contact_id text NOT NULL,
  tag_id text NOT NULL,
  -- The order in which tags were put on.
  position bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (workspace_id, contact_id, tag_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, tag_id) REFERENCES tags
);
CREATE INDEX IF NOT EXISTS contact_tags_by_use ON contact_tags (workspace_id, position);

CREATE TABLE IF NOT EXISTS conversations (
  workspace_id text NOT NULL,
  id text NOT NULL,
  contact_id text NOT NULL,
  channel_type text NOT NULL,
  channel_name text NOT NULL,
  unread integer NOT NULL DEFAULT 0,
  preview text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts
);

CREATE INDEX IF NOT EXISTS conversations_by_contact ON conversations (workspace_id, contact_id);
CREATE INDEX IF NOT EXISTS conversations_by_time ON conversations (workspace_id, updated_at DESC);

CREATE TABLE IF NOT EXISTS messages (
  workspace_id text NOT NULL,
  id text NOT NULL,
  conversation_id text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  text text NOT NULL,
  author text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations
);

CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (workspace_id, conversation_id, sent_at);

-- The answers of writes that succeeded: a retry after a lost response gets the same answer and changes nothing.
CREATE TABLE IF NOT EXISTS idempotency_keys (
  workspace_id text NOT NULL,
  user_id text NOT NULL,
  key text NOT NULL,
  contact_id text NOT NULL,
  -- Of the operation, the contact and the payload.
  fingerprint text NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, user_id, key)
);

CREATE INDEX IF NOT EXISTS idempotency_keys_by_contact ON idempotency_keys (workspace_id, contact_id);
CREATE INDEX IF NOT EXISTS idempotency_keys_by_time ON idempotency_keys (created_at);

-- Who is signed in. Of the token in the cookie only a hash is kept.
CREATE TABLE IF NOT EXISTS sessions (
  token_hash text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  -- Another token has taken the place of this one, which is good for requests under way only.
  is_replaced boolean NOT NULL DEFAULT false
);

CREATE INDEX IF NOT EXISTS sessions_by_time ON sessions (expires_at);

-- Cookies were signed before there were sessions.
DROP TABLE IF EXISTS server_secrets;
