-- Whose opinion a kind of plan must carry (P3) is kept by administrators: added, ended, put right with a reason.
alter table plans.consultee_rule add column version int not null default 1;
do $$
declare old text;
begin
  select conname into strict old from pg_constraint where conrelid = 'plans.consultee_rule'::regclass and contype = 'x';
  execute format('alter table plans.consultee_rule rename constraint %I to consultee_rule_one', old);
end $$;
