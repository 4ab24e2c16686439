-- Whose record something is never changes: an episode moved to another family, or a person moved to one, would open what nobody agreed to (E6).
create function casework.keep_whose() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'episode' and to_jsonb(new) - array['area', 'is_shielded', 'agreed_on', 'closed_on', 'closure_reason', 'version']
      is distinct from to_jsonb(old) - array['area', 'is_shielded', 'agreed_on', 'closed_on', 'closure_reason', 'version'] then
    raise exception 'an episode stays that of its family' using errcode = 'insufficient_privilege', constraint = 'whose_record';
  elsif tg_table_name = 'person' and (to_jsonb(new) -> 'id', to_jsonb(new) -> 'family', to_jsonb(new) -> 'entered_by', to_jsonb(new) -> 'entered_in')
      is distinct from (to_jsonb(old) -> 'id', to_jsonb(old) -> 'family', to_jsonb(old) -> 'entered_by', to_jsonb(old) -> 'entered_in') then
    raise exception 'somebody stays of their family' using errcode = 'insufficient_privilege', constraint = 'whose_record';
  end if;
  return new;
end $$;
revoke all on function casework.keep_whose() from public;
create trigger whose_record before update on casework.episode for each row execute function casework.keep_whose();
create trigger whose_record before update on casework.person for each row execute function casework.keep_whose();

-- What an agreement opens is said with it, in one transaction; wider or narrower is a new agreement (handbook of early help 3.1).
create function casework.keep_scope() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and not exists (select from casework.agreement a where a.id = new.agreement and a.xmin = pg_current_xact_id()::xid) then
    raise exception 'what an agreement opens is said with it' using errcode = 'insufficient_privilege', constraint = 'scope_with_agreement';
  end if;
  return new;
end $$;
revoke all on function casework.keep_scope() from public;
create trigger scope_with_agreement before insert on casework.agreement_scope for each row execute function casework.keep_scope();
