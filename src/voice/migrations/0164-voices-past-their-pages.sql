-- What the pages of voices never do is refused to whoever writes past them, too. Without an actor the house itself writes: archives, and what is restored.

-- A voice is brought to what whoever brings it may see.
create policy to_what_is_seen on voice.attachment as restrictive for insert to goldenthread_app with check (
  exists (select from meetings.item_content i where i.item = attachment.item) or exists (select from meetings.decision d where d.id = decision)
  or exists (select from plans.priority p where p.id = priority) or exists (select from plans.outcome o where o.id = outcome));

-- A number below the least that is shown is not told, whoever writes it; nor more than were there.
create function voice.refuse_small_number() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare told constant int := coalesce((to_jsonb(new) ->> 'came_shown')::int, (to_jsonb(new) ->> 'n')::int);
begin
  if platform.actor() is null or told is null then return new; end if;
  if tg_op = 'UPDATE' and told is not distinct from (to_jsonb(old) ->> 'came_shown')::int then return new; end if;
  if told < (select r.fewest from voice.small_number_rule r where r.starts_on <= platform.today() order by r.starts_on desc limit 1) then
    raise exception 'too few to be told' using errcode = 'check_violation', constraint = 'number_not_too_small';
  end if;
  return new;
end $$;
create trigger not_too_small before insert or update on voice.event for each row execute function voice.refuse_small_number();
create trigger not_too_small before insert on voice.published_line for each row execute function voice.refuse_small_number();
revoke all on function voice.refuse_small_number() from public;
