-- A shield reaches contacts, not only addresses: nothing made for somebody carries the telephone, mail, school or place of work of whoever is shielded from them; and before a
-- plan is printed whose words name such a place, whoever prints it is asked (requirement E1; handbook of early help 1.1 and 8).
create table casework.person_contact (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  kind text not null check (kind in ('phone', 'mail', 'school', 'work')),
  value text not null check (value <> '' and length(value) <= 300),
  starts_on date,
  ends_on date check (ends_on > starts_on),
  source text not null check (source <> '' and length(source) <= 200),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family)
);
comment on table casework.person_contact is 'How somebody of a family is reached, and which school or place of work tells where they are';
create index on casework.person_contact (person);
create index on casework.person_contact (family);
select casework.seal_content('casework.person_contact', 'family', array['keeper']);
revoke update on casework.person_contact from goldenthread_casework;
grant update (ends_on, version) on casework.person_contact to goldenthread_casework;

-- A contact in the form in which two are compared: of a telephone its last nine digits, however the country is written.
create function casework.plain_contact(kind text, value text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when kind = 'phone' then right(regexp_replace(value, '[^0-9]', '', 'g'), 9) else regexp_replace(lower(normalize(value, NFKC)), '[^[:alnum:]]', '', 'g') end
$$;
-- Whose whereabouts nothing made for a recipient may tell; for whoever is nobody of the family, of everybody who is shielded from anybody. By the rule of casework.addresses_for.
create function casework.hidden_from(asked_family uuid, recipient uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct same.id), '{}') from casework.address_shield s cross join unnest(casework.same_person(s.person)) same (id)
    where s.family = asked_family and s.starts_on <= platform.today() and (s.ends_on is null or s.ends_on > platform.today())
      and (s.shielded_from = any (casework.same_person(recipient)) or not exists (select from casework.person p where p.id = recipient and p.family = asked_family))
$$;
-- What tells where they are: whole addresses, each line of one, postcodes and contacts, as they are; and, less surely, a street without its number.
create function casework.hidden_places(asked_family uuid, recipient uuid) returns table (place text, is_sure boolean) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with hidden as (select casework.hidden_from(asked_family, recipient) as people),
  lines as (select l.line, l.nr from hidden, casework.address a cross join lateral regexp_split_to_table(a.lines, '[\n,]') with ordinality l (line, nr) where a.person = any (hidden.people))
  select v.place, v.is_sure from (
    select casework.plain_place(l.line), true from lines l where l.line ~ '[0-9]'
    union select casework.plain_place(a.postcode), true from hidden, casework.address a where a.person = any (hidden.people)
    union select casework.plain_contact(c.kind, c.value), true from hidden, casework.person_contact c where c.person = any (hidden.people)
    union select casework.plain_place(regexp_replace(l.line, '[0-9]+[a-zA-Z]?', '', 'g')), false from lines l where l.nr = 1
  ) v (place, is_sure) where length(v.place) >= 5
$$;
-- The contacts of a family that may be shown to one recipient; nothing for whoever may not read who belongs to the family.
create function casework.contacts_for(asked_episode uuid, recipient uuid) returns table (id uuid, person uuid, kind text, value text, starts_on date, ends_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked_family uuid;
  hidden uuid[];
begin
  if asked_episode is null or not (asked_episode = any (casework.open_now('family'))) then return; end if;
  select e.family into asked_family from casework.episode e where e.id = asked_episode;
  hidden := casework.hidden_from(asked_family, recipient);
  return query select c.id, c.person, c.kind, c.value, c.starts_on, c.ends_on from casework.person_contact c
    where c.episode = asked_episode and not c.person = any (hidden)
      and not exists (select from casework.person_contact h where h.family = asked_family and h.person = any (hidden)
        and casework.plain_contact(h.kind, h.value) in (casework.plain_contact(c.kind, c.value), casework.plain_place(c.value)))
      and not exists (select from casework.hidden_places(asked_family, recipient) p where p.is_sure and strpos(casework.plain_place(c.value), p.place) > 0)
    order by c.kind, c.starts_on desc nulls last, c.id;
end $$;
-- Whether the words of a plan, as one recipient is given it, name what is shielded from them: 'exact', 'loose', or null. For whoever leads the family, who looks.
create function casework.print_tells(asked_episode uuid, recipient uuid, asked_number int) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked_family uuid;
  said text;
begin
  if not (asked_episode = any (casework.looked_at())) or not (asked_episode = any (casework.open_now('plan'))) then return null; end if;
  select e.family into asked_family from casework.episode e where e.id = asked_episode;
  select string_agg(casework.plain_place(x.words), ' ') into said from (
    select v.family_words from casework.plan_version v where v.episode = asked_episode and v.number = asked_number
    union all select n.need || ' | ' || n.outcome from casework.plan_need n where n.episode = asked_episode and n.from_number <= asked_number and (n.to_number is null or n.to_number > asked_number)
    union all select a.what from casework.plan_action a where a.episode = asked_episode and a.state not in ('ended', 'declined')
    union all select concat_ws(' | ', m.name, m.agency, m.role) from casework.team_member m where m.episode = asked_episode and m.ends_on is null
    union all select m.contact from casework.team_member m where m.episode = asked_episode and m.ends_on is null
      and (case when exists (select from casework.person p where p.id = recipient and p.family = asked_family) then not m.shielded_from && casework.same_person(recipient) else m.shielded_from = '{}' end)
    union all select concat_ws(' | ', d.who, d.about, d.words) from casework.dissent d where d.episode = asked_episode and d.class = 'plan') x (words);
  return (select case when bool_or(p.is_sure) then 'exact' when count(*) > 0 then 'loose' end
    from casework.hidden_places(asked_family, recipient) p where strpos(said, p.place) > 0);
end $$;
alter table casework.plan_print add column is_sure boolean not null default false;
comment on column casework.plan_print.is_sure is 'Whoever printed it was asked, and had read it, where its words name what is shielded from the reader';
create function casework.keep_print_untold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and not new.is_sure and casework.print_tells(new.episode, new.relative, new.plan_number) is not null then
    raise exception 'its words name what is shielded from the reader' using errcode = 'check_violation', constraint = 'print_tells';
  end if;
  return new;
end $$;
create trigger untold before insert on casework.plan_print for each row execute function casework.keep_print_untold();
revoke all on function casework.plain_contact(text, text), casework.hidden_from(uuid, uuid), casework.hidden_places(uuid, uuid), casework.contacts_for(uuid, uuid),
  casework.print_tells(uuid, uuid, int), casework.keep_print_untold() from public;
grant execute on function casework.contacts_for(uuid, uuid), casework.print_tells(uuid, uuid, int) to goldenthread_casework;

do $$
declare
  former text;
  body text;
begin
  -- Contacts of whoever is shielded are kept back from answers to whoever asks what is held, and so is whatever names them (casework.held_for).
  former := pg_get_functiondef('casework.held_for(uuid)'::regprocedure);
  body := replace(former, 'where a.person = any (hidden) and length(v.place) > 3;', 'where a.person = any (hidden) and length(v.place) > 3;
  places := places || (select array_agg(casework.plain_contact(c.kind, c.value)) from casework.person_contact c where c.person = any (hidden) and length(casework.plain_contact(c.kind, c.value)) > 4);');
  body := replace(body, 'one.name in (''address'', ''address_shield'')', 'one.name in (''address'', ''address_shield'', ''person_contact'')');
  if body = former or body !~ 'plain_contact' or body !~ '''person_contact''' then raise exception 'casework.held_for is not what it was'; end if;
  execute body;
end $$;
