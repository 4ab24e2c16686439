-- What became of organisations and bodies, and what boards cannot agree on (requirements G1, G2, G9).

-- One organisation after another: what is recorded stays, and no writer gets round what the rules refuse.
alter table governance.organisation_succession
  add column source text not null default '',   -- the order, statute or decision; empty where none is recorded
  add column reason text not null default '';
alter table governance.organisation_name add column source text not null default '';
revoke update on governance.organisation_succession from goldenthread_app;
create index on governance.organisation_succession (successor);

-- The line of succession never comes back; what is succeeded ends on that day, and what succeeds exists on it.
-- The advisory lock makes two people who record at the same moment wait for each other: each alone might close no circle.
create function governance.refuse_succession() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone governance.organisation; next governance.organisation;
begin
  perform pg_advisory_xact_lock(hashtext('governance.organisation_succession'));
  select * into gone from governance.organisation where id = new.former;
  select * into next from governance.organisation where id = new.successor;
  if exists (
    with recursive later(id) as (
      select new.successor
      union select s.successor from governance.organisation_succession s join later on s.former = later.id)
    select from later where id = new.former) then
    raise exception 'the line of succession would come back' using errcode = 'check_violation', constraint = 'succession_no_circle';
  end if;
  if new.on_day <= gone.starts_on then
    raise exception 'it had not begun' using errcode = 'check_violation', constraint = 'succession_after_founding';
  end if;
  if gone.ends_on is distinct from new.on_day then
    raise exception 'what is succeeded ends on that day' using errcode = 'check_violation', constraint = 'succession_ends_former';
  end if;
  if next.starts_on > new.on_day or next.ends_on <= new.on_day then
    raise exception 'what succeeds exists on that day' using errcode = 'check_violation', constraint = 'succession_by_existing';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_succession() from public;
create trigger succession_holds before insert or update on governance.organisation_succession for each row execute function governance.refuse_succession();

-- Nor do later dates contradict it.
create function governance.refuse_dates_against_succession() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('governance.organisation_succession'));
  if exists (select from governance.organisation_succession s where s.former = new.id and (s.on_day is distinct from new.ends_on or s.on_day <= new.starts_on))
     or exists (select from governance.organisation_succession s where s.successor = new.id and (s.on_day < new.starts_on or s.on_day >= new.ends_on)) then
    raise exception 'the dates contradict what became of it' using errcode = 'check_violation', constraint = 'organisation_dates_follow_succession';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_dates_against_succession() from public;
create trigger dates_follow_succession before update of starts_on, ends_on on governance.organisation
  for each row when (old.starts_on is distinct from new.starts_on or old.ends_on is distinct from new.ends_on)
  execute function governance.refuse_dates_against_succession();

-- What a board cannot agree on: both views, and the steps of the ladder that its terms named on the day on which it was raised (G9).
create table governance.dispute (
  id uuid primary key,
  body uuid not null references governance.body,
  subject text not null check (subject <> ''),
  words text not null check (words <> ''),
  majority text not null check (majority <> ''),           -- who holds the view of the majority
  majority_view text not null check (majority_view <> ''),
  minority text not null check (minority <> ''),
  minority_view text not null check (minority_view <> ''),
  raised_on date not null,
  raised_in text not null default '',      -- the meeting, in words; empty where none is named
  ladder jsonb not null,                   -- [{who, days}]: the steps by the terms in force on that day; empty where they name none
  sight text not null check (sight in ('members', 'public')),
  settled_on date,
  settled_how text not null default '' check (settled_how in ('', 'answered', 'agreed', 'withdrawn')),
  settled_words text not null default '',
  version int not null default 1,
  check ((settled_on is null) = (settled_how = '') and (settled_on is null) = (settled_words = '')),
  check (settled_on >= raised_on),
  check (jsonb_typeof(ladder) = 'array')
);
create index on governance.dispute (body);
create unique index dispute_once on governance.dispute (body, raised_on, md5(subject || ' ' || words));

create table governance.dispute_step (
  dispute uuid not null references governance.dispute,
  number int not null check (number > 0),
  who text not null,                       -- as the ladder names it
  to_body uuid references governance.body, -- the body here that is meant, and the person; null where neither is known here
  to_person uuid references governance.person,
  taken_on date not null,
  due_on date,                             -- null where the ladder names no number of days
  taken_in text not null default '',
  postponed_until date,
  postponed_for text not null default '',  -- what information is waited for
  answered_on date,
  outcome text not null default '' check (outcome in ('', 'settled', 'returned', 'moved_up')),
  answer text not null default '',
  version int not null default 1,
  constraint dispute_step_once primary key (dispute, number),
  check (due_on >= taken_on),
  check ((postponed_until is null) = (postponed_for = '')),
  check ((answered_on is null) = (outcome = '')),
  check ((answer <> '') = (outcome in ('settled', 'returned'))),
  check (answered_on >= taken_on)
);
create index on governance.dispute_step (to_body);
create index on governance.dispute_step (to_person);

