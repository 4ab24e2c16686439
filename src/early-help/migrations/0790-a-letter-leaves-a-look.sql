-- What is made for whoever referred a family names nobody, and is content all the same: whoever reads it, to hand it on as a letter, too, stands in the family's list of
-- looks (requirements E6, X2). The words are read in no other way: the column is closed, and the function writes the look before it answers.
alter table casework.look drop constraint look_what_check;
alter table casework.look add constraint look_what_check check (what in ('page', 'existence', 'change', 'emergency', 'supervised', 'told'));
create policy told on casework.look as restrictive for insert to goldenthread_casework with check (what <> 'told');
do $$
begin
  revoke select on casework.outcome from goldenthread_casework;
  execute format('grant select (%s) on casework.outcome to goldenthread_casework',
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = 'casework.outcome'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'words'));
end $$;
-- The words for whoever may read the outcome, as the policy of migration 0533 says it; null for everybody else, of whom no look is written.
create function casework.read_outcome(asked uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  one record;
begin
  select o.episode, o.words, e.area into one from casework.outcome o join casework.episode e on e.id = o.episode where o.id = asked and (o.referrer = me
    or o.episode = any (casework.my_episodes()) or o.episode = any (casework.my_kept()) or (e.area = any (casework.my_localities()) and not e.is_shielded));
  if me is null or one is null then return null; end if;
  insert into casework.look (id, episode, person, organisation, what, at)
    select gen_random_uuid(), one.episode, me, (select coalesce(
      (select g.organisation from casework.access_grant g where g.episode = one.episode and g.person = me and g.ends_at > platform.now()
        and g.organisation = any (casework.my_agencies()) order by g.organisation limit 1),
      (select p.organisation from casework.post p where p.person = me and p.organisation = any (casework.my_agencies()) and governance.holds(p.starts_on, p.ends_on)
        order by (p.area = one.area) desc nulls last, p.organisation limit 1))), 'told', platform.now();
  return one.words;
end $$;
revoke all on function casework.read_outcome(uuid) from public;
grant execute on function casework.read_outcome(uuid) to goldenthread_casework;
