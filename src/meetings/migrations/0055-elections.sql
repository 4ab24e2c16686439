-- Elections to the chair, the deputy chair and to seats by secret ballot (requirements G8, M14; decision 12).
-- The roll says who has voted and the box says what was voted, and nothing leads from one to the other: until the count a paper lies here sealed for a key
-- that the database never holds; the box is written at the count, all papers in one statement in the order of their receipts, which are random.

create table meetings.election (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'members' check (sight in ('members', 'public')),
  meeting uuid references meetings.meeting,               -- null: outside a meeting
  post text not null check (post in ('chair', 'deputy_chair', 'seat')),
  seat uuid references governance.seat,
  nominations_until date,                                 -- the last day; null: until the ballot opens
  note text not null default '',
  state text not null default 'nominations' check (state in ('nominations', 'open', 'counted', 'unopposed', 'called_off')),
  box_key uuid,                                           -- names the key of the box, which lies outside the database
  public_key bytea check (octet_length(public_key) = 44),
  opened_on date,
  ended_on date,
  elected uuid references governance.person,              -- null: nobody yet, or a tie
  result jsonb,
  tie_settled text check (tie_settled in ('casting', 'lot', 'again')),
  tie_note text not null default '',
  follows uuid references meetings.election,              -- held again after a tie
  called_off_because text not null default '',
  version int not null default 1,
  check ((post = 'seat') = (seat is not null)),
  check (state <> 'open' or (box_key is not null and public_key is not null)),
  check (state not in ('counted', 'unopposed') or result is not null)
);
create index on meetings.election (body);

create table meetings.election_candidate (
  id uuid primary key,
  election uuid not null references meetings.election,
  body uuid not null references governance.body,
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  nominated_by uuid not null references governance.person,
  statement text not null default '',
  state text not null check (state in ('nominated', 'accepted', 'declined', 'withdrawn')),
  version int not null default 1,
  unique (election, person)
);

-- The roll. No time, no number, no id: one row a voter, written anew at the count.
create table meetings.election_voter (
  election uuid not null references meetings.election,
  body uuid not null references governance.body,
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  voted boolean not null default false,
  primary key (election, person)
);

-- Papers that wait for the count, all of one size. The mark lets a paper that is sent twice be known again; it is keyed with what is destroyed at the count.
create table meetings.sealed_paper (
  mark bytea primary key check (octet_length(mark) = 32),
  election uuid not null references meetings.election,
  sealed bytea not null check (octet_length(sealed) = 80)
);
create index on meetings.sealed_paper (election);

-- The box: what was voted, under the receipt that its voter alone knows. Choice null: a paper for nobody.
create table meetings.ballot_paper (
  election uuid not null references meetings.election,
  receipt text not null check (receipt ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  body uuid not null references governance.body,
  choice uuid references meetings.election_candidate,
  primary key (election, receipt)
);

select platform.protect('meetings.election'), platform.protect('meetings.election_candidate'), platform.protect('meetings.election_voter'),
  platform.protect('meetings.sealed_paper'), platform.protect('meetings.ballot_paper');
grant select, insert, update on meetings.election, meetings.election_candidate to goldenthread_app;
grant select on meetings.election_voter, meetings.ballot_paper to goldenthread_app;

create policy read on meetings.election for select to goldenthread_app using (sight = 'public'
  or body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[]));
create policy call on meetings.election for insert to goldenthread_app
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and state = 'nominations' and sight = 'members');
create policy keep on meetings.election for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));

-- The ballot is opened and counted by the functions below alone, and what has ended stays as it ended.
create function meetings.election_goes_forward() returns trigger language plpgsql as $$
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if (new.body, new.post, new.seat, new.meeting, new.box_key, new.public_key, new.opened_on, new.follows)
      is distinct from (old.body, old.post, old.seat, old.meeting, old.box_key, old.public_key, old.opened_on, old.follows)
    or (new.state is distinct from old.state and not (old.state = 'nominations' and new.state = 'unopposed'))
    or (old.state in ('counted', 'unopposed', 'called_off') and new.result is distinct from old.result)
    or (new.elected is distinct from old.elected and not (old.elected is null
      and (new.state = 'unopposed' or (old.state = 'counted' and old.result->>'tied' is not null and new.tie_settled in ('casting', 'lot'))))) then
    raise exception 'an election is opened, counted and called off in one way only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger goes_forward before update on meetings.election for each row execute function meetings.election_goes_forward();

