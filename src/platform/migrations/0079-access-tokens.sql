-- With an access token a program reads what its owner may see (requirement O2). The token itself is not kept: only its digest is, so that a copy of the
-- database opens nothing. It reads and never writes, and it ends on a day.
create table platform.access_token (
  id uuid primary key,
  account uuid not null,
  name text not null check (name <> ''),   -- what it is for, in its owner's words
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  scope text not null default 'read' check (scope = 'read'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,                -- to about ten minutes
  revoked_at timestamptz,
  check (expires_at > made_at and expires_at <= made_at + interval '367 days')
);
create index on platform.access_token (account);
select platform.protect('platform.access_token');
-- Nobody reads a digest, and of a token that was made nothing changes but that it is revoked.
grant select (id, account, name, scope, made_at, expires_at, last_used_at, revoked_at), insert, update (revoked_at) on platform.access_token to goldenthread_app;
create policy own_read on platform.access_token for select to goldenthread_app using (account = (select platform.actor()));
create policy own_make on platform.access_token for insert to goldenthread_app
  with check (account = (select platform.actor()) and revoked_at is null and last_used_at is null);
create policy own_revoke on platform.access_token for update to goldenthread_app
  using (account = (select platform.actor()) and revoked_at is null) with check (account = (select platform.actor()));

-- Whose token this is, before anybody is known to act: nothing for one that was revoked, has ended, or whose account is gone.
create function platform.use_access_token(given text, at timestamptz) returns table (token uuid, owner uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found platform.access_token;
begin
  select * into found from platform.access_token t where t.digest = given and t.revoked_at is null and t.expires_at > at
    and exists (select from identity.user_account u where u.id = t.account);
  if found.id is null then return; end if;
  if found.last_used_at is null or found.last_used_at < at - interval '10 minutes' then
    update platform.access_token t set last_used_at = at where t.id = found.id and (t.last_used_at is null or t.last_used_at < at - interval '10 minutes');
  end if;
  token := found.id; owner := found.account;
  return next;
end $$;
revoke all on function platform.use_access_token(text, timestamptz) from public;
grant execute on function platform.use_access_token(text, timestamptz) to goldenthread_app;

-- Whoever chooses a new password signs every device out: a token that a stranger made in one of those sessions goes with them.
create function platform.revoke_with_password() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update platform.access_token t set revoked_at = now() where t.account = new.user_id and t.revoked_at is null;
  return null;
end $$;
revoke all on function platform.revoke_with_password() from public;
create trigger tokens_end after update of password on identity.credential
  for each row when (old.password is distinct from new.password) execute function platform.revoke_with_password();
