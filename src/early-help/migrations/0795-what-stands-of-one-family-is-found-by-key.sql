-- Pages and prints of one family ask for what stands of that family, or of one assessment of it. Where no index led there, PostgreSQL read what stands of all families,
-- and only then left out what the page had not asked for: the more families a house has, the slower each page of each of them (handbook of early help 8).
create index assessment_episode on casework.assessment (episode);
create index assessment_child_family on casework.assessment_child (family);
create index assessment_signature_assessment on casework.assessment_signature (assessment);
create index contribution_assessment on casework.contribution (assessment);
create index relationship_family on casework.relationship (family);
create index person_merge_family on casework.person_merge (family);
create index statement_dispute_episode on casework.statement_dispute (episode);
create index child_asked_episode on casework.child_asked (episode);
create index review_line_episode on casework.review_line (episode);
create index plan_print_episode on casework.plan_print (episode);
create index closing_plan_episode on casework.closing_plan (episode);
-- Whom one asks about a locality is asked for at many pages; co-ordinators are few among thousands of posts.
create index post_co_ordinates on casework.post (area) where role = 'co-ordinator';
