-- An action that one board handed to another is found by those who follow it up there (requirements G2, O4). The rest of the condition stays as it is.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  place constant text := 'meetings.my_led_actions() AS my_led_actions';
begin
  if position(place in definition) = 0 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || replace(definition, place, '(meetings.my_led_actions() || meetings.my_kept_actions()) AS my_led_actions');
end $$;
