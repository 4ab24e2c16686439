-- Everything that can be found, in one table (requirement O4; docs/decisions/0013-one-table-to-search.md): the words of each record, and who may see them.
-- Rows are made by triggers inside the transaction that changes the record; no command writes here.
create extension if not exists pg_trgm;
drop view meetings.searchable;

-- The words of a stored document, as a sealed process read them; divided, because a tsvector holds a megabyte at most. A document without words has one
-- row that is empty, so that nobody reads it a second time.
create table publicsite.document_words (
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  part int not null check (part > 0),
  first_page int check (first_page > 0),   -- null where there are no pages
  last_page int check (last_page >= first_page),
  words text not null,
  read_at timestamptz not null,
  primary key (document, part)
);

create table publicsite.indexed (
  kind text not null check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision', 'action', 'minutes', 'question', 'request', 'protocol')),
  record uuid not null,
  part int not null default 0,             -- of a document in several; 0: the record itself
  face boolean not null default false,     -- what an exempt item shows to those who may not read its content
  sight text not null check (sight in ('draft', 'members', 'public')),
  part_two boolean not null default false,
  body uuid,                               -- null: of no board
  other_body uuid,                         -- of a request: the board that is asked
  meeting uuid,
  item uuid,
  author uuid,                             -- person who wrote it, and sees it whatever else they may see
  maker uuid,                              -- account that brought it
  day date,                                -- null: it has no day
  subject text not null default '',        -- what an address is made of besides: a number, a file's name, the id of the paper
  title text not null,
  words text not null,
  heading tsvector not null,
  everything tsvector not null,
  primary key (kind, record, part, face),
  check (not part_two or sight <> 'public')
) with (fillfactor = 80, toast_tuple_target = 256);  -- rows stay narrow: what is asked of thousands must not drag their words along
create index indexed_words on publicsite.indexed using gin (everything);
create index indexed_titles on publicsite.indexed using gin (title public.gin_trgm_ops);
create index on publicsite.indexed (meeting);

select platform.protect('publicsite.document_words'), platform.protect('publicsite.indexed');
grant select, insert on publicsite.document_words to goldenthread_app;
create policy system on publicsite.document_words to goldenthread_app
  using ((select platform.actor()) = platform.system_actor()) with check ((select platform.actor()) = platform.system_actor());

-- Who finds a row, said once. Every line repeats a policy of the record that it stands for; a test holds the two together, for every row and everybody.
-- The view asks with its owner's rights and is no security barrier: under row-level security PostgreSQL may not search an index of words before it has asked
-- the policy of each row, and would read all of them (docs/decisions/0013-one-table-to-search.md). The serving role has no right to the table itself.
create view publicsite.findable as
  select * from publicsite.indexed i where (
    i.sight = 'public'
    or (i.sight = 'members' and (
      i.body = any ((select governance.my_full_sight_bodies())::uuid[]) or i.other_body = any ((select governance.my_full_sight_bodies())::uuid[])
      or (i.kind <> 'plan' and i.meeting = any ((select meetings.my_guest_meetings())::uuid[]))
      or (i.kind = 'meeting' and i.body = any ((select governance.my_observer_bodies())::uuid[]))))
    or i.body = any ((select governance.my_clerk_bodies())::uuid[]) or i.body = any ((select governance.my_chair_bodies())::uuid[])
    or i.author = (select governance.my_person()) or i.maker = (select platform.actor())
    or (i.kind = 'meeting' and i.record = any ((select meetings.my_paper_meetings())::uuid[]))
    or (i.kind = 'item' and i.record = any ((select meetings.my_paper_items())::uuid[]))
    or (i.kind = 'action' and i.record = any ((select meetings.my_led_actions())::uuid[])))
  and (i.kind not in ('paper', 'file') or not i.part_two or i.sight = 'draft' or not (i.meeting = any ((select meetings.my_ended_meetings())::uuid[])))
  and (not i.face or not (i.body = any ((select governance.my_full_sight_bodies() || governance.my_clerk_bodies() || governance.my_chair_bodies())::uuid[])
    or i.meeting = any ((select meetings.my_guest_meetings())::uuid[]) or i.record = any ((select meetings.my_paper_items())::uuid[])));
grant select on publicsite.findable to goldenthread_app;

