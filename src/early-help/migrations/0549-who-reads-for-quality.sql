-- Who draws, reviews and reads for quality, in the database (requirements E6, E7; handbook of early help 7.1).

-- What is open besides grants, by class; looked at in this very transaction, as everything is.
create function casework.quality_openings(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct a.episode) from casework.quality_assignment a
    where a.reviewer = me and asked = any (array['family', 'assessment', 'voice', 'plan']) and a.starts_at <= platform.now() and a.ends_at > platform.now()
      and exists (select from casework.post p join casework.episode e on e.id = a.episode and e.area = p.area
        where p.person = me and p.organisation = a.organisation and p.role = 'co-ordinator' and governance.holds(p.starts_on, p.ends_on))), '{}');
end $$;
do $$
begin
  -- Other reasons to read are told by one function, whichever of them came first.
  if to_regprocedure('casework.other_openings(text)') is null then
    create function casework.other_openings(asked text) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $f$ select casework.quality_openings(asked) $f$;
  else
    alter function casework.other_openings(text) rename to openings_before_quality;
    create function casework.other_openings(asked text) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $f$
      select casework.openings_before_quality(asked) || casework.quality_openings(asked) $f$;
  end if;
  if position('other_openings' in (select prosrc from pg_proc where oid = 'casework.open_now(text)'::regprocedure)) = 0 then
    create or replace function casework.open_now(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
    declare me constant uuid := governance.my_person();
    begin
      if me is null then return '{}'; end if;
      return coalesce((select array_agg(distinct l.episode) from casework.look l
        where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
          and (l.episode = any (casework.other_openings(asked)) or exists (select from casework.access_grant g where g.episode = l.episode and g.person = me and g.class = asked
            and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (casework.my_agencies())))), '{}');
    end $f$;
  end if;
end $$;
revoke all on function casework.reviewed_of(uuid), casework.keep_frame(uuid), casework.quality_frame_now(text, date), casework.bind_assignment(), casework.bind_review(), casework.quality_counts(date), casework.quality_openings(text), casework.other_openings(text) from public;
grant execute on function casework.quality_openings(text), casework.reviewed_of(uuid), casework.keep_frame(uuid), casework.quality_frame_now(text, date), casework.quality_counts(date) to goldenthread_casework;

do $$
declare
  name text;
  posted constant text := '(select casework.my_agencies()) <> ''{}''::uuid[]';
  organises constant text := '(select casework.is_organiser())';
  listed constant text := 'exists (select from casework.episode e where e.id = episode)';
  locality constant text := 'exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[]) and not e.is_shielded)';
  reading constant text := 'episode = any ((select casework.open_now(''assessment''))::uuid[])';
begin
  foreach name in array array['quality_rule', 'audit_tool', 'audit_standard', 'audit_grade', 'audit_theme', 'quality_draw', 'quality_frame', 'quality_item', 'quality_assignment', 'quality_review', 'quality_finding', 'quality_theme', 'quality_words', 'quality_action'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
  end loop;
  foreach name in array array['quality_rule', 'audit_tool', 'audit_standard', 'audit_grade', 'audit_theme'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, posted);
  end loop;
  -- Whoever keeps quality reads a draw and its frame, which hold no name; a record of it only within the locality.
  foreach name in array array['quality_draw', 'quality_frame', 'quality_item'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, organises);
  end loop;
  grant insert on casework.quality_draw, casework.quality_item to goldenthread_casework;
  execute format('create policy draw on casework.quality_draw for insert to goldenthread_casework with check (%s and drawn_by = (select casework.me()))', organises);
  execute format('create policy draw on casework.quality_item for insert to goldenthread_casework with check (%s and drawn_by = (select casework.me())
    and exists (select from casework.quality_frame f where f.draw = quality_item.draw and f.episode = quality_item.episode and f.left_out is null))', organises);

  grant insert, update (ends_at) on casework.quality_assignment to goldenthread_casework;
  execute format('create policy read on casework.quality_assignment for select to goldenthread_casework using (reviewer = (select casework.me()) or %s or episode = any ((select casework.my_kept())::uuid[]))', locality);
  execute format('create policy assign on casework.quality_assignment for insert to goldenthread_casework with check (%s and given_by = (select casework.me()))', locality);
  execute format('create policy end_it on casework.quality_assignment for update to goldenthread_casework using (%1$s or reviewer = (select casework.me())) with check (true)', locality);
  grant insert on casework.quality_review to goldenthread_casework;
  grant update (moderator, moderated_at, moderated_overall, fed_back_at, fed_back_by, version) on casework.quality_review to goldenthread_casework;
  execute format('create policy read on casework.quality_review for select to goldenthread_casework using (%s or (fed_back_at is not null and episode = any ((select casework.my_kept())::uuid[])))', locality);
  execute format('create policy review on casework.quality_review for insert to goldenthread_casework with check (%s and reviewer = (select casework.me()) and moderator is null and fed_back_at is null)', reading);
  execute format('create policy moderate on casework.quality_review for update to goldenthread_casework using (%s) with check ((moderator is null or moderator = (select casework.me()) or reviewer = (select casework.me())) and (fed_back_by is null or fed_back_by in (reviewer, moderator)))', locality);
  foreach name in array array['quality_finding', 'quality_theme'] loop
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (exists (select from casework.quality_review r where r.id = review))', name);
    execute format('create policy review on casework.%I for insert to goldenthread_casework with check (exists (select from casework.quality_review r where r.id = review and r.reviewer = (select casework.me()) and r.fed_back_at is null))', name);
  end loop;
  grant insert on casework.quality_words, casework.quality_action to goldenthread_casework;
  grant update (done_on, version) on casework.quality_action to goldenthread_casework;
  foreach name in array array['quality_words', 'quality_action'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s and exists (select from casework.quality_review r where r.id = review
      and (r.fed_back_at is not null or r.episode = any ((select casework.quality_openings(''assessment''))::uuid[]))))', name, reading);
    execute format('create policy review on casework.%I for insert to goldenthread_casework with check (%s and entered_by = (select casework.me()) and exists (select from casework.quality_review r where r.id = review
      and (r.reviewer = (select casework.me()) or r.moderator = (select casework.me()))))', name, reading);
  end loop;
  execute format('create policy done on casework.quality_action for update to goldenthread_casework using (owner = (select casework.me()) and %1$s) with check (owner = (select casework.me()))', reading);
end $$;
