-- What the pages of plans never do is refused to whoever writes past them, too. Without an actor the house itself writes: archives, and what is restored.

-- What is said of a row is no more open than the row: words for everybody need a text of it that everybody reads.
create function plans.refuse_open_words() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or new.sight <> 'public' then return new; end if;
  if not exists (select from plans.action_text t where t.action = new.action and t.sight = 'public')
     and (tg_table_name <> 'statement' or not exists (select from plans.priority_text t where t.priority = (to_jsonb(new) ->> 'priority')::uuid and t.sight = 'public')) then
    raise exception 'what is said of it is no more open than it is' using errcode = 'check_violation', constraint = 'said_as_open_as_its_row';
  end if;
  return new;
end $$;
create trigger said_as_open_as_its_row before insert on plans.statement for each row execute function plans.refuse_open_words();
create trigger said_as_open_as_its_row before insert on plans.rag_rating for each row execute function plans.refuse_open_words();

-- A board is answered for by its own clerk, with what was decided on the matter; the clerk of the plan writes only what a body outside the house decided.
create function plans.refuse_answer_of_another() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(plans.is_system(), false) or new.state in ('waiting', 'lapsed') or new.state = old.state then return new; end if;
  if new.approving_body = any (governance.my_clerk_bodies()) then
    if new.decision is not null and not exists (select from meetings.decision d join meetings.item_content c on c.item = d.item
        where d.id = new.decision and c.plan_item = new.plan_item) then
      raise exception 'that decision is of another matter' using errcode = 'check_violation', constraint = 'approval_rests_on_its_matter';
    end if;
  elsif not exists (select from governance.body_status s where s.body = new.approving_body and s.status = 'outside'
      and s.starts_on <= platform.today() and (s.ends_on is null or platform.today() < s.ends_on)) then
    raise exception 'its own clerk answers for a board' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_clerk_answers before update on plans.approval for each row execute function plans.refuse_answer_of_another();

-- What was said to a version, and what stands in an assessment, is not moved to another.
create function plans.stays_with() returns trigger language plpgsql as $$
declare name text;
begin
  foreach name in array tg_argv loop
    if to_jsonb(new) -> name is distinct from to_jsonb(old) -> name then
      raise exception '% stays where it was written', tg_table_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;
create trigger stays_with before update on plans.opinion for each row execute function plans.stays_with('id', 'version', 'plan', 'body');
create trigger stays_with before update on plans.eqia_line for each row execute function plans.stays_with('eqia', 'characteristic', 'body');
create trigger stays_with before update on plans.eqia_action for each row execute function plans.stays_with('id', 'eqia', 'body', 'text', 'owner_name', 'due_on');
create trigger stays_with before update on plans.review_round for each row execute function plans.stays_with('id', 'plan', 'body', 'number', 'opened_on');
-- Colours keep the meaning of their day.
create trigger stays_with before update on plans.rag_definition for each row execute function
  plans.stays_with('id', 'plan', 'body', 'applies_to', 'colour', 'meaning', 'starts_on');

-- Whoever is asked answers once, and changes nothing else about having been asked.
create function plans.answer_once() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(plans.is_system(), false) or new.body = any (governance.my_clerk_bodies()) then return new; end if;
  if to_jsonb(new) - 'answered_at' is distinct from to_jsonb(old) - 'answered_at' or old.answered_at is not null or new.answered_at is null
     or exists (select from plans.review_round r where r.id = new.round and r.closed_on is not null) then
    raise exception 'one answers once, while the round is open' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger answered_once before update on plans.review_ask for each row execute function plans.answer_once();
revoke all on function plans.refuse_open_words(), plans.refuse_answer_of_another(), plans.answer_once() from public;
