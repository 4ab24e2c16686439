-- Who may sign in, and how. Only the role goldenthread_identity reads this schema: the serving role must take it on deliberately
-- (SET ROLE), because better-auth keeps session tokens in plain text.
create schema identity;
revoke all on schema identity from public;
grant usage on schema identity to goldenthread_identity;

-- better-auth's 'user'.
create table identity.user_account (
  id uuid primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- better-auth's 'session': the token is what the cookie holds.
create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity.user_account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.session (user_id);

-- better-auth's 'account': a password (scrypt), later also the link to an organisation's single sign-on.
create table identity.credential (
  id uuid primary key,
  user_id uuid not null references identity.user_account on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index on identity.credential (user_id);

-- better-auth's 'verification': the sign-ins that wait for their second step.
create table identity.challenge (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.challenge (identifier);
create index on identity.challenge (expires_at);

-- better-auth's 'twoFactor': secret and recovery codes are encrypted with the installation's own secret.
create table identity.second_factor (
  id uuid primary key,
  user_id uuid not null unique references identity.user_account on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Ours: links that were mailed. The token itself is only in the mail.
create table identity.link (
  id uuid primary key,
  user_id uuid not null references identity.user_account on delete cascade,
  purpose text not null check (purpose in ('invitation', 'password-reset')),
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  -- An invitation's first step: the password that was chosen, until the authenticator app is proved.
  password text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index on identity.link (user_id, purpose, created_at);

-- Ours: failed attempts that make the next one wait. The key is a keyed digest, so that no address is kept.
create table identity.attempt (
  key text primary key,
  failures integer not null check (failures >= 0),
  last_at timestamptz not null,
  free_at timestamptz not null
);
create index on identity.attempt (last_at);

-- Ours: codes of authenticator apps that were taken, so that none is taken twice.
create table identity.used_code (
  user_id uuid not null references identity.user_account on delete cascade,
  code_digest text not null,
  at timestamptz not null,
  primary key (user_id, code_digest)
);

grant select, insert, update, delete on all tables in schema identity to goldenthread_identity;

-- The one thing about an account that others may look up: the name to show, never the address.
create function platform.account_label(account uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select name from identity.user_account where id = account $$;
revoke all on function platform.account_label(uuid) from public;
grant execute on function platform.account_label(uuid) to goldenthread_app;
