-- A recommendation that was closed is opened again with a reason (requirements P7, S1): what was said when it was closed is kept, and an impact that was
-- recorded before counts no longer.
alter table assurance.recommendation add column reopened_on date;
alter table assurance.recommendation add column reopened_because text not null default '';
-- What each closing said: closed_on, because, decision, reopened_on, why. Written by the trigger alone.
alter table assurance.recommendation add column closings jsonb not null default '[]' check (jsonb_typeof(closings) = 'array');
alter table assurance.recommendation add constraint reopened_with_a_reason check ((reopened_on is null) = (reopened_because = ''));

create or replace function assurance.keep_recommendation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  reopens constant boolean := tg_op = 'UPDATE' and old.closed_on is not null and new.closed_on is null;
  closing constant text[] := array['closed_on', 'closed_because', 'closing_decision', 'reopened_on', 'reopened_because', 'closings', 'milestone_on', 'sight', 'version'];
begin
  if new.rests_on <> '{}' and exists (select from unnest(new.rests_on) n
      where not exists (select from assurance.review_part f where f.review = new.review and f.kind = 'finding' and f.number = n)) then
    raise exception 'a recommendation rests on paragraphs of its review' using errcode = 'check_violation', constraint = 'rests_on_findings';
  end if;
  if new.review is not null and not exists (select from assurance.review v where v.id = new.review and v.body = new.body) then
    raise exception 'a recommendation stands on the register of its review' using errcode = 'check_violation', constraint = 'register_of_its_review';
  end if;
  if tg_op = 'INSERT' then
    if new.closed_on is not null then
      raise exception 'a recommendation begins open' using errcode = 'check_violation', constraint = 'open_until_impact';
    end if;
    return new;
  end if;
  if reopens then
    if to_jsonb(new) - closing is distinct from to_jsonb(old) - closing or new.reopened_because = '' or new.reopened_on is distinct from platform.today() then
      raise exception 'it is opened again today, with a reason' using errcode = 'check_violation', constraint = 'reopened_with_a_reason';
    end if;
    new.closings := old.closings || jsonb_build_object('closed_on', old.closed_on, 'because', old.closed_because, 'decision', old.closing_decision,
      'reopened_on', new.reopened_on, 'why', new.reopened_because);
  elsif (new.id, new.body, new.review) is distinct from (old.id, old.body, old.review) or old.closed_on is not null and (
      to_jsonb(new) - array['sight', 'version']) is distinct from (to_jsonb(old) - array['sight', 'version']) then
    raise exception 'what is closed stays as it was' using errcode = 'insufficient_privilege';
  elsif platform.actor() is not null and (new.closings, new.reopened_on, new.reopened_because) is distinct from (old.closings, old.reopened_on, old.reopened_because) then
    raise exception 'what its closings said stays' using errcode = 'insufficient_privilege';
  end if;
  if not (new.body = any (governance.my_clerk_bodies())) and not coalesce(assurance.is_system(), false) and platform.actor() is not null
     and (to_jsonb(new) - array['response', 'response_reason', 'responded_on', 'version'])
       is distinct from (to_jsonb(old) - array['response', 'response_reason', 'responded_on', 'version']) then
    raise exception 'whoever answers writes the answer alone' using errcode = 'insufficient_privilege';
  end if;
  if new.closed_on is not null and old.closed_on is null and new.response is distinct from 'reject'
     and not exists (select from assurance.recommendation_note n where n.recommendation = new.id and n.kind = 'impact'
       and (new.reopened_on is null or n.on_day > new.reopened_on)) then
    raise exception 'a recommendation stays open until impact is shown' using errcode = 'check_violation', constraint = 'open_until_impact';
  end if;
  if new.closing_decision is not null and not exists (select from meetings.decision d where d.id = new.closing_decision and d.of_body = new.body) then
    raise exception 'the decision is of another board' using errcode = 'check_violation', constraint = 'closed_by_own_board';
  end if;
  return new;
end $$;
