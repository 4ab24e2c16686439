-- Triggers on the records keep what can be found as it is (requirement O4; docs/decisions/0013-one-table-to-search.md).

-- A record of its own: its kind, and the column with its id.
create function publicsite.index_row() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record; id uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  execute format('select ($1).%I', tg_argv[1]) using touched into id;
  perform publicsite.index_record(tg_argv[0], id);
  return null;
end $$;

-- Records whose rows are made from others.
create function publicsite.index_around() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record; one uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  case tg_table_name
    when 'agenda_item' then
      perform publicsite.index_record('item', touched.id);
      if tg_op = 'UPDATE' and (new.withdrawn_at is null) <> (old.withdrawn_at is null) then
        for one in select v.id from meetings.paper p join meetings.paper_version v on v.paper = p.id where p.item = touched.id loop perform publicsite.index_record('paper', one); end loop;
        for one in select f.id from meetings.paper p join meetings.paper_version v on v.paper = p.id join meetings.paper_file f on f.paper_version = v.id where p.item = touched.id
          union select f.id from meetings.minutes_file f where f.item = touched.id loop perform publicsite.index_record('file', one); end loop;
      end if;
    when 'paper' then
      if tg_op = 'UPDATE' and (new.title, new.author, new.item) is not distinct from (old.title, old.author, old.item) then return null; end if;
      for one in select v.id from meetings.paper_version v where v.paper = touched.id loop perform publicsite.index_record('paper', one); end loop;
      for one in select f.id from meetings.paper_version v join meetings.paper_file f on f.paper_version = v.id where v.paper = touched.id loop
        perform publicsite.index_record('file', one);
      end loop;
    when 'paper_version' then
      if tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'draft' then return null; end if;
      perform publicsite.index_record('paper', touched.id);
      for one in select f.id from meetings.paper_file f where f.paper_version = touched.id loop perform publicsite.index_record('file', one); end loop;
    when 'document_words' then
      for one in select f.id from meetings.paper_file f where f.document = touched.document union select f.id from meetings.minutes_file f where f.document = touched.document loop
        perform publicsite.index_record('file', one);
      end loop;
    when 'minutes_version' then
      for one in select s.id from meetings.minutes_section s join meetings.minutes_version v on v.id = s.minutes_version where v.minutes = touched.minutes loop
        perform publicsite.index_record('minutes', one);
      end loop;
    when 'meeting' then
      perform publicsite.index_record('meeting', touched.id);
      if tg_op = 'UPDATE' and new.held_on <> old.held_on then
        update publicsite.indexed i set day = new.held_on where i.meeting = new.id and i.kind <> 'decision';
      end if;
    when 'action_lead' then perform publicsite.index_record('action', touched.action);
    when 'protocol_party', 'protocol_duty' then perform publicsite.index_record('protocol', touched.protocol);
    when 'terms_version' then
      if coalesce(tg_op = 'UPDATE' and old.state = 'draft' and new.state = 'draft', false) then return null; end if;
      perform publicsite.index_record('terms', touched.id), publicsite.index_record('board', touched.body);
    when 'seat' then
      for one in select a.person from governance.appointment a where a.seat = touched.id loop perform publicsite.index_record('person', one); end loop;
    when 'body' then
      perform publicsite.index_record('board', touched.id);
      if tg_op = 'UPDATE' and (new.name, new.slug) <> (old.name, old.slug) then
        for one in select a.person from governance.appointment a join governance.seat s on s.id = a.seat where s.body = touched.id
          union select f.person from governance.office f where f.body = touched.id loop perform publicsite.index_record('person', one); end loop;
        for one in select t.id from governance.terms_version t where t.body = touched.id loop perform publicsite.index_record('terms', one); end loop;
        for one in select m.id from meetings.meeting m where m.body = touched.id loop perform publicsite.index_record('meeting', one); end loop;
      end if;
  end case;
  return null;
end $$;

-- The words of a document go with the last file that held it.
create function publicsite.forget_words() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from publicsite.document_words w where w.document = old.document
    and not exists (select from meetings.paper_file f where f.document = old.document) and not exists (select from meetings.minutes_file f where f.document = old.document);
  return null;
end $$;
-- Documents of files that nobody has read for their words yet.
create function publicsite.unread_documents(most int) returns table (document text, kind text, media_type text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select distinct on (f.document) f.document, f.kind, f.media_type from (
    select p.document, p.kind, p.media_type from meetings.paper_file p where p.role <> 'source' and p.kind <> 'image'
    union all select n.document, n.kind, n.media_type from meetings.minutes_file n where n.kind <> 'image') f
  where not exists (select from publicsite.document_words w where w.document = f.document) and platform.actor() = platform.system_actor() limit most $$;
revoke all on function publicsite.index_record(text, uuid), publicsite.index_row(), publicsite.index_around(), publicsite.forget_words(),
  publicsite.unread_documents(int) from public;
grant execute on function publicsite.unread_documents(int) to goldenthread_app;

do $$
declare one text[];
begin
  foreach one slice 1 in array array[['governance.person', 'person', 'id'], ['governance.appointment', 'person', 'person'], ['governance.office', 'person', 'person'],
      ['governance.body_request', 'request', 'id'], ['governance.protocol', 'protocol', 'id'], ['meetings.item_content', 'item', 'item'],
      ['meetings.paper_file', 'file', 'id'], ['meetings.minutes_file', 'file', 'id'], ['meetings.plan_item', 'plan', 'id'], ['meetings.decision', 'decision', 'id'],
      ['meetings.action', 'action', 'id'], ['meetings.minutes_section', 'minutes', 'id'], ['meetings.submission', 'question', 'id']] loop
    execute format('create trigger words after insert or update or delete on %s for each row execute function publicsite.index_row(%L, %L)', one[1], one[2], one[3]);
  end loop;
  foreach one slice 1 in array array[['meetings.agenda_item'], ['meetings.paper'], ['meetings.paper_version'], ['publicsite.document_words'], ['meetings.minutes_version'],
      ['meetings.meeting'], ['meetings.action_lead'], ['governance.protocol_party'], ['governance.protocol_duty'], ['governance.terms_version'], ['governance.seat'],
      ['governance.body']] loop
    execute format('create trigger words after insert or update or delete on %s for each row execute function publicsite.index_around()', one[1]);
  end loop;
  foreach one slice 1 in array array[['meetings.paper_file'], ['meetings.minutes_file']] loop
    execute format('create trigger words_go after delete on %s for each row execute function publicsite.forget_words()', one[1]);
  end loop;
end $$;

-- What earlier releases hold.
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.kind, t.record, t.part, t.face, t.sight, t.part_two, t.body, t.other_body, t.meeting, t.item, t.author, t.maker, t.day, t.subject, t.title, t.words,
    publicsite.vector_of(t.title, ''), publicsite.vector_of(t.title, t.words) from publicsite.to_index t;
