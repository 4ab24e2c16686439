-- What the pages of assurance never do is refused to whoever writes past them, too. Without an actor the house itself writes: archives, and what is restored.

-- An answer or a score is not taken away from where it was given to another round, agency or standard.
create function assurance.stays_with() returns trigger language plpgsql as $$
declare name text;
begin
  foreach name in array tg_argv loop
    if to_jsonb(new) -> name is distinct from to_jsonb(old) -> name then
      raise exception '% stays where it was written', tg_table_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;
create trigger stays_with before update on assurance.audit_answer for each row execute function assurance.stays_with('round', 'organisation', 'standard');
create trigger stays_with before update on assurance.audit_moderation for each row execute function assurance.stays_with('round', 'organisation', 'standard');
create trigger stays_with before update on assurance.audit_action for each row execute function
  assurance.stays_with('id', 'round', 'organisation', 'standard', 'because');
create trigger stays_with before update on assurance.audit_agency for each row execute function assurance.stays_with('round', 'organisation');
create trigger stays_with before update on assurance.audit_round for each row execute function assurance.stays_with('id', 'body');
create trigger stays_with before update on assurance.recommendation_action for each row execute function assurance.stays_with('id', 'recommendation');
create trigger stays_with before update on assurance.challenge_step for each row execute function assurance.stays_with('id', 'challenge', 'position');
create trigger stays_with before update on assurance.challenge_letter for each row execute function assurance.stays_with('step', 'drafted_by');

-- An agency hands in by whoever answers for it: the clerk, who reads what was handed in, does not do it in its place.
create function assurance.refuse_hand_in() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(assurance.is_system(), false) or old.lead = governance.my_person() then return new; end if;
  if new.submitted_on is not null and new.submitted_on is distinct from old.submitted_on then
    raise exception 'an agency hands in itself' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger handed_in_by_its_own before update on assurance.audit_agency for each row execute function assurance.refuse_hand_in();

-- What everybody reads of a child was checked before, and then nothing is added to it but how it goes.
create function assurance.refuse_unchecked_part() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.kind <> 'progress'
     and exists (select from assurance.review v where v.id = new.review and v.sight = 'public' and v.about_children) then
    raise exception 'this review is public' using errcode = 'check_violation', constraint = 'review_checked_before_public';
  end if;
  return new;
end $$;
create trigger checked_before_public before insert on assurance.review_part for each row execute function assurance.refuse_unchecked_part();

-- A recommendation is public no earlier than the review that it comes from.
create function assurance.refuse_open_recommendation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or new.sight <> 'public' or new.review is null then return new; end if;
  if tg_op = 'UPDATE' and old.sight = 'public' then return new; end if;
  if not exists (select from assurance.review v where v.id = new.review and v.sight = 'public') then
    raise exception 'its review is not public' using errcode = 'check_violation', constraint = 'recommendation_as_open_as_its_review';
  end if;
  return new;
end $$;
create trigger as_open_as_its_review before insert or update on assurance.recommendation for each row execute function assurance.refuse_open_recommendation();

-- The day on which a letter went out stays.
create function assurance.keep_step() returns trigger language plpgsql as $$
begin
  if old.sent_on is not null and to_jsonb(new) - array['answered_on', 'version'] is distinct from to_jsonb(old) - array['answered_on', 'version'] then
    raise exception 'a letter stays as it was sent' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger step_stays before update on assurance.challenge_step for each row execute function assurance.keep_step();
revoke all on function assurance.refuse_hand_in(), assurance.refuse_unchecked_part(), assurance.refuse_open_recommendation() from public;
-- A link of an evidence pack leads to a page of the house or of the web, and runs nothing.
alter table assurance.review_part add constraint evidence_is_an_address check (kind <> 'evidence' or text ~ '^(/[^/]|/$|https?://)');
