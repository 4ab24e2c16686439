-- Where the two sides of a transition disagree, it goes the way that the partnership has settled: to whom, and within how many days (requirement E5; handbook of early help 1.6).
-- The database names the way and the day; how it was settled is written once, and whoever referred the family hears it.
create table casework.dispute_rule (
  id uuid primary key,
  whom text not null check (whom ~ '\S' and length(whom) <= 200),
  days int not null check (days between 1 and 60),
  source text not null check (source ~ '\S' and length(source) <= 500),
  starts_on date not null unique,
  set_by uuid references governance.person,
  set_on date,
  constraint signed check ((set_by is null) = (set_on is null))
);
comment on table casework.dispute_rule is 'Who settles where the receiving side returns or declines and the sender disagrees, and within how many days after it was said.';
comment on column casework.dispute_rule.set_by is 'Who set it; null: what the product brought.';
insert into casework.dispute_rule (id, whom, days, source, starts_on) values
  ('018f0813-0000-7000-8000-000000000001', 'The managers of both sides, together', 5, 'Proposed to the partnership, which decides', '2010-01-01');
select platform.protect('casework.dispute_rule');
grant select, insert on casework.dispute_rule to goldenthread_casework;
create policy read on casework.dispute_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
create policy read_settled on casework.dispute_rule for select to goldenthread_casework using ((select casework.is_administrator()));
create policy set_it on casework.dispute_rule for insert to goldenthread_casework
  with check ((select casework.is_administrator()) and set_by = (select casework.me()) and set_on = platform.today() and starts_on > platform.today());
create trigger append_only before update or delete on casework.dispute_rule for each row execute function platform.refuse_change();

alter table casework.transition
  add column settle_by date,
  add column settled_as text check (settled_as in ('stands', 'again')),
  add constraint settled_somehow check (settled_as is null or settled_at is not null);
comment on column casework.transition.settle_by is 'By which day a disagreement is settled; null: there is none, or it is of before this was asked.';
comment on column casework.transition.settled_as is 'Whether the answer stands or the other side takes it up again; null: not settled, or of before this was asked.';
grant select (settle_by, settled_as) on casework.transition to goldenthread_casework;
alter table casework.outcome drop constraint outcome_what_check, add constraint outcome_what_check check (what in ('closed', 'accepted', 'returned', 'declined', 'settled'));

-- As in 0533, with what is new of a disagreement.
create or replace function casework.keep_transition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  open_until date;
  moves constant text[] := array['sent_at', 'channel', 'received_at', 'decision', 'decided_at', 'decided_by', 'decided_name', 'reason', 'withdrawn_at',
    'disputed_at', 'disputed_because', 'disputed_to', 'settled_at', 'settlement', 'settle_by', 'settled_as', 'version'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - moves is distinct from to_jsonb(old) - moves or (old.sent_at is not null and (new.sent_at, new.channel) is distinct from (old.sent_at, old.channel))
      or (old.received_at is not null and new.received_at is distinct from old.received_at) or (old.withdrawn_at is not null)
      or (old.decision is not null and (new.decision, new.decided_at, new.decided_by, new.decided_name, new.reason) is distinct from (old.decision, old.decided_at, old.decided_by, old.decided_name, old.reason))) then
    raise exception 'a transition is answered once, and stays as it was proposed' using errcode = 'insufficient_privilege', constraint = 'answered_once';
  end if;
  if tg_op = 'INSERT' or (new.sent_at, new.decision) is distinct from (old.sent_at, old.decision) then
    select e.closed_on into open_until from casework.episode e where e.id = new.episode for update;
    if open_until is not null then
      raise exception 'the record is closed' using errcode = 'check_violation', constraint = 'moves_while_open';
    end if;
  end if;
  return new;
end $$;

-- A disagreement goes the way of its day, is said once and settled once.
create function casework.settle_transition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare way casework.dispute_rule;
begin
  if (old.disputed_at is not null and (new.disputed_at, new.disputed_because, new.disputed_to, new.settle_by) is distinct from (old.disputed_at, old.disputed_because, old.disputed_to, old.settle_by))
      or (old.settled_at is not null and (new.settled_at, new.settlement, new.settled_as) is distinct from (old.settled_at, old.settlement, old.settled_as)) then
    raise exception 'a disagreement is said once and settled once' using errcode = 'insufficient_privilege', constraint = 'settled_once';
  end if;
  if new.disputed_at is not null and old.disputed_at is null then
    select * into way from casework.dispute_rule r where r.starts_on <= platform.today() order by r.starts_on desc limit 1;
    new.disputed_to := way.whom;
    new.settle_by := platform.today() + way.days;
  end if;
  if new.settled_at is not null and old.settled_at is null and new.settled_as is null then
    raise exception 'how it was settled is said' using errcode = 'check_violation', constraint = 'settled_as_said';
  end if;
  return new;
end $$;
create trigger by_the_way before update on casework.transition for each row when (not casework.being_destroyed(new.episode)) execute function casework.settle_transition();
-- Whoever referred the family, and whoever sent it, hears how it was settled, in words that say nothing of the family.
create function casework.tell_settlement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  insert into casework.outcome (id, episode, referrer, what, words, entered_by, entered_at)
    select gen_random_uuid(), new.episode, w.person, 'settled', case new.settled_as when 'stands' then 'The answer was not agreed to. It was settled: the answer stands.'
        else 'The answer was not agreed to. It was settled: the other side takes it up again.' end, coalesce(me, new.entered_by), platform.now()
    from (select e.requested_by as person from casework.episode e where e.id = new.episode union select new.entered_by) w where w.person is distinct from me;
  return null;
end $$;
create trigger settlement_told after update on casework.transition for each row when (new.settled_at is not null and old.settled_at is null) execute function casework.tell_settlement();
revoke all on function casework.settle_transition(), casework.tell_settlement() from public;
