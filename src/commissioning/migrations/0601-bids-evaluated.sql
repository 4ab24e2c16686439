-- Bids are evaluated (requirement C8; handbook of commissioning 7): by named people who first declare what interest they have, by criteria with weights that make 100 per cent and are
-- published with the call, on a scale kept as data. Each scores alone and reads the others after handing in; one of them writes the agreed score with its reason, and recommends.
create table commissioning.score_word (
  points int not null check (points between 0 and 100),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  name text not null check (name <> ''),
  means text not null check (means <> ''),
  source text not null check (source <> ''),
  constraint score_word_once exclude using gist (points with =, daterange(starts_on, ends_on) with &&)
);
comment on table commissioning.score_word is 'What points for a criterion of a bid mean, from when to when; the most points in force are the whole of a criterion.';
insert into commissioning.score_word (points, starts_on, name, means, source)
  select p, date '2010-01-01', n, m, 'Practice: scales of nought to five are common in councils; these words are our own' from (values
    (0, 'Nothing', 'Not answered, or nothing of it can be relied on'), (1, 'Poor', 'Large gaps; little trust that it will work'), (2, 'Weak', 'Meets part of what is asked; gaps that matter'),
    (3, 'Fair', 'Meets what is asked; small gaps'), (4, 'Good', 'Meets all that is asked, and shows how'), (5, 'Very good', 'More than is asked, shown with evidence')) v (p, n, m);
create table commissioning.low_bid_rule (
  starts_on date primary key,
  per_cent int not null check (per_cent between 1 and 99),  -- so far below the average of the other bids
  others int not null check (others between 1 and 20),      -- from so many other bids on
  source text not null check (source <> '')
);
comment on table commissioning.low_bid_rule is 'When the price of a bid is marked as abnormally low: never refused by that alone.';
insert into commissioning.low_bid_rule (starts_on, per_cent, others, source)
  values ('2010-01-01', 20, 2, 'Procurement Act 2023, section 19, asks to look at an abnormally low price and says no number; a fifth below the average of the others is our own reading of practice');

-- How bids of a call are judged: written until the deadline for bids, each time as a whole, with the reason where it was written before.
create table commissioning.bid_criteria (
  call uuid not null, body uuid not null,
  edition int not null check (edition > 0),
  said_at timestamptz not null,
  because text not null default '',
  primary key (call, edition),
  foreign key (call, body) references commissioning.bid_call (id, body),
  constraint criteria_again_why check ((edition = 1) = (because = ''))
);
create table commissioning.bid_criterion (
  id uuid primary key,
  call uuid not null, edition int not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  kind text not null check (kind in ('quality', 'price')),
  weight int not null check (weight between 1 and 10000),  -- basis points of the whole
  unique (call, edition, position),
  unique (id, call),
  foreign key (call, edition) references commissioning.bid_criteria (call, edition)
);
create table commissioning.bid_evaluator (
  id uuid primary key,
  call uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  moderates boolean not null default false,                -- writes the agreed scores and recommends
  named_on date not null,
  declared_on date,
  interest text not null default '',                       -- '' once declared: none
  settled text check (settled in ('reads', 'stands-down')), -- where there is an interest: what the clerk says
  settled_because text not null default '', settled_on date,
  handed_in_at timestamptz,
  unique (id, call),
  constraint evaluator_once unique (call, person),
  check (interest = '' or declared_on is not null),
  check ((settled is null) = (settled_because = '') and (settled is null) = (settled_on is null) and (settled is null or declared_on is not null)),
  foreign key (call, body) references commissioning.bid_call (id, body)
);
create unique index evaluator_moderates on commissioning.bid_evaluator (call) where moderates and settled is distinct from 'stands-down';
create table commissioning.bid_score (
  id uuid primary key,
  evaluator uuid not null, call uuid not null,
  bid uuid not null references commissioning.bid,
  criterion uuid not null, points int not null,
  because text not null check (because <> ''),
  written_at timestamptz not null,
  unique (evaluator, bid, criterion),
  foreign key (evaluator, call) references commissioning.bid_evaluator (id, call),
  foreign key (criterion, call) references commissioning.bid_criterion (id, call)
);
create index on commissioning.bid_score (call);
create table commissioning.bid_agreed_score (
  id uuid primary key,
  evaluator uuid not null, call uuid not null,             -- the one who moderates
  bid uuid not null references commissioning.bid,
  criterion uuid not null, points int not null,
  because text not null check (because <> ''),
  written_at timestamptz not null,
  constraint agreed_once unique (bid, criterion),
  foreign key (evaluator, call) references commissioning.bid_evaluator (id, call),
  foreign key (criterion, call) references commissioning.bid_criterion (id, call)
);
create index on commissioning.bid_agreed_score (call);
-- What is recommended, and what it was awarded to: the same, or another with the reason.
create table commissioning.bid_recommendation (
  call uuid primary key references commissioning.bid_call,
  evaluator uuid not null,
  bid uuid references commissioning.bid,                   -- null: none
  because text not null check (because <> ''),
  made_at timestamptz not null,
  foreign key (evaluator, call) references commissioning.bid_evaluator (id, call)
);
create table commissioning.bid_award (
  call uuid primary key,
  body uuid not null,
  bid uuid references commissioning.bid,                   -- null: none
  because text not null default '',                        -- why not as it was recommended
  foreign key (call, body) references commissioning.bid_call (id, body)
);
comment on table commissioning.bid_score is 'What one evaluator scores one bid for one criterion, and why: read by others after they handed in their own.';
comment on table commissioning.bid_evaluator is 'Who evaluates the bids of a call, and the interest that they declare before they may read.';

