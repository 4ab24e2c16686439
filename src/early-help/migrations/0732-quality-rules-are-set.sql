-- How many records a month are drawn, how lately reviewed ones are left out and how long a reviewer reads is set by an administrator, from a day on, and signed
-- (requirement E7; handbook of early help 1.9, 3.6): a row is added, none is changed. What boards are not told stays as it was: it protects what is published.
alter table casework.quality_rule
  add column set_by uuid references governance.person,                  -- null: what the product brought
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint source_said check (source ~ '\S' and length(source) <= 500);
create function casework.keep_quality_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.set_by is not null then
    select r.hidden_up_to into new.hidden_up_to from casework.quality_rule r order by r.starts_on desc limit 1;
  end if;
  return new;
end $$;
create trigger keeps_hidden before insert on casework.quality_rule for each row execute function casework.keep_quality_rule();
revoke all on function casework.keep_quality_rule() from public;
grant insert on casework.quality_rule to goldenthread_casework;
create policy read_to_set on casework.quality_rule for select to goldenthread_casework using ((select casework.is_administrator()));
create policy set_it on casework.quality_rule for insert to goldenthread_casework with check ((select casework.is_administrator())
  and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today());
create trigger append_only before update or delete on casework.quality_rule for each row execute function platform.refuse_change();
