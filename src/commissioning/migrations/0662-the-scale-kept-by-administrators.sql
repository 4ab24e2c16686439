-- The scale of points by which bids are scored is kept by administrators on a page (requirements C8, G16): each word from a day on, with its source. The scale of the day on which the bids of a call
-- were opened stands for good: nothing is added, ended or put right that would say it otherwise.
alter table commissioning.score_word
  add column id uuid not null default gen_random_uuid(),
  add column version int not null default 1,
  add primary key (id);
alter table commissioning.score_word alter column id drop default;

create function commissioning.keep_score_word() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Every day on which bids were opened has the same words before and after.
  if exists (
    select from (select distinct commissioning.london_day(c.opened_at) as on_day from commissioning.bid_call c where c.opened_at is not null) o
    cross join lateral (select tg_op = 'UPDATE' and old.starts_on <= o.on_day and (old.ends_on is null or o.on_day < old.ends_on) as was,
      new.starts_on <= o.on_day and (new.ends_on is null or o.on_day < new.ends_on) as is_then) x
    where x.was <> x.is_then or (x.is_then and (old.points, old.name, old.means, old.source) is distinct from (new.points, new.name, new.means, new.source))) then
    raise exception 'bids were opened under the scale of that day' using errcode = 'check_violation', constraint = 'scale_used';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_score_word() from public;
create trigger score_word_stands before insert or update on commissioning.score_word for each row execute function commissioning.keep_score_word();
