-- Before any paper of a family is printed whose words name what is shielded from its reader, whoever prints it is asked: an assessment and the family's own page as the plan (migration 0722;
-- requirement E1; handbook of early help 1.1).

-- Whether words name what is shielded from a reader: 'exact', 'loose', or null. For whoever looks at this family and may read this part of it: they hold the words already.
create function casework.words_tell(asked_episode uuid, asked_class text, recipient uuid, words text) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked_family uuid;
  said constant text := casework.plain_place(words);
begin
  if not (asked_episode = any (casework.looked_at())) or not (asked_episode = any (casework.open_now(asked_class))) then return null; end if;
  select e.family into asked_family from casework.episode e where e.id = asked_episode;
  return (select case when bool_or(p.is_sure) then 'exact' when count(*) > 0 then 'loose' end
    from casework.hidden_places(asked_family, recipient) p where strpos(said, p.place) > 0);
end $$;

create table casework.paper_sure (
  id uuid primary key,
  episode uuid not null,
  family uuid not null,
  class text not null check (class in ('assessment', 'plan')),
  assessment uuid,
  recipient uuid,                                                       -- nobody in particular where it is null
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (assessment, episode) references casework.assessment (id, episode),
  foreign key (recipient, family) references casework.person (id, family),
  check ((class = 'assessment') = (assessment is not null))
);
comment on table casework.paper_sure is 'Who had read every word of a paper before it was printed, although its words name what is shielded from its reader';
comment on column casework.paper_sure.digest is 'SHA-256 of the words that were read: other words are asked about again';
create index on casework.paper_sure (episode);
create index on casework.paper_sure (assessment);
create index on casework.paper_sure (recipient);
select platform.protect('casework.paper_sure');
grant select, insert on casework.paper_sure to goldenthread_casework;
do $$
declare
  name text;
  opened text := 'false';
begin
  foreach name in array array['family', 'assessment', 'voice', 'plan'] loop
    opened := opened || format(' or (class = %1$L and episode = any ((select casework.open_now(%1$L))::uuid[]))', name);
  end loop;
  execute format('create policy read on casework.paper_sure for select to goldenthread_casework using (%s)', opened);
  execute format('create policy enter on casework.paper_sure for insert to goldenthread_casework with check ((%s) and entered_by = (select casework.me()))', opened);
end $$;
revoke all on function casework.words_tell(uuid, text, uuid, text) from public;
grant execute on function casework.words_tell(uuid, text, uuid, text) to goldenthread_casework;