create function commissioning.bids_that_count(of_call uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(x.id), '{}') from (select distinct on (b.provider) b.id from commissioning.bid b join commissioning.bid_call c on c.id = b.call
    where b.call = of_call and c.opened_at is not null and b.refused_because = '' order by b.provider, b.received_at desc, b.id desc) x
$$;
-- The calls that one evaluates and may read: one has declared, the clerk lets one read where there is an interest, and one speaks for none of those who bid.
create function commissioning.my_evaluated_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(e.call), '{}') from commissioning.bid_evaluator e where e.person = governance.my_person() and e.declared_on is not null
    and (e.settled = 'reads' or (e.settled is null and e.interest = ''))
    and not exists (select from commissioning.bid b where b.call = e.call and b.provider = any (commissioning.my_organisations('provider')))
$$;
create function commissioning.my_named_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(e.call), '{}') from commissioning.bid_evaluator e where e.person = governance.my_person()
$$;
create function commissioning.my_evaluators(only_handed_in boolean, only_moderates boolean) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(e.id), '{}') from commissioning.bid_evaluator e where e.person = governance.my_person() and e.call = any (commissioning.my_evaluated_calls())
    and (not only_handed_in or e.handed_in_at is not null) and (not only_moderates or e.moderates)
$$;
-- The calls whose scores one may read: those that one evaluates and has handed in, and for the clerk and the chair those that are decided.
create function commissioning.my_scored_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from commissioning.bid_call c where exists (select from commissioning.bid_evaluator e where e.call = c.id and e.id = any (commissioning.my_evaluators(true, false)))
    or (c.decided_on is not null and (c.body = any (governance.my_clerk_bodies()) or c.body = any (governance.my_chair_bodies())))
$$;
create or replace function commissioning.my_open_calls() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from commissioning.bid_call c where c.opened_at is not null and c.opened_at <= platform.now() and (governance.my_person() in (c.first_opener, c.second_opener)
    or c.id = any (commissioning.my_evaluated_calls())
    or (c.decided_on is not null and (c.body = any (governance.my_clerk_bodies()) or c.body = any (governance.my_chair_bodies()))))
$$;

create function commissioning.keep_bid_criteria() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for update;
  new.said_at := platform.now();
  if new.said_at > c.closes_at or c.opened_at is not null or c.withdrawn_on is not null then
    raise exception 'by what bids are judged stands' using errcode = 'check_violation', constraint = 'bid_criteria_stand';
  end if;
  if new.edition <> 1 + (select count(*) from commissioning.bid_criteria x where x.call = new.call) then
    raise exception 'one after the other' using errcode = 'check_violation', constraint = 'bid_criteria_next';
  end if;
  return new;