-- Disputes that were taken to a body of mine, or to me.
create function governance.my_disputes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct s.dispute), '{}') from governance.dispute_step s
    where s.to_person = governance.my_person() or s.to_body = any (governance.my_full_sight_bodies()));
end $$;
revoke all on function governance.my_disputes() from public;
grant execute on function governance.my_disputes() to goldenthread_app;

-- Who answers a step: clerk or chair of the body that it went to, or the person; where neither is here, the clerk of the body whose dispute it is.
create function governance.answers_step(own uuid, to_body uuid, to_person uuid) returns boolean language sql stable as $$
  select coalesce(to_body = any (governance.my_clerk_bodies() || governance.my_chair_bodies()), false)
    or coalesce(to_person = governance.my_person(), false)
    or (own = any (governance.my_clerk_bodies())
      and (to_person is null or not exists (select from governance.person p where p.id = to_person and p.account is not null))
      and not exists (select from governance.office o where o.body = to_body and o.role in ('clerk', 'chair') and governance.holds(o.starts_on, o.ends_on))) $$;

create function governance.keep_dispute() returns trigger language plpgsql as $$
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if new.sight = 'public' and not exists (
    select from governance.body_setting s where s.body = new.body and s.public_access = 'public' and governance.holds(s.starts_on, s.ends_on)) then
    raise exception 'the body does not meet in public' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.settled_on is not null then raise exception 'a dispute begins open' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if (new.id, new.body, new.subject, new.words, new.majority, new.majority_view, new.minority, new.minority_view, new.raised_on, new.raised_in, new.ladder, new.sight)
     is distinct from (old.id, old.body, old.subject, old.words, old.majority, old.majority_view, old.minority, old.minority_view, old.raised_on, old.raised_in, old.ladder, old.sight) then
    raise exception 'what was raised stays as it was raised' using errcode = 'insufficient_privilege';
  end if;
  if (new.settled_on, new.settled_how, new.settled_words) is distinct from (old.settled_on, old.settled_how, old.settled_words)
     and (old.settled_on is not null or new.settled_how = 'answered') then
    raise exception 'settled once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger dispute_stays before insert or update on governance.dispute for each row execute function governance.keep_dispute();

-- A step is one that the ladder knows, the next one, of a dispute that is open; whoever writes.
create function governance.refuse_unknown_step() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare d governance.dispute;
begin
  select * into d from governance.dispute where id = new.dispute for update;
  if new.number > jsonb_array_length(d.ladder) or d.ladder -> (new.number - 1) ->> 'who' is distinct from new.who then
    raise exception 'the ladder knows no such step' using errcode = 'check_violation', constraint = 'dispute_step_known';
  end if;
  if new.number <> (select count(*) + 1 from governance.dispute_step s where s.dispute = new.dispute) then
    raise exception 'step by step' using errcode = 'check_violation', constraint = 'dispute_step_next';
  end if;
  if d.settled_on is not null or new.taken_on < d.raised_on then
    raise exception 'the dispute is not open on that day' using errcode = 'check_violation', constraint = 'dispute_step_open';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_unknown_step() from public;
create trigger step_of_the_ladder before insert on governance.dispute_step for each row execute function governance.refuse_unknown_step();

create function governance.keep_dispute_step() returns trigger language plpgsql as $$
declare own uuid;
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  select d.body into own from governance.dispute d where d.id = new.dispute;
  if tg_op = 'INSERT' then
    if new.outcome <> '' then raise exception 'a step begins without an answer' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if (new.dispute, new.number, new.who, new.to_body, new.to_person, new.taken_on, new.due_on, new.taken_in)
     is distinct from (old.dispute, old.number, old.who, old.to_body, old.to_person, old.taken_on, old.due_on, old.taken_in) then
    raise exception 'a step stays as it was taken' using errcode = 'insufficient_privilege';
  end if;
  if (new.answered_on, new.outcome, new.answer) is distinct from (old.answered_on, old.outcome, old.answer) and (old.outcome <> ''
     or (new.outcome = 'moved_up' and not own = any (governance.my_clerk_bodies()))
     or (new.outcome <> 'moved_up' and not governance.answers_step(own, new.to_body, new.to_person))) then
    raise exception 'answered once, by those to whom it went' using errcode = 'insufficient_privilege';
  end if;
  if (new.postponed_until, new.postponed_for) is distinct from (old.postponed_until, old.postponed_for)
     and (old.outcome <> '' or not own = any (governance.my_clerk_bodies())) then
    raise exception 'put off by the clerk of the body, while it is open' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger step_stays before insert or update on governance.dispute_step for each row execute function governance.keep_dispute_step();

-- The answer comes down: what settles a step settles the dispute.
create function governance.settle_with_step() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update governance.dispute set version = version + 1,
      settled_on = case new.outcome when 'settled' then new.answered_on end,
      settled_how = case new.outcome when 'settled' then 'answered' else '' end,
      settled_words = case new.outcome when 'settled' then new.answer else '' end
    where id = new.dispute and settled_on is null;
  return null;
