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
