-- Submissions to national bodies are found by the search, as far as each may be read (requirements P3, O4), and so are reports that a schedule made (I4).
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  -- Added to the kinds that stand there, whichever these are.
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check ' || replace(definition, place, place || ', ''submission''::text');
end $$;
-- The name of the plan stays out: it is read as far as its own sight goes.
create view publicsite.every_submission (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'submission', s.id, 0, false, s.sight, false, s.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid,
      coalesce(s.outcome_on, (select max(x.sent_on) from plans.submission_sending x where x.submission = s.id)), '', concat('Submission to ', s.to_name),
      concat_ws(' ', s.source, nullif(s.outcome_words, ''), nullif(s.withdrawn_because, ''),
        (select string_agg(concat_ws(' ', x.sent_by, nullif(x.reference, '')), ' ' order by x.sent_on, x.id) from plans.submission_sending x where x.submission = s.id),
        (select string_agg(concat_ws(' ', q.question, nullif(q.answer, '')), ' ' order by q.number) from plans.submission_query q where q.submission = s.id),
        (select string_agg(concat_ws(' ', c.text, c.owner_name, nullif(c.evidence, '')), ' ' order by c.number) from plans.submission_condition c where c.submission = s.id))
    from plans.submission s;
do $$
declare whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_submission'),
    'publicsite.every_decision', 'publicsite.every_submission'), '''decision''', '''submission''');
  execute 'create or replace view publicsite.to_index as ' || whole || ' union all select * from publicsite.every_submission';
end $$;
revoke all on function publicsite.index_submission(uuid) from public;
create function publicsite.index_submissions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  perform publicsite.index_submission(coalesce(one ->> 'submission', one ->> 'id')::uuid);
  return null;
end $$;
revoke all on function publicsite.index_submissions() from public;
do $$
declare name text;
begin
  foreach name in array array['submission', 'submission_sending', 'submission_query', 'submission_condition'] loop
    execute format('create trigger found after insert or update or delete on plans.%I for each row execute function publicsite.index_submissions()', name);
  end loop;
end $$;

-- A report that a schedule made is anybody's to read; one of a priority as far as that is.
create or replace view publicsite.every_scorecard (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'scorecard', s.id, 0, false, c.sight, c.category <> 'public', c.body, null::uuid, c.meeting, c.item, null::uuid, null::uuid,
      m.held_on, '', s.title, s.note
    from performance.scorecard s join meetings.item_content c on c.item = s.item join meetings.meeting m on m.id = c.meeting
  union all
  select 'scorecard', s.id, 0, false, case when s.priority is null then 'public'
      else coalesce((select case when 'public' = any (array_agg(t.sight)) then 'public' when 'members' = any (array_agg(t.sight)) then 'members' else 'draft' end
        from plans.priority_text t where t.priority = s.priority), 'draft') end, false, s.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid,
      (s.frozen_at at time zone 'Europe/London')::date, '', s.title, s.note
    from performance.scorecard s where s.schedule is not null;

create function publicsite.index_scheduled() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_priority constant uuid := case when tg_op = 'DELETE' then old.priority else new.priority end;
begin
  if tg_op = 'UPDATE' and new.sight = old.sight then return null; end if;
  perform publicsite.index_scorecard(s.id) from performance.scorecard s where s.priority = of_priority and s.schedule is not null;
  return null;
end $$;
revoke all on function publicsite.index_scheduled() from public;
create trigger found_scheduled after insert or update or delete on plans.priority_text for each row execute function publicsite.index_scheduled();

-- Whoever owns a condition finds what it stands under.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  place constant text := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
begin
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'submission' and i.record = any ((select plans.my_submissions())::uuid[]))$also$);
end $$;

-- What is there already.
do $$
begin
  perform publicsite.index_submission(s.id) from plans.submission s;
  perform publicsite.index_scorecard(s.id) from performance.scorecard s where s.schedule is not null;
end $$;
