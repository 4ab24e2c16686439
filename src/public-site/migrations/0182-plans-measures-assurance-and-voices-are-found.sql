-- Plans, measures, frozen scorecards, recommendations with their answers, reviews and voices can be found (requirements O4, P2, I4, P7, S3), each as far as it may
-- be read; and what a board brings out of them is told to those who follow it (O3). Of a plan the version that 'the plan' means; of voices what was checked.
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing', 'motion', 'election', 'ratification', 'organisation', 'consultation',
  'plan_version', 'plan_row', 'measure', 'scorecard', 'recommendation', 'response', 'review', 'heard', 'view', 'answer'));

-- The head of a plan, which whoever leads something in it reads too; its rows are found one by one, because a lead reads their own alone.
create view publicsite.every_plan_version (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'plan_version', v.id, 0, false, v.sight, false, v.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, v.published_on, v.plan::text, v.title,
      concat_ws(' ', nullif(v.summary, ''), nullif(v.reason, ''), nullif(v.close_reason, ''))
    from plans.plan_version v where v.shown;
create view publicsite.every_plan_row (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'plan_row', r.record, 0, false, r.sight, false, r.body, null::uuid, null::uuid, r.version, null::uuid, null::uuid, v.published_on, r.level,
      concat_ws(' ', nullif(r.reference, ''), r.title), concat_ws(' ', v.title || '.', nullif(r.text, ''), nullif(r.due, ''))
    from (
      select t.priority as record, t.version, t.body, t.sight, 'priority' as level, t.reference, t.title, t.text, '' as due from plans.priority_text t
      union all select t.outcome, t.version, t.body, t.sight, 'outcome', t.reference, t.title, t.text, t.due_words from plans.outcome_text t
      union all select t.action, t.version, t.body, t.sight, 'action', t.reference, t.title, t.text, t.due_words from plans.action_text t) r
    join plans.plan_version v on v.id = r.version where v.shown;
create view publicsite.every_measure (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'measure', m.id, 0, false, m.sight, false, m.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '',
      concat_ws(' ', nullif(m.reference, ''), d.title),
      concat_ws(' ', nullif(d.meaning, ''), nullif(d.unit, ''), nullif(d.numerator, ''), nullif(d.denominator, ''), nullif(d.source, ''), nullif(m.withdrawn_reason, ''))
    from performance.measure m join performance.measure_definition d on d.measure = m.id
    where d.number = (select max(x.number) from performance.measure_definition x where x.measure = m.id);
-- A frozen scorecard is read as its agenda item is, and is of the day of its meeting.
create view publicsite.every_scorecard (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'scorecard', s.id, 0, false, c.sight, c.category <> 'public', c.body, null::uuid, c.meeting, c.item, null::uuid, null::uuid,
      m.held_on, '', s.title, s.note
    from performance.scorecard s join meetings.item_content c on c.item = s.item join meetings.meeting m on m.id = c.meeting;
create view publicsite.every_recommendation (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'recommendation', r.id, 0, false, r.sight, false, r.body, null::uuid, null::uuid, null::uuid, r.owner, null::uuid, r.made_on, '',
      concat_ws(' ', 'Recommendation', r.reference), concat_ws(' ', r.text, r.source || '.', r.addressee_office)
    from assurance.recommendation r;
-- The answer is a row of its own: it comes out when it is given.
create view publicsite.every_response (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'response', r.id, 0, false, r.sight, false, r.body, null::uuid, null::uuid, null::uuid, r.owner, null::uuid, r.responded_on, '',
      concat_ws(' ', 'Answer to recommendation', r.reference),
      concat_ws(' ', case r.response when 'accept' then 'Accepted.' when 'part' then 'Accepted in part.' else 'Rejected.' end, nullif(r.response_reason, ''), r.addressee_office,
        (select string_agg(a.text, '. ' order by a.due_on, a.id) from assurance.recommendation_action a where a.recommendation = r.id))
    from assurance.recommendation r where r.response is not null;
create view publicsite.every_review (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'review', v.id, 0, false, v.sight, false, v.body, null::uuid, null::uuid, null::uuid, v.lead, null::uuid, coalesce(v.reported_on, v.announced_on), '', v.title,
      concat_ws(' ', v.scope, nullif(v.summary, ''), (select string_agg(concat_ws(' ', nullif(p.heading, ''), p.text), ' ' order by p.kind, p.number)
        from assurance.review_part p where p.review = v.id and p.kind in ('finding', 'lesson')))
    from assurance.review v;
create view publicsite.every_heard (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'heard', e.id, 0, false, e.sight, false, e.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, e.held_on, concat('event:', e.id), e.title,
      concat_ws(' ', nullif(e.summary, ''), nullif(e.place, ''), nullif(e.held_by, ''))
    from voice.event e;
-- Where somebody was heard, and how far what was said there may be read: of a consultation only once what came in is published.
create view publicsite.heard_at with (security_barrier) as
  select e.id as event, null::uuid as consultation, e.sight, concat('event:', e.id) as subject, e.title from voice.event e
  union all
  select null, x.consultation, case when x.published_at is null then 'members' else x.sight end, concat(b.slug, ':', x.consultation), c.title
    from voice.exercise x join meetings.consultation c on c.id = x.consultation join governance.body b on b.id = x.body;
create view publicsite.every_view (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'view', w.id, 0, false, h.sight, false, w.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, h.subject,
      concat('Heard: ', h.title), w.words
    from voice.view w join publicsite.heard_at h on h.event = w.event or h.consultation = w.consultation where w.state = 'cleared';
create view publicsite.every_answer (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'answer', a.id, 0, false, case when 'draft' in (a.sight, h.sight) then 'draft' when 'members' in (a.sight, h.sight) then 'members' else 'public' end, false, a.body,
      null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, a.on_day, h.subject, concat('You said, we did: ', h.title),
      concat_ws(' ', a.said, nullif(a.did, ''), nullif(a.reason, ''))
    from voice.answer a join publicsite.heard_at h on h.event = a.event or h.consultation = a.consultation;

do $$
declare of_kind text; whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  foreach of_kind in array array['plan_version', 'plan_row', 'measure', 'scorecard', 'recommendation', 'response', 'review', 'heard', 'view', 'answer'] loop
    whole := whole || format(' union all select * from publicsite.every_%s', of_kind);
    -- The same as for every other kind: made of how decisions are indexed.
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || whole;
end $$;

-- Which rows a change touches.
create function publicsite.index_purpose() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb; of_record uuid; of_consultation uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  of_record := (one ->> 'id')::uuid;
  case tg_table_schema || '.' || tg_table_name
    when 'plans.plan_version' then
      perform publicsite.index_plan_version(of_record);
      -- A plan that was on its way comes out when it is published, also where everybody could read it before.
      if one ->> 'state' = 'published' and (tg_op = 'INSERT' or to_jsonb(old) ->> 'state' <> 'published') then
        update publicsite.indexed i set came_out = now() where i.kind = 'plan_version' and i.record = of_record and i.sight = 'public';
      end if;
      perform publicsite.index_plan_row(t.priority) from plans.priority_text t where t.version = of_record;
      perform publicsite.index_plan_row(t.outcome) from plans.outcome_text t where t.version = of_record;
      perform publicsite.index_plan_row(t.action) from plans.action_text t where t.version = of_record;
    when 'plans.priority_text' then perform publicsite.index_plan_row((one ->> 'priority')::uuid);
    when 'plans.outcome_text' then perform publicsite.index_plan_row((one ->> 'outcome')::uuid);
    when 'plans.action_text' then perform publicsite.index_plan_row((one ->> 'action')::uuid);
    when 'performance.measure' then perform publicsite.index_measure(of_record);
    when 'performance.measure_definition' then perform publicsite.index_measure((one ->> 'measure')::uuid);
    when 'performance.scorecard' then perform publicsite.index_scorecard(of_record);
    when 'meetings.item_content' then perform publicsite.index_scorecard(s.id) from performance.scorecard s where s.item = (one ->> 'item')::uuid;
    when 'assurance.recommendation' then
      perform publicsite.index_recommendation(of_record), publicsite.index_response(of_record);
    when 'assurance.recommendation_action' then perform publicsite.index_response((one ->> 'recommendation')::uuid);
    when 'assurance.review' then perform publicsite.index_review(of_record);
    when 'assurance.review_part' then perform publicsite.index_review((one ->> 'review')::uuid);
    when 'voice.view' then perform publicsite.index_view(of_record);
    when 'voice.answer' then perform publicsite.index_answer(of_record);
    else
      if tg_table_name = 'event' then perform publicsite.index_heard(of_record); else of_consultation := coalesce(one ->> 'consultation', one ->> 'id')::uuid; end if;
      perform publicsite.index_view(w.id) from voice.view w where w.event = of_record or w.consultation = of_consultation;
      perform publicsite.index_answer(a.id) from voice.answer a where a.event = of_record or a.consultation = of_consultation;
  end case;
  return null;
end $$;
revoke all on function publicsite.index_purpose() from public;
do $$
declare of_table text;
begin
  foreach of_table in array array['plans.plan_version', 'plans.priority_text', 'plans.outcome_text', 'plans.action_text', 'performance.measure',
      'performance.measure_definition', 'performance.scorecard', 'meetings.item_content', 'assurance.recommendation', 'assurance.recommendation_action', 'assurance.review',
      'assurance.review_part', 'voice.event', 'voice.exercise', 'voice.view', 'voice.answer'] loop
    execute format('create trigger found after insert or update or delete on %s for each row execute function publicsite.index_purpose()', of_table);
  end loop;
  -- What a consultation is called stands with what was said of it.
  create trigger found_said after update of title on meetings.consultation for each row execute function publicsite.index_purpose();
end $$;

-- Who finds them: their policies once more, where they say something besides the sight of the board.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  -- Some versions of PostgreSQL print the name of the table before its columns, some do not.
  place constant text := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
begin
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'plan_version' and i.record = any ((select plans.my_led('version'))::uuid[]))
    or (i.kind = 'plan_row' and i.item = any ((select plans.my_led('version'))::uuid[])
      and i.record = any ((select plans.my_led('priority') || plans.my_led('outcome') || plans.my_led('action'))::uuid[]))
    or (i.kind = 'measure' and i.record = any ((select performance.my_measures())::uuid[]))
    or (i.kind = 'scorecard' and i.item = any ((select meetings.my_paper_items())::uuid[]))$also$);
end $$;

-- What comes out of plans, scorecards, recommendations and voices, for feeds and mails: of what everybody reads, and nothing else. `at` is the database's clock, for
-- mails; `dated` is the end of a record's own day where that was earlier, for feeds: a house that a record was brought into does not tell of it as new.
create view publicsite.coming_out as
  select i.kind, i.record, i.body, i.came_out as at, least(i.came_out, (i.day + 1)::timestamp at time zone 'Europe/London') as dated, i.title, i.subject,
      case i.kind
        when 'scorecard' then (select array_agg(t.topic) from meetings.item_topic t where t.item = i.item)
        when 'answer' then (select array_agg(t.topic) from voice.answer a join meetings.decision d on d.id = a.decision and d.sight = 'public' and not d.withdrawn
          join (select x.decision, null::uuid as item, x.topic from meetings.decision_topic x union all select null, y.item, y.topic from meetings.item_topic y) t
            on t.decision = d.id or t.item = d.item where a.id = i.record)
      end as topics
    from publicsite.indexed i
    where i.sight = 'public' and not i.face and i.came_out is not null
      and (i.kind in ('scorecard', 'response', 'answer') or (i.kind = 'plan_version' and exists (select from plans.plan_version v where v.id = i.record and v.state = 'published')));
grant select on publicsite.coming_out to goldenthread_app;

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
    where t.kind in ('plan_version', 'plan_row', 'measure', 'scorecard', 'recommendation', 'response', 'review', 'heard', 'view', 'answer');
alter table publicsite.indexed enable trigger came_out;