-- Strings of a document that are sentences or names, and not keys or codes.
create function publicsite.said_in(document jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(said #>> '{}', ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type() == "string" && @ like_regex "[^ ] [^ ]")') as said $$;

-- Which pages of a document a part of it holds; null for one in a single piece.
create function publicsite.pages_of(first_page int, last_page int, part int, pages int) returns text language sql immutable as $$
  select case when first_page is null and part > 1 then concat('part ', part) when first_page > 1 or last_page < pages then concat('pages ', first_page, ' to ', last_page) end $$;

-- What there is to be found, made from the records: a view a kind, so that one record is looked at without planning for all the others.
create view publicsite.every_board (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'board', b.id, 0, false, 'public', false, b.id, null::uuid,
    null::uuid, null::uuid, null::uuid, null::uuid, null::date, b.slug,
    b.name, concat_ws(' ', nullif(b.short_name, ''),
      (select publicsite.said_in(jsonb_build_array(t.document -> 'purpose', t.document -> 'responsibilities')) from governance.terms_version t
        where t.body = b.id and t.state = 'adopted' order by t.starts_on desc limit 1))
    from governance.body b;
create view publicsite.every_person (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'person', p.id, 0, false, 'public', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, r.slug, p.name, r.said
    from governance.person p cross join lateral (
      select string_agg(distinct concat_ws(', ', role.name, b.name, o.name), '. ') as said, (array_agg(b.slug order by role.ends_on desc nulls first, role.starts_on desc))[1] as slug
      from (select s.name, s.body, a.on_behalf_of, a.starts_on, a.ends_on from governance.appointment a join governance.seat s on s.id = a.seat where a.person = p.id
        union all select initcap(replace(f.role, '_', ' ')), f.body, null::uuid, f.starts_on, f.ends_on from governance.office f where f.person = p.id) role
      join governance.body b on b.id = role.body left join governance.organisation o on o.id = role.on_behalf_of) r
    where r.said is not null;
create view publicsite.every_terms (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'terms', t.id, 0, false, 'public', false, t.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, t.starts_on, concat_ws('/', b.slug, t.number),
      concat('Terms of reference: ', b.name), publicsite.said_in(t.document)
    from governance.terms_version t join governance.body b on b.id = t.body where t.state = 'adopted';
create view publicsite.every_protocol (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'protocol', p.id, 0, false, 'public', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, p.starts_on, coalesce((select b.slug from governance.protocol_party y
      join governance.body b on b.id = y.body where y.protocol = p.id order by b.slug limit 1), ''), p.title,
      concat_ws(' ', p.purpose, (select string_agg(d.title, '. ' order by d.title) from governance.protocol_duty d where d.protocol = p.id))
    from governance.protocol p;
create view publicsite.every_request (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'request', r.id, 0, false, r.sight, false, r.from_body, r.to_body, null::uuid, null::uuid, null::uuid, null::uuid, r.asked_on,
      (select b.slug from governance.body b where b.id = r.from_body), r.subject, concat_ws(' ', r.words, r.answer)
    from governance.body_request r;
create view publicsite.every_meeting (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'meeting', m.id, 0, false, m.sight, false, m.body, null::uuid, m.id, null::uuid, null::uuid, null::uuid, m.held_on, '',
      concat_ws(', ', coalesce(nullif(m.title, ''), 'Meeting'), to_char(m.held_on, 'FMDD FMMonth YYYY')),
      concat_ws(' ', b.name, m.place, m.state_reason, m.access_notes)
    from meetings.meeting m join governance.body b on b.id = m.body;
create view publicsite.every_plan (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'plan', p.id, 0, false, p.sight, false, p.body, null::uuid, p.meeting, null::uuid, null::uuid, p.nominated_by, (select m.held_on from meetings.meeting m where m.id = p.meeting),
      (select b.slug from governance.body b where b.id = p.body), p.title, concat_ws(' ', p.summary, p.lead)
    from meetings.plan_item p where p.state in ('nominated', 'accepted');
create view publicsite.every_item (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'item', c.item, 0, false, c.sight, c.category <> 'public', c.body, null::uuid, c.meeting, c.item, null::uuid, null::uuid, m.held_on, i.number, c.title,
      concat_ws(' ', c.presenter, c.summary)
    from meetings.item_content c join meetings.agenda_item i on i.id = c.item join meetings.meeting m on m.id = c.meeting where i.withdrawn_at is null
  union all
  select 'item', i.id, 0, true, i.sight, false, i.body, null::uuid, i.meeting, i.id, null::uuid, null::uuid, m.held_on, i.number, i.public_title, ''
    from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting where i.category <> 'public' and i.withdrawn_at is null;
create view publicsite.every_paper (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'paper', v.id, 0, false, v.sight, v.category <> 'public', v.body, null::uuid, v.meeting, p.item, p.author, null::uuid, m.held_on, p.id::text, p.title,
      concat_ws(' ', (select string_agg(f.value, ' ') from jsonb_each_text(v.fields) f where f.key in ('reportOf', 'summary', 'recommendations', 'reasons', 'background',
        'options', 'consultation', 'policyContext', 'previousDecisions', 'legal', 'financial', 'equality', 'risk', 'timetable', 'backgroundPapers', 'appendices')),
        meetings.words_of(v.tree))
    from meetings.paper_version v join meetings.paper p on p.id = v.paper join meetings.agenda_item i on i.id = p.item join meetings.meeting m on m.id = v.meeting
    where v.state = 'published' and i.withdrawn_at is null;
create view publicsite.every_file (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'file', f.id, w.part, false, v.sight, v.category <> 'public', v.body, null::uuid, v.meeting, p.item, p.author, null::uuid, m.held_on,
      concat_ws('/', 'papers', p.id, 'files', f.id, f.file_name), concat_ws(', ', f.title, publicsite.pages_of(w.first_page, w.last_page, w.part, f.pages)), w.words
    from meetings.paper_file f join publicsite.document_words w on w.document = f.document join meetings.paper_version v on v.id = f.paper_version
    join meetings.paper p on p.id = v.paper join meetings.agenda_item i on i.id = p.item join meetings.meeting m on m.id = v.meeting
    where f.role <> 'source' and v.state = 'published' and i.withdrawn_at is null
  union all
  select 'file', f.id, w.part, false, f.sight, f.category <> 'public', f.body, null::uuid, f.meeting, f.item, null::uuid, null::uuid, m.held_on,
      concat_ws('/', 'meetings', f.meeting, 'minutes/filed', f.id, f.file_name), concat_ws(', ', f.title, publicsite.pages_of(w.first_page, w.last_page, w.part, f.pages)), w.words
    from meetings.minutes_file f join publicsite.document_words w on w.document = f.document join meetings.agenda_item i on i.id = f.item
    join meetings.meeting m on m.id = f.meeting where f.taken_back_at is null and i.withdrawn_at is null;
create view publicsite.every_decision (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'decision', d.id, 0, false, d.sight, d.category <> 'public', d.body, null::uuid, d.meeting, d.item, null::uuid, null::uuid, d.decided_on, d.number,
      concat_ws(' ', 'Decision', nullif(d.number, '')), concat_ws(' ', d.text, d.minority_view)
    from meetings.decision d where not d.withdrawn;
create view publicsite.every_action (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'action', a.id, 0, false, a.sight, a.category <> 'public', a.body, null::uuid, a.meeting, a.item, null::uuid, null::uuid, m.held_on, '', 'Action',
      concat_ws(' ', a.text, (select string_agg(l.name, ', ' order by l.name) from meetings.action_lead l where l.action = a.id))
    from meetings.action a join meetings.meeting m on m.id = a.meeting where a.state <> 'withdrawn';
create view publicsite.every_minutes (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'minutes', s.id, 0, false, s.sight, s.category <> 'public', s.body, null::uuid, s.meeting, s.item, null::uuid, null::uuid, m.held_on, s.number,
      concat_ws(' ', nullif(s.number, ''), s.heading), meetings.words_of(s.tree)
    from meetings.minutes_section s join meetings.minutes_version v on v.id = s.minutes_version join meetings.meeting m on m.id = s.meeting
    where not exists (select from meetings.minutes_version later where later.minutes = v.minutes and later.number > v.number);
create view publicsite.every_question (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'question', q.id, 0, false, q.sight, q.category <> 'public', q.body, null::uuid, q.meeting, q.item, null::uuid, q.made_by, m.held_on, q.kind,
      coalesce(nullif(q.title, ''), left(q.text, 120)), concat_ws(' ', q.text, q.shown_name, q.answer, q.supplementary, q.supplementary_answer)
    from meetings.submission q join meetings.meeting m on m.id = q.meeting where q.state <> 'withdrawn';
create view publicsite.to_index as
  select * from publicsite.every_board
  union all select * from publicsite.every_person
  union all select * from publicsite.every_terms
  union all select * from publicsite.every_protocol
  union all select * from publicsite.every_request
  union all select * from publicsite.every_meeting
  union all select * from publicsite.every_plan
  union all select * from publicsite.every_item
  union all select * from publicsite.every_paper
  union all select * from publicsite.every_file
  union all select * from publicsite.every_decision
  union all select * from publicsite.every_action
  union all select * from publicsite.every_minutes
  union all select * from publicsite.every_question;

-- The words of a heading count most. A text with more different words than PostgreSQL takes is cut until it goes in: a record must never fail to be kept
-- because it could not be indexed. Curly apostrophes are made straight, as in what is asked for.
create function publicsite.vector_of(heading text, words text) returns tsvector language plpgsql immutable as $$
declare most int := 300000;
begin
  loop
    begin
      return setweight(to_tsvector('english', replace(heading, '’', '''')), 'A') || to_tsvector('english', left(replace(words, '’', ''''), most));
    exception when program_limit_exceeded then
      if most < 100 then return to_tsvector('english', ''); end if;
      most := most / 2;
    end;
  end loop;
end $$;

-- Makes the rows of one record anew. Words are weighed only where they changed: a pack that comes out changes who may see them and nothing else.
do $make$
declare of_kind text;
begin
  foreach of_kind in array array['board', 'person', 'terms', 'protocol', 'request', 'meeting', 'plan', 'item', 'paper', 'file', 'decision', 'action', 'minutes', 'question'] loop
    execute format($f$create function publicsite.index_%1$s(of_record uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare t record; seen int[] := '{}';
      begin
        for t in select * from publicsite.every_%1$s x where x.record = of_record loop
          seen := seen || (t.part * 2 + t.face::int);
          update publicsite.indexed i set sight = t.sight, part_two = t.part_two, body = t.body, other_body = t.other_body, meeting = t.meeting, item = t.item,
              author = t.author, maker = t.maker, day = t.day, subject = t.subject
            where i.kind = %1$L and i.record = of_record and i.part = t.part and i.face = t.face and i.title = t.title and i.words = t.words;
          if found then continue; end if;
          insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
            values (%1$L, of_record, t.part, t.face, t.sight, t.part_two, t.body, t.other_body, t.meeting, t.item, t.author, t.maker, t.day, t.subject, t.title, t.words,
              publicsite.vector_of(t.title, ''), publicsite.vector_of(t.title, t.words))
            on conflict (kind, record, part, face) do update set sight = excluded.sight, part_two = excluded.part_two, body = excluded.body, other_body = excluded.other_body,
              meeting = excluded.meeting, item = excluded.item, author = excluded.author, maker = excluded.maker, day = excluded.day, subject = excluded.subject,
              title = excluded.title, words = excluded.words, heading = excluded.heading, everything = excluded.everything;
        end loop;
        delete from publicsite.indexed i where i.kind = %1$L and i.record = of_record and not (i.part * 2 + i.face::int = any (seen));
      end $$$f$, of_kind);
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
end $make$;
create function publicsite.index_record(of_kind text, of_record uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case of_kind
    when 'board' then perform publicsite.index_board(of_record);
    when 'person' then perform publicsite.index_person(of_record);
    when 'terms' then perform publicsite.index_terms(of_record);
    when 'protocol' then perform publicsite.index_protocol(of_record);
    when 'request' then perform publicsite.index_request(of_record);
    when 'meeting' then perform publicsite.index_meeting(of_record);
    when 'plan' then perform publicsite.index_plan(of_record);
    when 'item' then perform publicsite.index_item(of_record);
    when 'paper' then perform publicsite.index_paper(of_record);
    when 'file' then perform publicsite.index_file(of_record);
    when 'decision' then perform publicsite.index_decision(of_record);
    when 'action' then perform publicsite.index_action(of_record);
    when 'minutes' then perform publicsite.index_minutes(of_record);
    when 'question' then perform publicsite.index_question(of_record);
  end case;
end $$;