end $$;
revoke all on function governance.settle_with_step() from public;
create trigger settle_with_step after update of outcome on governance.dispute_step
  for each row when (old.outcome <> new.outcome) execute function governance.settle_with_step();

grant select, insert, update on governance.dispute, governance.dispute_step to goldenthread_app;
select platform.protect('governance.dispute'), platform.protect('governance.dispute_step');
create policy read on governance.dispute for select to goldenthread_app using (sight = 'public'
  or body = any ((select governance.my_full_sight_bodies())::uuid[]) or id = any ((select governance.my_disputes())::uuid[]));
create policy raise on governance.dispute for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy settle on governance.dispute for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy read on governance.dispute_step for select to goldenthread_app using (exists (select from governance.dispute d where d.id = dispute));
create policy take on governance.dispute_step for insert to goldenthread_app with check (
  exists (select from governance.dispute d where d.id = dispute and d.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy answer on governance.dispute_step for update to goldenthread_app using (
  exists (select from governance.dispute d where d.id = dispute
    and (d.body = any ((select governance.my_clerk_bodies())::uuid[]) or governance.answers_step(d.body, to_body, to_person))));

-- Work that one body handed to another: a dated decision, and what moved by it (G2). What moved keeps its own history.
create table governance.handover (
  id uuid primary key,
  from_body uuid not null references governance.body,
  to_body uuid not null references governance.body,
  on_day date not null,
  decided_in text not null check (decided_in <> ''),   -- the meeting or decision, in words
  reason text not null check (reason <> ''),
  takes text[] not null check (cardinality(takes) > 0 and takes <@ array['actions', 'plan', 'requests']),
  check (from_body <> to_body)
);
create index on governance.handover (from_body);
create index on governance.handover (to_body);
create unique index handover_once on governance.handover (from_body, to_body, on_day, md5(decided_in || ' ' || reason));
create table governance.handover_item (
  handover uuid not null references governance.handover,
  kind text not null check (kind in ('action', 'plan-item', 'request')),
  record uuid not null,                    -- of a table of its kind; not a key: meetings keep their own
  primary key (handover, kind, record)
);
grant select, insert on governance.handover to goldenthread_app;
grant select on governance.handover_item to goldenthread_app;
select platform.protect('governance.handover'), platform.protect('governance.handover_item');
create policy read on governance.handover for select to goldenthread_app using (true);
create policy hand_on on governance.handover for insert to goldenthread_app with check (
  (select platform.is_administrator()) or from_body = any ((select governance.my_clerk_bodies())::uuid[]));
-- What moved is read by those who read the whole of either body's work.
create policy read on governance.handover_item for select to goldenthread_app using (exists (
  select from governance.handover h where h.id = handover and (h.from_body = any ((select governance.my_full_sight_bodies())::uuid[])
    or h.to_body = any ((select governance.my_full_sight_bodies())::uuid[]))));

-- Moves the open requests of a handover that its author has just recorded; a request between the two bodies themselves stays where it is.
create function governance.hand_requests_on(asked uuid) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h governance.handover; moved int;
begin
  select * into h from governance.handover where id = asked and xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text;
  if h.id is null or not (platform.is_administrator() or h.from_body = any (governance.my_clerk_bodies())) then
    raise exception 'no handover of this moment' using errcode = 'insufficient_privilege';
  end if;
  if not 'requests' = any (h.takes) then return 0; end if;
  insert into governance.handover_item (handover, kind, record)
    select h.id, 'request', q.id from governance.body_request q
    where q.answered_on is null and q.withdrawn_on is null and h.from_body in (q.from_body, q.to_body) and not h.to_body in (q.from_body, q.to_body);
  get diagnostics moved = row_count;
  update governance.body_request q set version = version + 1,
      from_body = case q.from_body when h.from_body then h.to_body else q.from_body end,
      to_body = case q.to_body when h.from_body then h.to_body else q.to_body end
    where q.id in (select i.record from governance.handover_item i where i.handover = h.id and i.kind = 'request');
  return moved;
end $$;
revoke all on function governance.hand_requests_on(uuid) from public;
grant execute on function governance.hand_requests_on(uuid) to goldenthread_app;
-- The same for parts that governance does not know: they hand it what they moved, for a handover of this very transaction.
create function governance.note_handed_on(asked uuid, what text, which uuid[]) returns governance.handover language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h governance.handover;
begin
  select * into h from governance.handover where id = asked and xmin::text = (pg_current_xact_id()::text::bigint % 4294967296)::text;
  if h.id is null or not (platform.is_administrator() or h.from_body = any (governance.my_clerk_bodies())) then
    raise exception 'no handover of this moment' using errcode = 'insufficient_privilege';
  end if;
  insert into governance.handover_item (handover, kind, record) select h.id, what, unnest(which);
  return h;
end $$;
revoke all on function governance.note_handed_on(uuid, text, uuid[]) from public;
