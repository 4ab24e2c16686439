-- Topics of items and decisions, and how decisions stand with the partners that must take them home (M10), come out as open data (O2).
create function publicsite.note_meeting_of_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  execute format('insert into publicsite.change (kind, subject, transaction) select ''meeting'', d.meeting, pg_current_xact_id()::text::bigint
    from %I.decision d where d.id = $1 on conflict do nothing', tg_table_schema) using touched.decision;
  return null;
end $$;
revoke all on function publicsite.note_meeting_of_decision() from public;

do $$
declare name text;
begin
  foreach name in array array['item_topic', 'decision_topic'] loop
    execute format('create trigger open_data after insert or update or delete on meetings.%I for each row execute function publicsite.note_change(''meeting'', ''meeting'')', name);
  end loop;
  foreach name in array array['ratification_ask', 'ratification', 'ratification_text', 'ratification_answer'] loop
    execute format('create trigger open_data after insert or update or delete on meetings.%I for each row execute function publicsite.note_meeting_of_decision()', name);
  end loop;
end $$;

-- Whether open data still stand as a visitor may read them: nothing that they were made from was touched since. The door writes them anew before it answers;
-- whoever takes them from their table, as the public edition of the record does, asks this.
create function publicsite.stands(of_scope uuid, of_bodies uuid[]) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from publicsite.change c where case c.kind when 'meeting' then c.subject = of_scope
    when 'governance' then of_scope = '00000000-0000-0000-0000-000000000000'
    else c.subject = any (of_bodies) or exists (select from meetings.meeting m where m.id = of_scope and m.body = c.subject) end) $$;
revoke all on function publicsite.stands(uuid, uuid[]) from public;
grant execute on function publicsite.stands(uuid, uuid[]) to goldenthread_app;
