-- An assessment begun by mistake is taken back, and two people who were merged are two again (requirement E1; handbook of early help 1.1, 1.2, 7.4).

-- Nothing of it is destroyed: it is read as it was, with the reason, and counts for nothing. Not what was complete, sent, signed, or asked for of somebody else.
alter table casework.assessment
  add column taken_back_at timestamptz check (taken_back_at >= entered_at),
  add column taken_back_by uuid references governance.person,
  add column taken_back_because text not null default '' check (length(taken_back_because) <= 2000),
  add constraint taken_back_whole check (num_nonnulls(taken_back_at, taken_back_by) in (0, 2) and (taken_back_at is null) = (taken_back_because = '')),
  add constraint taken_back_unshared check (taken_back_at is null or (completed_at is null and sent_on is null)),
  drop constraint assessment_corrects_key,
  drop constraint assessment_number_revision_key;
comment on column casework.assessment.taken_back_because is 'Why it was begun by mistake';
create unique index corrected_once on casework.assessment (corrects) where taken_back_at is null;
create unique index one_of_each_revision on casework.assessment (number, revision) where taken_back_at is null;
drop index casework.one_open_assessment;
create unique index one_open_assessment on casework.assessment (episode) where completed_at is null and taken_back_at is null;

create function casework.keep_taken_back() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.taken_back_at is not null then
    raise exception 'what was taken back stays as it was' using errcode = 'insufficient_privilege', constraint = 'assessment_taken_back';
  end if;
  if exists (select from casework.assessment_signature s where s.assessment = new.id)
      or exists (select from casework.contribution c where c.assessment = new.id and c.taken_back_at is null) then
    raise exception 'what was signed, or asked for of somebody else, is not taken back' using errcode = 'check_violation', constraint = 'assessment_shared';
  end if;
  return new;
end $$;
create trigger taken_back before update on casework.assessment for each row when (old.taken_back_at is not null or new.taken_back_at is not null) execute function casework.keep_taken_back();
-- Whoever signs, or is asked, while it is taken back, waits and is refused.
create function casework.refuse_taken_back() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare since timestamptz;
begin
  if tg_table_name in ('assessment_signature', 'contribution') then
    perform from casework.assessment a where a.id = new.assessment for share;
  end if;
  select a.taken_back_at into since from casework.assessment a where a.id = new.assessment;
  if since is not null and platform.actor() is not null then
    raise exception 'what was taken back stays as it was' using errcode = 'insufficient_privilege', constraint = 'assessment_taken_back';
  end if;
  return new;
end $$;
create trigger not_taken_back before insert on casework.assessment_signature for each row execute function casework.refuse_taken_back();
create trigger not_taken_back before insert on casework.contribution for each row execute function casework.refuse_taken_back();
do $$
declare
  name text;
  body text;
  former text;
begin
  foreach name in array array['answer', 'assessment_part', 'assessment_view', 'assessment_author', 'assessment_known'] loop
    execute format('create trigger not_taken_back before insert or update on casework.%I for each row execute function casework.refuse_taken_back()', name);
  end loop;
  -- The columns that may change, and nothing else of what these two functions say.
  former := pg_get_functiondef('casework.keep_assessment()'::regprocedure);
  body := replace(former, '''completed_by'', ''version''', '''completed_by'', ''taken_back_at'', ''taken_back_by'', ''taken_back_because'', ''version''');
  if body = former then raise exception 'casework.keep_assessment is not what it was'; end if;
  execute body;
  -- What a child said of an assessment that was begun by mistake is no entry of theirs on the drift list.
  former := pg_get_functiondef('casework.drift_facts(date, date)'::regprocedure);
  body := replace(former, 'where v.verdict <> ''not-asked''', 'where v.verdict <> ''not-asked'' and not exists (select from casework.assessment b where b.id = v.assessment and b.taken_back_at is not null)');
  if body = former then raise exception 'casework.drift_facts is not what it was'; end if;
  execute body;
end $$;

-- Two people who were read as one, by mistake. Each has what was written of them; what was written since of whoever was kept stays theirs.
create table casework.person_unmerge (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  kept uuid not null,
  merged uuid not null check (merged <> kept),
  merge uuid not null unique,                                          -- that was undone
  merged_because text not null,
  merged_by uuid not null references governance.person,
  merged_at timestamptz not null,
  because text not null check (because <> '' and length(because) <= 1000),
  added_since int not null default 0 check (added_since >= 0),         -- lines of whoever was kept that were entered while the two were read as one
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (kept, family) references casework.person (id, family),
  foreign key (merged, family) references casework.person (id, family)
);
comment on table casework.person_unmerge is 'Two people of a family who were merged by mistake and are two again';
create index on casework.person_unmerge (family);
select casework.seal_content('casework.person_unmerge', 'family', array['keeper']);
revoke update on casework.person_unmerge from goldenthread_casework;

-- How many lines of each kind were entered of somebody since a moment; nothing for whoever may not read who belongs to the family.
create function casework.entered_since(asked_episode uuid, asked_person uuid, since timestamptz) returns table (kind text, lines int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not (asked_episode = any (casework.open_now('family')))
      or not exists (select from casework.person p join casework.episode e on e.family = p.family where p.id = asked_person and e.id = asked_episode) then return; end if;
  return query select f.kind, count(*)::int from (
    select 'fact' as kind, x.entered_at from casework.person_fact x where x.person = asked_person
    union all select 'name', x.entered_at from casework.person_name x where x.person = asked_person
    union all select 'number', x.entered_at from casework.person_identifier x where x.person = asked_person
    union all select 'relationship', x.entered_at from casework.relationship x where asked_person in (x.subject, x.object)
    union all select 'address', x.entered_at from casework.address x where x.person = asked_person
    union all select 'withheld', x.entered_at from casework.address_shield x where x.person = asked_person
    union all select 'said', x.entered_at from casework.own_words x where x.person = asked_person
    union all select 'said', x.entered_at from casework.scale_reading x where x.person = asked_person) f
    where f.entered_at >= since group by f.kind order by f.kind;
end $$;
create function casework.unmerge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare stood casework.person_merge;
begin
  -- Without an actor only the owner writes: backups brought back.
  if platform.actor() is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.family::text, 517));
  delete from casework.person_merge m where m.id = new.merge and m.family = new.family and m.kept = new.kept and m.merged = new.merged returning m.* into stood;
  if stood.id is null then
    raise exception 'these two are not one' using errcode = 'check_violation', constraint = 'merge_stands';
  end if;
  select coalesce(sum(s.lines), 0) into new.added_since from casework.entered_since(new.episode, new.kept, stood.entered_at) s;
  new.merged_because := stood.because; new.merged_by := stood.entered_by; new.merged_at := stood.entered_at;
  return new;
end $$;
create trigger undoes before insert on casework.person_unmerge for each row execute function casework.unmerge();
revoke all on function casework.keep_taken_back(), casework.refuse_taken_back(), casework.entered_since(uuid, uuid, timestamptz), casework.unmerge() from public;
grant execute on function casework.entered_since(uuid, uuid, timestamptz) to goldenthread_casework;
