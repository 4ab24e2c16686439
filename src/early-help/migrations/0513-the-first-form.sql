-- The form that the product brings: every field of the draft assessment that went to the partnership in 2014, in words of our own (requirement E1). A partnership words its own
-- next version. What the record knows already (kind 'record') is shown and not asked again.
do $$
declare
  its_form constant uuid := '018f0513-0000-7000-8000-000000000001';
  its_version constant uuid := '018f0513-0000-7000-8000-000000000002';
  asked constant jsonb := '[["yes","Yes"],["no","No"],["not-asked","Not asked"],["declined","Did not want to say"]]';
  parts constant jsonb := '[
    {"code":"family","class":"family","title":"Who the family is","hint":"This comes from the record. If somebody is missing, or something is not right, put it right there: it then shows here by itself.","lines":[
      {"code":"about","kind":"record","source":"about","label":"Who this assessment is about"},
      {"code":"at-home","kind":"record","source":"people","label":"Everybody in the family"},
      {"code":"address","kind":"record","source":"home","label":"Where they live"},
      {"code":"elsewhere","kind":"record","source":"outside","label":"Close family who live elsewhere"}]},
    {"code":"background","class":"family","title":"Language, faith and health","hint":"Each of the family is asked for themselves, with the people of the family; what was answered shows here. Ask, and do not guess. “Not asked” and “Declined to say” are answers too.","lines":[
      {"code":"of-each","kind":"record","source":"facts","label":"Language, religion, interpreter or signer, disability, immigration status, caring and private fostering of each of the family"},
      {"code":"also","kind":"long","label":"Anything else that matters for this family"}]},
    {"code":"reason","class":"assessment","title":"What led to this","lines":[
      {"code":"asked-for","kind":"record","source":"request","label":"What was asked for"},
      {"code":"what-led","kind":"long","label":"What has happened, so that we do this assessment now?","hint":"In short, and as the family would tell it","needed":true}]},
    {"code":"professionals","class":"assessment","title":"Who already helps","hint":"Remember the school or nursery, the health visitor and the doctor.","lines":[
      {"code":"workers","kind":"repeat","label":"People who work with somebody of the family"},
      {"code":"worker-name","kind":"text","inside":"workers","label":"Name"},
      {"code":"worker-supports","kind":"text","inside":"workers","label":"Whom do they support?"},
      {"code":"worker-role","kind":"text","inside":"workers","label":"Role, team and agency"},
      {"code":"worker-contact","kind":"text","inside":"workers","label":"How to reach them"},
      {"code":"worker-contributed","kind":"asked","inside":"workers","label":"Have they contributed to this assessment?"},
      {"code":"lead","kind":"record","source":"lead","label":"Who leads"}]},
    {"code":"needs","class":"assessment","title":"Worries, strengths and next steps","lines":[
      {"code":"signs","kind":"record","source":"signs","label":"What we worry about, what goes well, what needs to happen, and everybody’s number from 0 to 10"}]},
    {"code":"views","class":"voice","title":"What the family says","hint":"In their own words, and each child for themselves. Who differs stands beside the others.","lines":[
      {"code":"child-view-how","kind":"choice","label":"How did the children take part?","needed":true,
        "options":[["spoke","They told us"],["made","They wrote, drew or played it"],["through","Somebody they trust spoke for them"],["watched","Too young to say: we spent time with them"],["not-asked","Not asked"],["declined","They did not want to"]]},
      {"code":"child-view-why","kind":"text","label":"Why were they not asked?","if":"child-view-how","is":["not-asked"]},
      {"code":"child-view","kind":"long","label":"What do the children say?"},
      {"code":"parent-view","kind":"long","label":"What do the parents or carers say?"}]},
    {"code":"agreement","class":"assessment","title":"What the family agreed to","lines":[
      {"code":"agreed","kind":"record","source":"agreement","label":"Agreement to the assessment and to sharing it"}]}
  ]';
  part jsonb; line jsonb; at_part int := 0; at_line int; part_id uuid; field_id uuid; count int := 16;
  made uuid;
begin
  insert into casework.form (id, code, name) values (its_form, 'early-help-assessment', 'Early help assessment');
  insert into casework.form_version (id, form, number) values (its_version, its_form, 1);
  for part in select * from jsonb_array_elements(parts) loop
    at_part := at_part + 1; count := count + 1; at_line := 0;
    part_id := ('018f0513-0000-7000-8000-' || lpad(to_hex(count), 12, '0'))::uuid;
    insert into casework.form_part (id, form_version, code, position, title, hint, class)
      values (part_id, its_version, part ->> 'code', at_part, part ->> 'title', coalesce(part ->> 'hint', ''), part ->> 'class');
    for line in select * from jsonb_array_elements(part -> 'lines') loop
      at_line := at_line + 1; count := count + 1;
      field_id := ('018f0513-0000-7000-8000-' || lpad(to_hex(count), 12, '0'))::uuid;
      insert into casework.form_field (id, form, code, kind, class, source, inside) values (field_id, its_form, line ->> 'code', line ->> 'kind', part ->> 'class', line ->> 'source',
        (select f.id from casework.form_field f where f.form = its_form and f.code = line ->> 'inside'));
      select f.id into made from casework.form_field f where f.code = line ->> 'if';
      insert into casework.form_line (form_version, field, form, class, part, position, label, hint, options, shown_if, shown_codes, is_needed)
        values (its_version, field_id, its_form, part ->> 'class', part_id, at_line, line ->> 'label', coalesce(line ->> 'hint', ''),
          case when line ->> 'kind' = 'asked' then asked else coalesce(line -> 'options', '[]') end,
          made, coalesce((select array_agg(code) from jsonb_array_elements_text(line -> 'is') as code), '{}'), coalesce((line ->> 'needed')::boolean, false));
    end loop;
  end loop;
  -- From the first day of the register of laws and terms that the product knows.
  update casework.form_version set starts_on = '2010-01-01', published_at = '2010-01-01T00:00:00Z' where id = its_version;
end $$;
