-- Words that somebody typed and never saved go after thirty days (requirement X5). The daily job takes them away without reading them: it may call this
-- and has no policy on the table.
create function meetings.forget_old_unsaved(before timestamptz) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone int;
begin
  if not coalesce(meetings.is_system(), false) then return 0; end if;
  delete from meetings.unsaved_text where kept_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function meetings.forget_old_unsaved(timestamptz) from public;
grant execute on function meetings.forget_old_unsaved(timestamptz) to goldenthread_app;