end $$;
create function commissioning.prove_bid_criteria() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare whole bigint; prices int;
begin
  select coalesce(sum(k.weight), 0), count(*) filter (where k.kind = 'price') into whole, prices from commissioning.bid_criterion k where k.call = new.call and k.edition = new.edition;
  if whole <> 10000 or prices > 1 then raise exception 'the weights make 100 per cent' using errcode = 'check_violation', constraint = 'weights_whole'; end if;
  return null;
end $$;
create function commissioning.keep_evaluator() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call; o commissioning.bid_evaluator;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for share;
  if c.withdrawn_on is not null or c.decided_on is not null or exists (select from commissioning.bid_recommendation r where r.call = new.call) then
    raise exception 'it is settled' using errcode = 'check_violation', constraint = 'evaluation_settled';
  end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.declared_on, new.settled, new.handed_in_at) > 0 then raise exception 'they declare themselves' using errcode = 'check_violation', constraint = 'evaluator_steps'; end if;
    return new;
  end if;
  o := old;
  if governance.my_person() is not null and ((o.settled is distinct from new.settled and new.person = governance.my_person())
      or ((o.declared_on, o.handed_in_at) is distinct from (new.declared_on, new.handed_in_at) and new.person <> governance.my_person())) then
    raise exception 'each says that for themselves, and the clerk for others' using errcode = 'check_violation', constraint = 'evaluator_steps';
  end if;
  if (o.id, o.call, o.body, o.person, o.moderates, o.named_on) is distinct from (new.id, new.call, new.body, new.person, new.moderates, new.named_on)
      or (o.declared_on is not null and (o.declared_on, o.interest) is distinct from (new.declared_on, new.interest))
      or (o.settled is not null and (o.settled, o.settled_because) is distinct from (new.settled, new.settled_because)) or o.handed_in_at is not null
      or (o.declared_on is null and num_nonnulls(new.settled, new.handed_in_at) > 0) or (new.settled = 'stands-down' and new.handed_in_at is not null) then
    raise exception 'what was said stands' using errcode = 'check_violation', constraint = 'evaluator_steps';
  end if;
  if new.handed_in_at is not null then
    new.handed_in_at := platform.now();
    if c.opened_at is null or exists (select from unnest(commissioning.bids_that_count(new.call)) b cross join commissioning.bid_criterion k
        where k.call = new.call and k.kind = 'quality' and k.edition = (select max(x.edition) from commissioning.bid_criteria x where x.call = new.call)
          and not exists (select from commissioning.bid_score s where s.evaluator = new.id and s.bid = b and s.criterion = k.id)) then
      raise exception 'a score is missing' using errcode = 'check_violation', constraint = 'scores_missing';
    end if;
  end if;
  return new;
end $$;
-- A score, one's own or the agreed one: of an opened bid that counts, for a criterion of quality in the last edition, with points of the scale of the day of the opening.
create function commissioning.keep_bid_score() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call; e commissioning.bid_evaluator;
begin
  select * into e from commissioning.bid_evaluator x where x.id = new.evaluator for share;
  select * into c from commissioning.bid_call x where x.id = new.call for share;
  new.written_at := platform.now();
  if c.opened_at is null or c.decided_on is not null or exists (select from commissioning.bid_recommendation r where r.call = new.call)
      or new.bid <> all (commissioning.bids_that_count(new.call)) or not exists (select from commissioning.bid_criterion k where k.id = new.criterion and k.kind = 'quality'
        and k.edition = (select max(x.edition) from commissioning.bid_criteria x where x.call = new.call))
      or not exists (select from commissioning.score_word w where w.points = new.points and w.starts_on <= commissioning.london_day(c.opened_at)
        and (w.ends_on is null or commissioning.london_day(c.opened_at) < w.ends_on)) then
    raise exception 'no such score now' using errcode = 'check_violation', constraint = 'score_fits';
  end if;
  if tg_op = 'UPDATE' and (old.id, old.call, old.evaluator, old.bid, old.criterion) is distinct from (new.id, new.call, new.evaluator, new.bid, new.criterion) then
    raise exception 'another score' using errcode = 'check_violation', constraint = 'score_fits';
  end if;
  if tg_table_name = 'bid_score' and e.handed_in_at is not null then
    raise exception 'what was handed in stands' using errcode = 'check_violation', constraint = 'scores_stand';
  end if;
  if tg_table_name = 'bid_agreed_score' and (not e.moderates or exists (
      select from commissioning.bid_evaluator x where x.call = new.call and x.handed_in_at is null and x.settled is distinct from 'stands-down')) then
    raise exception 'all hand in first' using errcode = 'check_violation', constraint = 'all_handed_in';
  end if;
  return new;
