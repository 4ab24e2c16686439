-- A board's standing items stand where it meets (requirements M1, G11): at its own meetings, and at those of another board at whose table it sits. Everything else
-- on its plan stays at its own. Where a board leaves a table again, its items are placed anew by the command and once a day.
alter table meetings.plan_item drop constraint plan_item_meeting_body_fkey, drop constraint plan_item_due_meeting_body_fkey,
  add foreign key (due_meeting) references meetings.meeting;

create function meetings.plan_item_fits(at_meeting uuid, of_body uuid, is_standing boolean) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.meeting m where m.id = at_meeting and (m.body = of_body or is_standing and of_body = any (m.joint)))
$$;
create function meetings.refuse_plan_elsewhere() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare is_new constant boolean := tg_op = 'INSERT';
begin
  -- What is brought from another house keeps what it was placed at, also where the board left the table since.
  if platform.actor() is null then return new; end if;
  if new.meeting is not null and (is_new or (new.meeting, new.body) is distinct from (old.meeting, old.body))
      and not meetings.plan_item_fits(new.meeting, new.body, new.standing_key <> '')
    or new.due_meeting is not null and (is_new or (new.due_meeting, new.body) is distinct from (old.due_meeting, old.body))
      and not meetings.plan_item_fits(new.due_meeting, new.body, new.standing_key <> '') then
    raise exception 'the body of this item does not meet there' using errcode = 'foreign_key_violation', constraint = 'plan_item_where_its_body_meets';
  end if;
  return new;
end $$;
create trigger plan_item_where_its_body_meets before insert or update of meeting, due_meeting, body, standing_key on meetings.plan_item
  for each row execute function meetings.refuse_plan_elsewhere();

-- The clerk who keeps the agenda knows what another board's terms put at the table, and brings it there.
create policy read_at_table on meetings.plan_item for select to goldenthread_app
  using (standing_key <> '' and sight <> 'draft' and (select governance.my_clerk_bodies()) <> '{}'
    and exists (select from meetings.meeting m where m.id = plan_item.meeting and plan_item.body = any (m.joint)
      and m.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- What an agenda is made of is of a board that meets there; nobody's plan is moved by the number of an item.
create function meetings.refuse_plan_of_another() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and not exists (select from meetings.plan_item p where p.id = new.plan_item
      and (p.body = new.body or p.meeting = new.meeting and meetings.plan_item_fits(new.meeting, p.body, p.standing_key <> ''))) then
    raise exception 'this item of a plan is not of this meeting' using errcode = 'check_violation', constraint = 'planned_by_a_body_that_meets';
  end if;
  return new;
end $$;
create trigger planned_by_a_body_that_meets before insert or update of plan_item on meetings.item_content
  for each row when (new.plan_item is not null) execute function meetings.refuse_plan_of_another();

-- Says on the plan of the other board what the agenda shows: that its item was taken, or is open again. Answers whether anything changed.
create function meetings.settle_at_table(planned uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken boolean;
begin
  select exists (select from meetings.item_content c join meetings.agenda_item i on i.id = c.item and i.withdrawn_at is null
    where c.plan_item = planned and c.meeting = p.meeting) into taken from meetings.plan_item p where p.id = planned;
  update meetings.plan_item p set state = case when taken then 'done' else 'accepted' end, version = p.version + 1
    from meetings.meeting m where p.id = planned and p.standing_key <> '' and m.id = p.meeting and p.body = any (m.joint) and m.body = any (governance.my_clerk_bodies())
      and p.state = case when taken then 'accepted' else 'done' end;
  return found;
end $$;
revoke all on function meetings.plan_item_fits(uuid, uuid, boolean), meetings.refuse_plan_elsewhere(), meetings.refuse_plan_of_another(), meetings.settle_at_table(uuid) from public;
grant execute on function meetings.settle_at_table(uuid) to goldenthread_app;
