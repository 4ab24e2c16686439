-- Asking what is held about somebody, and what becomes of it (requirement E12; handbook of early help 1.8, 2 and 7.5). Only whoever owns information governance
-- reads a request, and what is held only for a request that is open; each reading stands in the list of who looked.

-- How long an answer may take, by date.
create table casework.access_rule (
  starts_on date primary key,
  months int not null check (months between 1 and 6),
  longer_months int not null check (longer_months between 0 and 6),     -- by so many at most, with a reason that the asker is told
  source text not null check (source <> '')
);
insert into casework.access_rule (starts_on, months, longer_months, source) values
  ('2018-05-25', 1, 2, 'UK GDPR, article 12(3): one month, longer by two where it is complex; to be checked by the partnership');
-- Why something may be kept back, by date; the partnership checks each before it is used.
create table casework.exemption (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
insert into casework.exemption (code, name, source, starts_on) values
  ('third-party', 'It is about somebody else, who has not agreed', 'Data Protection Act 2018, schedule 2, paragraph 16; to be checked by the partnership', '2018-05-25'),
  ('serious-harm', 'Serious harm to the person or to somebody else is likely', 'Data Protection Act 2018, schedule 3; to be checked by the partnership', '2018-05-25'),
  ('child-abuse-data', 'It is child abuse data, and giving it is not in the child’s interest', 'Data Protection Act 2018, schedule 3, part 5; to be checked by the partnership', '2018-05-25'),
  ('legal-advice', 'It is advice of a lawyer', 'Data Protection Act 2018, schedule 2, paragraph 19; to be checked by the partnership', '2018-05-25'),
  ('shielded', 'It would tell where somebody is who is shielded from the asker', 'Data Protection Act 2018, schedule 2, paragraph 16, and schedule 3; to be checked by the partnership', '2018-05-25');

create table casework.access_request (
  id uuid primary key,
  family uuid not null references casework.family,
  subject uuid not null,                                               -- whose record it is
  asker uuid,                                                          -- who asks, where they are of the family
  asked_by text not null check (asked_by <> '' and length(asked_by) <= 200),
  entitled_by text not null check (entitled_by in ('self', 'competent-child', 'responsibility', 'authorised')),
  entitled_how text not null check (entitled_how <> '' and length(entitled_how) <= 2000), -- how one knows: who they are, that the child understands, or agrees
  received_on date not null,
  due_on date not null,
  rule date not null references casework.access_rule,
  longer_because text not null default '' check (length(longer_because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  sent_on date check (sent_on >= received_on),
  sent_how text check (sent_how in ('paper', 'mail', 'spoken')),
  sent_by uuid references governance.person,
  digest text check (digest ~ '^[0-9a-f]{64}$'),                       -- of what was sent
  ended_on date check (ended_on >= received_on),                       -- taken back, or refused
  ended_because text not null default '' check (length(ended_because) <= 2000),
  version int not null default 1,
  foreign key (subject, family) references casework.person (id, family),
  foreign key (asker, family) references casework.person (id, family),
  check (due_on > received_on),
  check (num_nonnulls(sent_on, sent_how, sent_by, digest) in (0, 4)),
  check ((ended_on is null) = (ended_because = '')),
  check (sent_on is null or ended_on is null)
);
create index on casework.access_request (family);
-- What is decided of each record that is held; of one that changed since, it is decided anew.
create table casework.access_entry (
  request uuid not null references casework.access_request,
  source text not null,
  record uuid not null,
  digest text not null,                                                -- of what the record said
  verdict text not null check (verdict in ('give', 'part', 'withhold')),
  given text not null default '' check (length(given) <= 50000),       -- of 'part': the words that are given
  exemption text references casework.exemption,
  because text not null default '' check (length(because) <= 2000),
  decided_by uuid not null references governance.person,
  decided_at timestamptz not null,
  primary key (request, source, record),
  check ((verdict = 'part') = (given <> '')),
  check ((verdict = 'give') = (exemption is null) and (verdict = 'give') = (because = ''))
);
do $$
declare
  name text;
  owns constant text := '(select casework.may_approve_sharing())';
begin
  foreach name in array array['access_rule', 'exemption', 'access_request', 'access_entry'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, owns);
  end loop;
  grant insert on casework.access_request, casework.access_entry to goldenthread_casework;
  grant update (due_on, longer_because, sent_on, sent_how, sent_by, digest, ended_on, ended_because, version) on casework.access_request to goldenthread_casework;
  grant update (digest, verdict, given, exemption, because, decided_by, decided_at) on casework.access_entry to goldenthread_casework;
  execute format('create policy open_it on casework.access_request for insert to goldenthread_casework with check (%s and entered_by = (select casework.me()) and sent_on is null and ended_on is null)', owns);
  execute format('create policy go_on on casework.access_request for update to goldenthread_casework using (%1$s and sent_on is null and ended_on is null) with check (%1$s and (sent_by is null or sent_by = (select casework.me())))', owns);
  execute format('create policy decide on casework.access_entry for insert to goldenthread_casework with check (%s and decided_by = (select casework.me()) and exists (select from casework.access_request r where r.id = request and r.sent_on is null and r.ended_on is null))', owns);
  execute format('create policy decide_anew on casework.access_entry for update to goldenthread_casework using (%1$s and exists (select from casework.access_request r where r.id = request and r.sent_on is null and r.ended_on is null)) with check (decided_by = (select casework.me()))', owns);
end $$;
-- An answer is due by the rule of the day on which it was asked for; longer only within what the rule allows, and with a reason.
create function casework.keep_access_request() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare rule casework.access_rule;
begin
  select * into rule from casework.access_rule r where r.starts_on <= new.received_on order by r.starts_on desc limit 1;
  new.rule := rule.starts_on;
  if tg_op = 'INSERT' then
    new.due_on := (new.received_on + make_interval(months => rule.months))::date;
  elsif new.due_on is distinct from old.due_on and (new.longer_because = '' or new.due_on > (new.received_on + make_interval(months => rule.months + rule.longer_months))::date) then
    raise exception 'longer than the rule allows, or without a reason' using errcode = 'check_violation', constraint = 'within_rule';
  end if;
  return new;
end $$;
revoke all on function casework.keep_access_request() from public;
create trigger within_rule before insert or update on casework.access_request for each row execute function casework.keep_access_request();

-- Whom a name, and a birthday where one is told, is held of. Each family that it finds is told in the list of who looked.
create function casework.find_subject(asked_name text, asked_born date, asked_reference text) returns table (person uuid, family uuid, name text, born_on date, reference text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := casework.demand_governance();
begin
  for person, family, name, born_on, reference in select p.id, p.family, p.name, p.born_on, (select min(e.reference) from casework.episode e where e.family = p.family) from casework.person p
      where lower(p.name) = lower(asked_name) and (asked_born is null or p.born_on = asked_born)
        and (asked_reference is null or exists (select from casework.episode e where e.family = p.family and e.reference = asked_reference)) loop
    insert into casework.look (id, episode, person, what, at) select gen_random_uuid(), e.id, me, 'existence', platform.now() from casework.episode e where e.family = find_subject.family;
    return next;
  end loop;
end $$;
-- Who of a family asks, where they bear the name that was written down; null where nobody does, or several do.
create function casework.relative_called(asked uuid, asked_name text) returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform casework.demand_governance();
  return (select case when count(*) = 1 then (array_agg(p.id))[1] end from casework.person p where p.family = asked and lower(p.name) = lower(asked_name));
end $$;
-- The people of the family of a request that is open: who else a record can be about.
create function casework.people_of_request(asked uuid) returns table (id uuid, name text, part text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform casework.demand_governance();
  return query select p.id, p.name, p.part from casework.access_request r join casework.person p on p.family = r.family where r.id = asked;
end $$;

-- Everything that is held of the family of a request that is open, each row as it stands. Reading it is written as a look at each record of the family.
-- Tables are found in the catalogue, so that none that is added later is left out; what no words of a family stand in is named here.
create function casework.held_for(asked uuid) returns table (source text, record uuid, episode uuid, content jsonb, is_hidden boolean, digest text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  one record;
  its record;
  held record;
  chosen text;
  hidden uuid[];
  places text[];
  said text;
begin
  select * into its from casework.access_request r where r.id = asked and r.sent_on is null and r.ended_on is null;
  if its is null then return; end if;
  insert into casework.look (id, episode, person, what, at) select gen_random_uuid(), e.id, me, 'page', platform.now() from casework.episode e where e.family = its.family;
  -- Whose whereabouts are shielded, now or ever, from whom it is about or from whoever asks; where nobody of the family asks, from anybody.
  select array_agg(distinct same.id) into hidden from casework.address_shield s cross join unnest(casework.same_person(s.person)) same (id)
    where s.family = its.family and (s.shielded_from = any (casework.same_person(its.subject)) or s.shielded_from = any (casework.same_person(its.asker))
      or (its.asker is null and not s.person = any (casework.same_person(its.subject))));
  select array_agg(v.place) into places from casework.address a cross join lateral (values (casework.plain_place(a.lines)), (casework.plain_place(a.postcode))) v (place)
    where a.person = any (hidden) and length(v.place) > 3;
  for one in
    select c.relname::text as name, bool_or(a.attname = 'episode') as by_episode from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('episode', 'family') and not a.attisdropped
      where c.relnamespace = 'casework'::regnamespace and c.relkind = 'r'
        and c.relname <> all (array['access_request', 'legal_hold', 'retention_review', 'destruction', 'quality_frame', 'quality_item', 'quality_assignment', 'transition_link', 'transition_code'])
      group by c.relname
    union all select 'agreement_scope', null order by 1 loop
    chosen := case when one.by_episode is null then format('exists (select from casework.agreement a join casework.episode e on e.id = a.episode where a.id = t.agreement and e.family = %L::uuid)', its.family)
      when one.by_episode then format('t.episode in (select e.id from casework.episode e where e.family = %L::uuid)', its.family)
      else format('t.family = %L::uuid', its.family) end;
    for held in execute format('select to_jsonb(t) as row from casework.%I t where %s', one.name, chosen) loop
      source := one.name;
      content := held.row;
      record := coalesce(content ->> 'id', content ->> 'transition', case when one.by_episode is null then md5(content::text)::uuid::text end, content ->> 'episode', md5(content::text)::uuid::text)::uuid;
      episode := (content ->> 'episode')::uuid;
      -- What is shielded from whoever it is about, or asks, never leaves this function; nor does whatever names the same place, wherever it was written.
      said := casework.plain_place(content::text);
      is_hidden := coalesce(content -> 'shielded_from', '[]') ?| array_remove(array[its.subject::text, its.asker::text], null)
        or (one.name = 'address_shield' and its.asker is null) or (one.name in ('address', 'address_shield') and (content ->> 'person')::uuid = any (hidden))
        or exists (select from unnest(places) p (place) where strpos(said, p.place) > 0);
      digest := encode(sha256(convert_to(content::text, 'UTF8')), 'hex');
      if is_hidden then content := jsonb_strip_nulls(jsonb_build_object('role', content -> 'role', 'entered_by', content -> 'entered_by', 'entered_at', content -> 'entered_at')); end if;
      content := content - 'bytes';
      if content ? 'field' then
        content := content || jsonb_build_object('question', (select l.label from casework.form_line l where l.form_version = (content ->> 'form_version')::uuid and l.field = (content ->> 'field')::uuid));
      end if;
      return next;
    end loop;
  end loop;
end $$;
-- What was sent is a disclosure to the family, in each of its records; it went to no agency.
alter table casework.disclosure add column request uuid references casework.access_request;
alter table casework.disclosure drop constraint to_somebody;
alter table casework.disclosure add constraint to_somebody check (organisation is not null or print is not null or request is not null);
create function casework.note_request_sent() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into casework.disclosure (id, episode, class, channel, at, recorded_by, request)
    select gen_random_uuid(), e.id, k.class, new.sent_how, platform.now(), new.sent_by, new.id from casework.episode e cross join (values ('family'), ('assessment'), ('voice'), ('plan')) k (class)
    where e.family = new.family and not exists (select from casework.destruction d where d.episode = e.id);
  return new;
end $$;
create trigger disclosed after update on casework.access_request for each row when (new.sent_on is not null and old.sent_on is null) execute function casework.note_request_sent();
revoke all on function casework.find_subject(text, date, text), casework.relative_called(uuid, text), casework.people_of_request(uuid), casework.held_for(uuid), casework.note_request_sent() from public;
grant execute on function casework.find_subject(text, date, text), casework.relative_called(uuid, text), casework.people_of_request(uuid), casework.held_for(uuid) to goldenthread_casework;