end $$;
create function commissioning.keep_recommendation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.bid_call;
begin
  select * into c from commissioning.bid_call x where x.id = new.call for update;
  new.made_at := platform.now();
  if c.opened_at is null or c.decided_on is not null or (new.bid is not null and new.bid <> all (commissioning.bids_that_count(new.call)))
      or not exists (select from commissioning.bid_evaluator e where e.id = new.evaluator and e.moderates)
      or exists (select from commissioning.bid_evaluator x where x.call = new.call and x.handed_in_at is null and x.settled is distinct from 'stands-down')
      or exists (select from unnest(commissioning.bids_that_count(new.call)) b cross join commissioning.bid_criterion k
        where k.call = new.call and k.kind = 'quality' and k.edition = (select max(x.edition) from commissioning.bid_criteria x where x.call = new.call)
          and not exists (select from commissioning.bid_agreed_score s where s.bid = b and s.criterion = k.id)) then
    raise exception 'an agreed score is missing' using errcode = 'check_violation', constraint = 'agreed_missing';
  end if;
  return new;
end $$;
create function commissioning.keep_award() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r commissioning.bid_recommendation;
begin
  if not exists (select from commissioning.bid_call c where c.id = new.call and c.decided_on is not null) or (new.bid is not null and new.bid <> all (commissioning.bids_that_count(new.call))) then
    raise exception 'a bid that counts, once it is decided' using errcode = 'check_violation', constraint = 'award_fits';
  end if;
  select * into r from commissioning.bid_recommendation x where x.call = new.call;
  if r.call is not null and r.bid is distinct from new.bid and new.because = '' then
    raise exception 'say why not as recommended' using errcode = 'check_violation', constraint = 'award_why';
  end if;
  return new;
end $$;
create trigger criteria_steps before insert on commissioning.bid_criteria for each row execute function commissioning.keep_bid_criteria();
create constraint trigger criteria_whole after insert on commissioning.bid_criteria deferrable initially deferred for each row execute function commissioning.prove_bid_criteria();
create constraint trigger criterion_whole after insert on commissioning.bid_criterion deferrable initially deferred for each row execute function commissioning.prove_bid_criteria();
create trigger evaluator_steps before insert or update on commissioning.bid_evaluator for each row execute function commissioning.keep_evaluator();
create trigger score_steps before insert or update on commissioning.bid_score for each row execute function commissioning.keep_bid_score();
create trigger agreed_steps before insert or update on commissioning.bid_agreed_score for each row execute function commissioning.keep_bid_score();
create trigger recommendation_steps before insert on commissioning.bid_recommendation for each row execute function commissioning.keep_recommendation();
create trigger award_steps before insert on commissioning.bid_award for each row execute function commissioning.keep_award();
revoke all on function commissioning.bids_that_count(uuid), commissioning.my_evaluated_calls(), commissioning.my_named_calls(), commissioning.my_evaluators(boolean, boolean), commissioning.my_scored_calls(),
  commissioning.keep_bid_criteria(), commissioning.prove_bid_criteria(), commissioning.keep_evaluator(), commissioning.keep_bid_score(), commissioning.keep_recommendation(), commissioning.keep_award() from public;
grant execute on function commissioning.my_evaluated_calls(), commissioning.my_named_calls(), commissioning.my_evaluators(boolean, boolean), commissioning.my_scored_calls() to goldenthread_app;

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  board constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  clerks_call constant text := 'exists (select from commissioning.bid_call c where c.id = call and c.body = any ((select governance.my_clerk_bodies())::uuid[]))';
  moderates constant text := 'evaluator = any ((select commissioning.my_evaluators(true, true))::uuid[])';
  -- Scores and what follows from them are read in a look of this very transaction, like the bids.
  scored constant text := 'call = any ((select commissioning.my_scored_calls())::uuid[]) and call = any ((select commissioning.my_looked_calls())::uuid[])';
