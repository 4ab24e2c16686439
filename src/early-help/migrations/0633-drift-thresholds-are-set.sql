-- From when on something is drift is set by an administrator, from a day on, and signed (handbook of early help 3.9): a row is added, none is changed.
alter table casework.drift_rule
  add column set_by uuid references governance.person,                  -- null: what the product brought
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint source_said check (source ~ '\S' and length(source) <= 500);
grant insert on casework.drift_rule to goldenthread_casework;
create policy read_to_set on casework.drift_rule for select to goldenthread_casework using ((select casework.is_administrator()));
create policy set_it on casework.drift_rule for insert to goldenthread_casework with check ((select casework.is_administrator())
  and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today());
create trigger append_only before update or delete on casework.drift_rule for each row execute function platform.refuse_change();
