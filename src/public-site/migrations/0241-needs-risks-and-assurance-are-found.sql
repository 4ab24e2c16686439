-- Needs assessments with their findings, risks, challenges, audits and what is said of figures can be found (requirements O4, P1, P5, P6, P8), each as far as it may
-- be read. Answers and scores of single agencies are not: they are for a few alone.
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing', 'motion', 'election', 'ratification', 'organisation', 'consultation',
  'plan_version', 'plan_row', 'measure', 'scorecard', 'recommendation', 'response', 'review', 'heard', 'view', 'answer',
  'assessment', 'finding', 'risk', 'challenge', 'audit', 'case_audit', 'commentary', 'procedure'));

create view publicsite.every_assessment (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'assessment', a.id, 0, false, a.sight, false, a.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, a.published_on, '', a.title,
      concat_ws(' ', a.topic, nullif(a.population, ''), nullif(a.summary, ''), nullif(a.end_reason, ''))
    from plans.assessment a;
-- Findings, needs, evidence and gaps, each under the address by which it is cited.
create view publicsite.every_finding (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'finding', r.id, 0, false, r.sight, false, r.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, coalesce(r.dated_on, a.published_on), '',
      concat(initcap(r.kind), ' ', r.number, ': ', r.title), concat_ws(' ', nullif(r.text, ''), nullif(r.source, ''), a.title)
    from plans.assessment_row r join plans.assessment a on a.id = r.assessment;
create view publicsite.every_risk (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'risk', r.id, 0, false, r.sight, false, r.body, null::uuid, null::uuid, null::uuid, r.owner, null::uuid, r.raised_on, '', concat('Risk ', r.number, ': ', r.title),
      concat_ws(' ', nullif(r.cause, ''), r.event, nullif(r.effect, ''), nullif(r.close_reason, ''))
    from plans.risk r;
create view publicsite.every_challenge (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'challenge', c.id, 0, false, c.sight, false, c.body, null::uuid, null::uuid, null::uuid, c.owner, null::uuid, c.raised_on, '',
      concat('Challenge ', c.number, ': ', c.title),
      concat_ws(' ', c.text, c.raised_by || '.', c.addressee_office || '.', nullif(c.response, ''), nullif(c.impact, ''), nullif(c.impact_evidence, ''))
    from assurance.challenge c;
create view publicsite.every_audit (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'audit', r.id, 0, false, r.sight, false, r.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, coalesce(r.reported_on, r.opens_on), '', r.title,
      concat_ws(' ', t.title, nullif(t.source, ''), nullif(r.summary, ''))
    from assurance.audit_round r join assurance.toolkit t on t.id = r.toolkit;
create view publicsite.every_case_audit (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'case_audit', c.id, 0, false, 'members', false, c.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, c.held_on, '', c.theme,
      concat_ws(' ', c.sample_how, nullif(c.learning, ''))
    from assurance.case_audit c;
-- What is said of a figure is read with its measure; what another text replaced is not found. `item` is the measure, `subject` leads there.
create view publicsite.every_commentary (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'commentary', c.id, 0, false, case when m.sight = 'public' then c.sight when m.sight = 'draft' then 'draft' else 'members' end, false, c.body, null::uuid,
      null::uuid, c.measure, null::uuid, null::uuid, c.ends_on - 1, c.measure::text, concat('On the figures of: ', d.title), c.words
    from performance.commentary c join performance.measure m on m.id = c.measure join performance.measure_definition d on d.measure = m.id
    where d.number = (select max(x.number) from performance.measure_definition x where x.measure = m.id)
      and not exists (select from performance.commentary later where later.measure = c.measure and later.starts_on = c.starts_on and later.ends_on = c.ends_on
        and later.id > c.id and (later.sight = 'public' or c.sight = 'members'));

do $$
declare of_kind text; whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  foreach of_kind in array array['assessment', 'finding', 'risk', 'challenge', 'audit', 'case_audit', 'commentary'] loop
    whole := whole || format(' union all select * from publicsite.every_%s', of_kind);
    -- The same as for every other kind: made of how decisions are indexed.
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || whole;
end $$;

-- Which rows a change touches.
create function publicsite.index_assured() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb; of_record uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  of_record := (one ->> 'id')::uuid;
  case tg_table_schema || '.' || tg_table_name
    when 'plans.assessment' then
      perform publicsite.index_assessment(of_record);
      perform publicsite.index_finding(r.id) from plans.assessment_row r where r.assessment = of_record;
    when 'plans.assessment_row' then perform publicsite.index_finding(of_record);
    when 'plans.risk' then perform publicsite.index_risk(of_record);
    when 'assurance.challenge' then perform publicsite.index_challenge(of_record);
    when 'assurance.audit_round' then perform publicsite.index_audit(of_record);
    when 'assurance.case_audit' then perform publicsite.index_case_audit(of_record);
    else
      perform publicsite.index_commentary(c.id) from performance.commentary c
        where c.measure = case tg_table_name when 'measure' then of_record else (one ->> 'measure')::uuid end;
  end case;
  return null;
end $$;
revoke all on function publicsite.index_assured() from public;
do $$
declare of_table text;
begin
  foreach of_table in array array['plans.assessment', 'plans.assessment_row', 'plans.risk', 'assurance.challenge', 'assurance.audit_round', 'assurance.case_audit',
      'performance.commentary', 'performance.measure', 'performance.measure_definition'] loop
    execute format('create trigger found_assured after insert or update or delete on %s for each row execute function publicsite.index_assured()', of_table);
  end loop;
end $$;

-- Who finds them: their policies once more, where they say something besides the sight of the board and its owner.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  -- Some versions of PostgreSQL print the name of the table before its columns, some do not.
  place constant text := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
begin
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'audit' and i.sight = 'members' and i.record = any ((select assurance.my_audit_rounds())::uuid[]))
    or (i.kind = 'commentary' and i.item = any ((select performance.my_measures())::uuid[]))$also$);
end $$;

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
    where t.kind in ('assessment', 'finding', 'risk', 'challenge', 'audit', 'case_audit', 'commentary');
alter table publicsite.indexed enable trigger came_out;