begin
  foreach name in array array['score_word', 'low_bid_rule', 'bid_criteria', 'bid_criterion', 'bid_evaluator', 'bid_score', 'bid_agreed_score', 'bid_recommendation', 'bid_award'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    if name not in ('bid_score', 'bid_agreed_score', 'bid_recommendation') then
      execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    end if;
    if name in ('score_word', 'low_bid_rule', 'bid_criteria', 'bid_criterion') then
      execute format('create policy read on commissioning.%I for select to goldenthread_app using (true)', name);
    end if;
    if name in ('score_word', 'low_bid_rule') then
      execute format('grant update on commissioning.%I to goldenthread_app', name);
      execute format('create policy administer on commissioning.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
    end if;
  end loop;
  execute format('create policy keep on commissioning.bid_criteria for insert to goldenthread_app with check (%s)', clerk);
  execute format('create policy keep on commissioning.bid_criterion for insert to goldenthread_app with check (%s)', clerks_call);
  grant update (declared_on, interest, settled, settled_because, settled_on, handed_in_at) on commissioning.bid_evaluator to goldenthread_app;
  execute format('create policy read on commissioning.bid_evaluator for select to goldenthread_app using (%s or call = any ((select commissioning.my_bid_calls())::uuid[]) or call = any ((select commissioning.my_named_calls())::uuid[]))', board);
  execute format('create policy name on commissioning.bid_evaluator for insert to goldenthread_app with check (%s)', clerk);
  execute 'create policy declare on commissioning.bid_evaluator for update to goldenthread_app using (person = (select governance.my_person())) with check (person = (select governance.my_person()))';
  execute format('create policy settle on commissioning.bid_evaluator for update to goldenthread_app using (%s and person is distinct from (select governance.my_person())) with check (%s)', clerk, clerk);
  execute format('create policy read on commissioning.bid_score for select to goldenthread_app using (evaluator = any ((select commissioning.my_evaluators(false, false))::uuid[]) or (%s))', scored);
  execute 'create policy score on commissioning.bid_score for insert to goldenthread_app with check (evaluator = any ((select commissioning.my_evaluators(false, false))::uuid[]))';
  execute 'create policy again on commissioning.bid_score for update to goldenthread_app using (evaluator = any ((select commissioning.my_evaluators(false, false))::uuid[])) with check (evaluator = any ((select commissioning.my_evaluators(false, false))::uuid[]))';
  grant update (points, because, written_at) on commissioning.bid_score, commissioning.bid_agreed_score to goldenthread_app;
  execute format('create policy read on commissioning.bid_agreed_score for select to goldenthread_app using (%s or (%s))', moderates, scored);
  execute format('create policy agree on commissioning.bid_agreed_score for insert to goldenthread_app with check (%s)', moderates);
  execute format('create policy again on commissioning.bid_agreed_score for update to goldenthread_app using (%s) with check (%s)', moderates, moderates);
  execute format('create policy read on commissioning.bid_recommendation for select to goldenthread_app using (call = any ((select commissioning.my_scored_calls())::uuid[]) or exists (select from commissioning.bid_call c where c.id = call and (%s)))', board);
  execute format('create policy recommend on commissioning.bid_recommendation for insert to goldenthread_app with check (%s)', moderates);
  execute format('create policy read on commissioning.bid_award for select to goldenthread_app using (%s or call = any ((select commissioning.my_bid_calls())::uuid[]) or call = any ((select commissioning.my_evaluated_calls())::uuid[]))', board);
  execute format('create policy award on commissioning.bid_award for insert to goldenthread_app with check (%s)', clerk);
  -- What is recommended is read by the board that decides. Evaluators see envelopes; what they say they read in a look.
  create policy evaluate on commissioning.bid for select to goldenthread_app using (call = any ((select commissioning.my_evaluated_calls())::uuid[]));
end $$;
