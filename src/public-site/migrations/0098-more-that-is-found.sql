-- Motions that were voted on, elections, what partners said of decisions, and organisations under every name they had can be found (requirements O4, M8, M10, M14,
-- G1), each as far as it may be read.
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing', 'motion', 'election', 'ratification', 'organisation'));

-- What became of a motion stands in the record once it is settled; what carried is read with its decision.
create view publicsite.every_motion (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'motion', m.id, 0, false, m.sight, m.category <> 'public', m.body, null::uuid, m.meeting, m.item, null::uuid, null::uuid, t.held_on,
      coalesce((select d.id::text from meetings.decision d where d.id = m.decision and not d.withdrawn), ''),
      concat(case when m.amends is null then 'Motion ' else 'Amendment ' end, m.number, ', ', m.state),
      concat_ws(' ', m.text, 'For ' || m.votes_for || ', against ' || m.votes_against || ', abstained ' || m.abstained || '.', nullif(m.put_words, ''),
        nullif(m.consensus_words, ''), nullif(m.minority_view, ''))
    from meetings.motion m join meetings.meeting t on t.id = m.meeting where m.state in ('carried', 'lost');
-- Who stands is the members' until the result names them: only what stands in the election's own row is found.
create view publicsite.every_election (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'election', e.id, 0, false, e.sight, false, e.body, null::uuid, e.meeting, null::uuid, null::uuid, null::uuid, e.ended_on, '',
      case e.post when 'chair' then 'Election of the chair' when 'deputy_chair' then 'Election of the deputy chair' else concat('Election to a seat: ', s.name) end,
      concat_ws(' ', b.name || '.', nullif(e.note, ''), nullif(e.called_off_because, ''), (e.result ->> 'electedName') || ' is elected.',
        (select string_agg(v ->> 'name', ', ') from jsonb_array_elements(case jsonb_typeof(e.result -> 'votes') when 'array' then e.result -> 'votes' else '[]' end) v),
        nullif(e.tie_note, ''))
    from meetings.election e join governance.body b on b.id = e.body left join governance.seat s on s.id = e.seat;
create view publicsite.every_ratification (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'ratification', r.id, 0, false, d.sight, d.category <> 'public', d.body, null::uuid, d.meeting, d.item, r.lead, null::uuid, q.asked_on, '',
      concat(r.name, ': ', concat_ws(' ', 'decision', nullif(d.number, ''))),
      concat_ws(' ', (select string_agg(concat_ws(' ', case a.answer when 'agreed' then 'Agreed by' when 'declined' then 'Declined by' else 'Agreed with changes by' end,
          a.own_body || '.', nullif(a.words, ''), nullif(a.reference, '')), ' ' order by a.text_number, a.number) from meetings.ratification_answer a where a.ratification = r.id),
        (select t.text from meetings.ratification_text t where t.decision = r.decision and t.number > 1 order by t.number desc limit 1))
    from meetings.ratification r join meetings.ratification_ask q on q.decision = r.decision join meetings.decision d on d.id = r.decision where not q.withdrawn;
create view publicsite.every_organisation (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'organisation', o.id, 0, false, 'public', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', o.name,
      concat_ws(' ',
        (select string_agg(concat('Called ', n.name, ' until ', to_char(n.ends_on, 'FMDD FMMonth YYYY'), ', now ', o.name, '.'), ' ' order by n.ends_on desc, n.name)
          from governance.organisation_name n where n.organisation = o.id and n.ends_on is not null and n.name <> o.name),
        (select string_agg(concat('Followed by ', later.name, ' on ', to_char(s.on_day, 'FMDD FMMonth YYYY'), '.'), ' ' order by s.on_day, later.name, later.id)
          from governance.organisation_succession s join governance.organisation later on later.id = s.successor where s.former = o.id),
        (select string_agg(concat('Came after ', earlier.name, ' on ', to_char(s.on_day, 'FMDD FMMonth YYYY'), '.'), ' ' order by s.on_day, earlier.name, earlier.id)
          from governance.organisation_succession s join governance.organisation earlier on earlier.id = s.former where s.successor = o.id))
    from governance.organisation o;
do $$
declare of_kind text; everything text := pg_get_viewdef('publicsite.to_index'::regclass);
begin
  foreach of_kind in array array['motion', 'election', 'ratification', 'organisation'] loop
    everything := rtrim(everything, '; ') || format(' union all select * from publicsite.every_%s', of_kind);
    -- The same as for every other kind: made of how decisions are indexed.
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || everything;
  -- These days are not those of the meeting.
  execute replace(pg_get_functiondef('publicsite.index_around()'::regprocedure), 'i.kind <> ''decision''', 'i.kind not in (''decision'', ''election'', ''ratification'')');
end $$;

create function publicsite.index_settled() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record; one uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  case tg_table_name
    when 'motion' then perform publicsite.index_motion(touched.id);
    when 'election' then perform publicsite.index_election(touched.id);
    when 'ratification' then perform publicsite.index_ratification(touched.id);
    when 'ratification_answer' then perform publicsite.index_ratification(touched.ratification);
    when 'ratification_ask', 'ratification_text' then
      for one in select r.id from meetings.ratification r where r.decision = touched.decision loop perform publicsite.index_ratification(one); end loop;
    when 'decision' then
      if tg_op = 'UPDATE' and (new.sight, new.category, new.body, new.meeting, new.item, new.number, new.withdrawn)
        is not distinct from (old.sight, old.category, old.body, old.meeting, old.item, old.number, old.withdrawn) then return null; end if;
      for one in select r.id from meetings.ratification r where r.decision = touched.id loop perform publicsite.index_ratification(one); end loop;
      for one in select m.id from meetings.motion m where m.decision = touched.id loop perform publicsite.index_motion(one); end loop;
    when 'organisation' then
      perform publicsite.index_organisation(touched.id);
      for one in select case s.former when touched.id then s.successor else s.former end from governance.organisation_succession s where touched.id in (s.former, s.successor) loop
        perform publicsite.index_organisation(one);
      end loop;
    when 'organisation_name' then perform publicsite.index_organisation(touched.organisation);
    when 'organisation_succession' then perform publicsite.index_organisation(touched.former), publicsite.index_organisation(touched.successor);
    when 'seat', 'body' then
      if tg_op = 'UPDATE' and new.name is not distinct from old.name then return null; end if;
      for one in select e.id from meetings.election e where touched.id in (e.seat, e.body) loop perform publicsite.index_election(one); end loop;
  end case;
  return null;
end $$;
revoke all on function publicsite.index_settled() from public;
do $$
declare name text;
begin
  foreach name in array array['meetings.motion', 'meetings.election', 'meetings.ratification', 'meetings.ratification_ask', 'meetings.ratification_text',
      'meetings.ratification_answer', 'meetings.decision', 'governance.organisation', 'governance.organisation_name', 'governance.organisation_succession',
      'governance.seat', 'governance.body'] loop
    execute format('create trigger words_settled after insert or update or delete on %s for each row execute function publicsite.index_settled()', name);
  end loop;
end $$;
create index on meetings.motion (decision);

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
  where t.kind in ('motion', 'election', 'ratification', 'organisation');
alter table publicsite.indexed enable trigger came_out;
