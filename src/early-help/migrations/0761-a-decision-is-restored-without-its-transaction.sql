-- The number of a transaction means nothing in another house, and a backup that goes to another PostgreSQL leaves it out. A decision that was made in the house it came from is
-- whole without it (migration 0641 asked for it, so that such a backup could not be restored); a decision that is made here has one, which its trigger writes.
do $$
declare name text;
begin
  select conname into strict name from pg_constraint where conrelid = 'casework.rectification'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'transaction';
  execute format('alter table casework.rectification drop constraint %I', name);
end $$;
alter table casework.rectification add constraint decided_as_a_whole check (
  num_nonnulls(verdict, decided_by, decided_at) in (0, 3) and (transaction is null or verdict is not null) and (verdict is null) = (because = ''));
