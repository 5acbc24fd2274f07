-- GET /v1/enquiries/(id): what case-service sends for one enquiry. A test holds it to the code.
begin;
select e1_0.id,e1_0.acknowledged_at,e1_0.acknowledged_by,e1_0.acknowledged_by_id,e1_0.altered,e1_0.changed_at,e1_0.channel,e1_0.confirmed_at,e1_0.content_warnings,e1_0.excerpt,e1_0.language,e1_0.message_id,e1_0.received_at,e1_0.reference,e1_0.referral,e1_0.requester,e1_0.safe,e1_0.status,e1_0.urgency_rank,e1_0.version,e1_0.wanted from enquiry e1_0 where e1_0.id=:id;
insert into audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason) values (gen_random_uuid(), now(), :actor, :roles, :action, :done, :kind, :one, null);
select dk1_0.subject_id,dk1_0.subject_kind,dk1_0.created_at,dk1_0.master_version,dk1_0.wrapped_key from data_key dk1_0 where (dk1_0.subject_id,dk1_0.subject_kind) in ((:id,:kind));
select c1_0.id,c1_0.audience,c1_0.code_changed_at,c1_0.code_revoked_at,c1_0.verification_version,c1_0.enquiry_id,c1_0.first_returned_at,c1_0.last_message_sequence,c1_0.last_outbox_sequence,c1_0.owner_id,c1_0.owner_kind,c1_0.progress_by,c1_0.progress_next_step,c1_0.progress_stage,c1_0.progress_version,c1_0.version,c1_0.waiting_since,c1_0.contact_version,c1_0.email,c1_0.number,c1_0.number_is,c1_0.reply_by,c1_0.safe_note,c1_0.safe_times,c1_0.contact_staff_version,c1_0.contact_state_version,c1_0.contact_told_at from conversation c1_0 where c1_0.enquiry_id=:id;
select m1_0.id,m1_0.altered,m1_0.author,m1_0.by_id,m1_0.by_name,m1_0.content_warnings,m1_0.conversation_id,m1_0.delivery,m1_0.delivery_at,m1_0.guide,m1_0.handed_over_at,m1_0.language,m1_0.sent_at,m1_0.sequence,m1_0.text from message m1_0 where m1_0.id=:message_id;
select eur1_0.id,eur1_0.at,eur1_0.code,eur1_0.enquiry_id from enquiry_urgency_reason eur1_0 where eur1_0.enquiry_id in (:id);
select ec1_0.enquiry_id,ec1_0.id,ec1_0.child_id,ec1_0.position,ec1_0.referral from enquiry_child ec1_0 where ec1_0.enquiry_id=:id order by ec1_0.position;
select ed1_0.id,ed1_0.age,ed1_0.council,ed1_0.enquiry_id,ed1_0.helped_by,ed1_0.language,ed1_0.lives_in,ed1_0.name,ed1_0.needs,ed1_0.received_at from enquiry_details ed1_0 where ed1_0.enquiry_id=:id order by ed1_0.received_at desc,ed1_0.id desc;
select td1_0.id,td1_0.at,td1_0.by_id,td1_0.by_name,td1_0.enquiry_id,td1_0.message_id,td1_0.outcome from triage td1_0 where td1_0.enquiry_id=:id order by td1_0.at,td1_0.id;
commit;
