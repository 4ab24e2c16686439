-- A token may be made to give figures instead of reading (requirement I2): of one agency or of one measure, which is said when it is made and never widened.
-- It acts as whoever made it, and never beyond what is named here. What the record is stands in its own domain; here it is a kind and an id.
alter table platform.access_token drop constraint access_token_scope_check;
alter table platform.access_token
  add constraint access_token_scope_check check (scope in ('read', 'figures')),
  add column about_type text check (about_type in ('agency', 'measure')),
  add column about uuid,
  add constraint access_token_about check ((scope = 'read') = (about is null) and (about is null) = (about_type is null));
grant select (about_type, about) on platform.access_token to goldenthread_app;

drop function platform.use_access_token(text, timestamptz);
create function platform.use_access_token(given text, at timestamptz)
  returns table (token uuid, owner uuid, may text, about_type text, about uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found platform.access_token;
begin
  select * into found from platform.access_token t where t.digest = given and t.revoked_at is null and t.expires_at > at
    and exists (select from identity.user_account u where u.id = t.account);
  if found.id is null then return; end if;
  if found.last_used_at is null or found.last_used_at < at - interval '10 minutes' then
    update platform.access_token t set last_used_at = at where t.id = found.id and (t.last_used_at is null or t.last_used_at < at - interval '10 minutes');
  end if;
  token := found.id; owner := found.account; may := found.scope; about_type := found.about_type; about := found.about;
  return next;
end $$;
revoke all on function platform.use_access_token(text, timestamptz) from public;
grant execute on function platform.use_access_token(text, timestamptz) to goldenthread_app;