create policy read on meetings.election_candidate for select to goldenthread_app
  using (body = any ((select governance.my_full_sight_bodies())::uuid[])
    or exists (select from meetings.election e where e.id = election and e.meeting = any ((select meetings.my_guest_meetings())::uuid[])));
create policy keep on meetings.election_candidate for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy nominate on meetings.election_candidate for insert to goldenthread_app
  with check (nominated_by = (select governance.my_person()) and state = case when person = (select governance.my_person()) then 'accepted' else 'nominated' end
    and (body = any ((select governance.my_member_bodies())::uuid[]) or body = any ((select governance.my_deputy_bodies())::uuid[])
      or body = any ((select governance.my_chair_bodies())::uuid[])));
create policy answer on meetings.election_candidate for update to goldenthread_app
  using (person = (select governance.my_person()) or body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (person = (select governance.my_person()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
create trigger name_of_the_directory before insert or update of name, person on meetings.election_candidate
  for each row execute function meetings.name_of_the_directory();

-- Who stands is settled before the ballot opens: a paper that is out never changes.
create function meetings.candidates_before_the_ballot() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare e record;
begin
  select state, body into e from meetings.election where id = new.election for share;
  if e.body is distinct from new.body or (tg_op = 'UPDATE' and (new.election, new.person, new.nominated_by) is distinct from (old.election, old.person, old.nominated_by)) then
    raise exception 'a candidate stays in the election' using errcode = 'check_violation', constraint = 'candidate_of_its_election';
  end if;
  if e.state <> 'nominations' and platform.actor() is not null then
    raise exception 'the nominations are over' using errcode = 'check_violation', constraint = 'nominations_over';
  end if;
  return new;
end $$;
create trigger before_the_ballot before insert or update on meetings.election_candidate
  for each row execute function meetings.candidates_before_the_ballot();

-- While the ballot is open the roll is the clerk's, who reminds, and each voter's own line; afterwards it is the members'.
create policy read on meetings.election_voter for select to goldenthread_app
  using (person = (select governance.my_person()) or body = any ((select governance.my_clerk_bodies())::uuid[])
    or (body = any ((select governance.my_full_sight_bodies())::uuid[])
      and exists (select from meetings.election e where e.id = election and e.state <> 'open')));
create policy read on meetings.ballot_paper for select to goldenthread_app using (body = any ((select governance.my_full_sight_bodies())::uuid[])
  or exists (select from meetings.election_voter v where v.election = ballot_paper.election and v.person = (select governance.my_person())));

-- Opens the ballot: the key's public half, and everybody who may vote.
create function meetings.open_ballot(asked uuid, new_key uuid, new_public_key bytea, voters uuid[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.election e set state = 'open', box_key = new_key, public_key = new_public_key, opened_on = platform.today(), version = e.version + 1
    where e.id = asked and e.state = 'nominations' and e.body = any (governance.my_clerk_bodies())
      and (select count(*) from meetings.election_candidate c where c.election = asked and c.state = 'accepted') > 1;
  if not found then return false; end if;
  insert into meetings.election_voter (election, body, person, name)
    select e.id, e.body, p.id, p.name from meetings.election e, governance.person p where e.id = asked and p.id = any (voters);
  return true;
end $$;

-- Takes the actor's paper: one a voter, however often it is sent. 'cast', 'same' (this very paper lies in the box), 'voted', 'closed', 'not-entitled' or
-- 'mark-taken' (somebody else sent the same receipt).
create function meetings.cast_ballot(asked uuid, paper bytea, paper_mark bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare e record; me uuid := governance.my_person(); had boolean; lies boolean;
begin
  select state, body into e from meetings.election where id = asked for share;
  select voted into had from meetings.election_voter where election = asked and person = me for update;
  if not found then return 'not-entitled'; end if;
  if e.state <> 'open' then return 'closed'; end if;
  lies := exists (select from meetings.sealed_paper where election = asked and mark = paper_mark);
  if had then return case when lies then 'same' else 'voted' end; end if;
  if not exists (select from governance.appointment a join governance.seat s on s.id = a.seat
      where s.body = e.body and s.voting = 'voting' and a.person = me and governance.holds(a.starts_on, a.ends_on))
    and not exists (select from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
      where s.body = e.body and s.voting = 'voting' and d.person = me and governance.holds(d.starts_on, d.ends_on)) then
    return 'not-entitled';
  end if;
  if lies then return 'mark-taken'; end if;
  insert into meetings.sealed_paper (mark, election, sealed) values (paper_mark, asked, paper);
  update meetings.election_voter set voted = true where election = asked and person = me;
  return 'cast';
end $$;

-- What the clerk's count opens: sealed papers in an order that says nothing.
create function meetings.sealed_papers(asked uuid) returns table (sealed bytea)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select p.sealed from meetings.sealed_paper p join meetings.election e on e.id = p.election
    where e.id = asked and e.state = 'open' and e.body = any (governance.my_clerk_bodies()) order by p.sealed;
end $$;

-- Writes the roll anew, so that no row of it is of the transaction of a paper.
create function meetings.rewrite_roll(asked uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare roll meetings.election_voter[];
begin
  select array_agg(v order by v.person) into roll from meetings.election_voter v where v.election = asked;
  delete from meetings.election_voter where election = asked;
  insert into meetings.election_voter select * from unnest(roll);
end $$;

-- Counts: the box in one statement in the order of the receipts, the sealed papers gone, the roll written anew.
create function meetings.count_ballot(asked uuid, papers jsonb, counted jsonb, winner uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare e record;
begin
  select id, body, state into e from meetings.election where id = asked for update;
  if e.state is distinct from 'open' or not e.body = any (governance.my_clerk_bodies()) then return false; end if;
  if jsonb_array_length(papers) <> (select count(*) from meetings.sealed_paper where election = asked)
    or jsonb_array_length(papers) <> (select count(*) from meetings.election_voter where election = asked and voted) then
    raise exception 'the box and the roll differ' using errcode = 'check_violation', constraint = 'box_agrees_with_roll';
  end if;
  insert into meetings.ballot_paper (election, receipt, body, choice)
    select asked, p.receipt, e.body, p.choice from jsonb_to_recordset(papers) as p(receipt text, choice uuid) order by p.receipt;
  if exists (select from meetings.ballot_paper b where b.election = asked and b.choice is not null
      and not exists (select from meetings.election_candidate c where c.id = b.choice and c.election = asked and c.state = 'accepted')) then
    raise exception 'a paper for nobody who stands' using errcode = 'check_violation', constraint = 'paper_for_a_candidate';
  end if;
  delete from meetings.sealed_paper where election = asked;
  perform meetings.rewrite_roll(asked);
  update meetings.election set state = 'counted', result = counted, elected = winner, ended_on = platform.today(), version = version + 1 where id = asked;
  return true;
end $$;

-- Calls an election off: what lies in the box is never opened.
create function meetings.call_off_election(asked uuid, reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.election e set state = 'called_off', called_off_because = reason, ended_on = platform.today(), version = e.version + 1
    where e.id = asked and e.state in ('nominations', 'open') and e.body = any (governance.my_clerk_bodies());
  if not found then return false; end if;
  delete from meetings.sealed_paper where election = asked;
  perform meetings.rewrite_roll(asked);
  return true;
end $$;

-- Every key that a box has had, and whether it is still needed: one that is not is destroyed when the product next looks.
create function meetings.box_keys() returns table (box_key uuid, needed boolean) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.box_key, e.state = 'open' from meetings.election e where e.box_key is not null
$$;

revoke all on function meetings.election_goes_forward(), meetings.candidates_before_the_ballot(), meetings.open_ballot(uuid, uuid, bytea, uuid[]),
  meetings.cast_ballot(uuid, bytea, bytea), meetings.sealed_papers(uuid), meetings.rewrite_roll(uuid), meetings.count_ballot(uuid, jsonb, jsonb, uuid),
  meetings.call_off_election(uuid, text), meetings.box_keys() from public;
grant execute on function meetings.open_ballot(uuid, uuid, bytea, uuid[]), meetings.cast_ballot(uuid, bytea, bytea), meetings.sealed_papers(uuid),
  meetings.count_ballot(uuid, jsonb, jsonb, uuid), meetings.call_off_election(uuid, text), meetings.box_keys() to goldenthread_app;
