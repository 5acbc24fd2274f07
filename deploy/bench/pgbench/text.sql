-- POST /webhooks/sms/notify: what contact-service sends for one text that begins an enquiry. A test holds it to the code.
-- The first statement is pgbench's own: it makes the ids that the service makes in its own memory, and one of 1,000 numbers.
\set n random(0, 999)
select gen_random_uuid() as conversation, gen_random_uuid() as message, gen_random_uuid() as enquiry,
    gen_random_uuid() as outbox, gen_random_uuid() as outbox2, gen_random_uuid() as event, gen_random_uuid() as answer,
    'PB-' || gen_random_uuid() as reference, now() as moment, md5(:n::text) as route,
    '\x' || md5(:n::text) || md5('n' || :n::text) as number,
    '\x' || replace(gen_random_uuid()::text, '-', '') || replace(gen_random_uuid()::text, '-', '') as hash,
    '\x' || repeat('5a', 29 + 60) as few, '\x' || repeat('5a', 29 + 150) as many,
    '\x' || repeat('5a', 29 + 320) as raw \gset
begin;
insert into phone_route (id, number_hash) values (:route, :number) on conflict do nothing;
select pr1_0.id,pr1_0.conversation_id,pr1_0.last_automatic_at,pr1_0.last_heard_at,pr1_0.number_hash,pr1_0.service_number,pr1_0.texts_started_at,pr1_0.texts_stopped_at from phone_route pr1_0 where pr1_0.number_hash=:number for no key update of pr1_0;
select count(*) from provider_event pe1_0 where pe1_0.provider=:notify and pe1_0.provider_id=:reference and pe1_0.kind=:message_kind;
select c1_0.id from conversation c1_0 where c1_0.number_hash=:number order by c1_0.created_at desc offset :zero rows fetch first :links_at_most rows only;
insert into data_key (created_at,master_version,wrapped_key,subject_id,subject_kind) values (:moment,1,:few,:conversation,:kind);
insert into conversation (began_by_text,code_expires_at,code_hash,code_requested_at,code_revoked_at,confirmed_at,unconfirmed,created_at,first_returned_at,language,last_message_sequence,last_outbox_sequence,progress_by,progress_next_step,progress_stage,progress_version,requester,ticket_code,ticket_hash,ticket_until,tickets_ended_at,version,answers_in_text,cover_words,email,no_voicemail,number,number_hash,number_is,reply_by,safe_note,safe_times,contact_set_at,staff_contact_version,texts_stopped_at,contact_version,contact_words_version,id) values (true,null,:hash,null,null,null,false,:moment,null,:en,1,1,null,null,:received,0,:child,null,null,null,null,0,null,null,null,null,:few,:number,null,:text,null,:none,:moment,0,null,1,0,:conversation);
insert into message (at,author,content_hash,conversation_id,guide,language,media,origin,part_group,part_number,part_of,seen_at,sequence,text,urgency,urgency_reasons,id) values (:moment,:child,:hash,:conversation,null,:en,0,null,null,null,null,null,1,:many,:standard,:none,:message);
select pr1_0.id,pr1_0.conversation_id,pr1_0.last_automatic_at,pr1_0.last_heard_at,pr1_0.number_hash,pr1_0.service_number,pr1_0.texts_started_at,pr1_0.texts_stopped_at from phone_route pr1_0 where pr1_0.number_hash=:number fetch first :one rows only;
insert into enquiry (channel,children,content_hash,conversation_id,form_token,message_id,possible_links,received_at,reference,referral,safe,urgency,urgency_reasons,wanted,id) values (:sms,:children,:hash,:conversation,:hash,:message,:links,:moment,:reference,null,null,:standard,:none,null,:enquiry);
insert into outbox (attempts,created_at,kind,last_failure,next_attempt_at,parked_at,sequence,stream_id,subject_id,trace_parent,urgent,id) values (0,:moment,:owed,null,:moment,null,1,:conversation,:enquiry,null,false,:outbox);
insert into provider_event (conversation_id,kind,provider,provider_id,raw,received_at,sent_at,swept,id) values (:conversation,:message_kind,:notify,:reference,:raw,:moment,:moment,false,:event);
insert into outgoing_text (automatic,conversation_id,expires_at,failure,form,held_until,message_id,overridden,provider,provider_id,route,rule,state,state_at,tried_at,id) values (true,:conversation,:moment,null,null,null,null,null,null,null,:text,null,:sending,:moment,null,:answer);
insert into outbox (attempts,created_at,kind,last_failure,next_attempt_at,parked_at,sequence,stream_id,subject_id,trace_parent,urgent,id) values (0,:moment,:text,null,:moment,null,2,:answer,:answer,null,false,:outbox2);
update conversation set began_by_text=true,code_expires_at=null,code_hash=:hash,code_requested_at=null,code_revoked_at=null,confirmed_at=null,unconfirmed=false,created_at=:moment,first_returned_at=null,language=:en,last_message_sequence=1,last_outbox_sequence=2,progress_by=null,progress_next_step=null,progress_stage=:received,progress_version=0,requester=:child,ticket_code=null,ticket_hash=null,ticket_until=null,tickets_ended_at=null,version=1,answers_in_text=null,cover_words=null,email=null,no_voicemail=null,number=:few,number_hash=:number,number_is=null,reply_by=:text,safe_note=null,safe_times=:none,contact_set_at=:moment,staff_contact_version=0,texts_stopped_at=null,contact_version=1,contact_words_version=0 where id=:conversation and version=0;
update phone_route set conversation_id=:conversation,last_automatic_at=:moment,last_heard_at=:moment,service_number=:ours,texts_started_at=null,texts_stopped_at=null where id=:route;
commit;
